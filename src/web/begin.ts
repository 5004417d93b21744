import { error } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { randomUUID } from 'node:crypto';
import { transact } from '#platform/db.ts';
import { rightNow } from '#platform/time.ts';
import { theApp } from './app.ts';

/** Fixes the moment of the request, names it, and hands it what pages stand on. */
export const begin: Handle = ({ event, resolve }) => {
	// PostgreSQL holds no NUL, so nothing of ours has such an address.
	if (/%00/.test(event.url.href)) error(404);
	const { spine } = theApp();
	const now = rightNow();
	event.locals.now = now;
	event.locals.requestId = randomUUID().slice(-12);
	event.locals.db = spine.db;
	event.locals.vault = spine.vault;
	event.locals.person = null;
	event.locals.viewer = null;
	event.locals.discreet = false;
	event.locals.transact = (operation) =>
		transact(spine, { actor: event.locals.person?.id ?? null, now }, operation);
	return resolve(event);
};
