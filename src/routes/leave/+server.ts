import { redirect } from '@sveltejs/kit';
import { endSession } from '#features/people/server/index.ts';
import { minutes } from '#platform/time.ts';
import { dropCookie, readCookie, writeCookie } from '#web/cookies.ts';
import { NEUTRAL } from '#web/quick-exit/script.ts';
import type { RequestHandler } from './$types.js';

/**
 * The quick exit: ends the session here, empties what the browser keeps of us, and leads somewhere ordinary. Also by
 * GET, because `location.replace` is what takes this page out of the history; being signed out by a stranger’s link
 * harms nobody.
 */
const leave: RequestHandler = async ({ cookies, locals, setHeaders, url }) => {
	const { person } = locals;
	if (person) await locals.transact((tx) => endSession(tx, person.session.id));
	for (const name of ['session', 'locale', 'discreet'] as const)
		if (readCookie(cookies, url, name) !== undefined) dropCookie(cookies, url, name);
	cookies.delete('z', { path: '/', secure: false });
	writeCookie(cookies, url, 'left', '1', minutes(10));
	setHeaders({ 'clear-site-data': '"cache", "storage"' });
	redirect(303, NEUTRAL);
};

export const GET = leave;
export const POST = leave;
