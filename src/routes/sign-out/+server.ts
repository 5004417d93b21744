import { redirect } from '@sveltejs/kit';
import { endSession } from '#features/people/server/index.ts';
import { dropCookie } from '#web/cookies.ts';
import type { RequestHandler } from './$types.js';

/** Signs out, here only. What the browser keeps of these pages goes too. */
export const POST: RequestHandler = async ({ cookies, locals, setHeaders, url }) => {
	const { person } = locals;
	if (person) await locals.transact((tx) => endSession(tx, person.session.id));
	dropCookie(cookies, url, 'session');
	setHeaders({ 'clear-site-data': '"cache", "storage"' });
	redirect(303, '/');
};
