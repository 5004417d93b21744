import { redirect } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { signedInBy } from '#features/people/server/index.ts';
import { minutes } from '#platform/time.ts';
import { dropCookie, readCookie, writeCookie } from './cookies.ts';
import { isPlain, unveil, veil } from './discreet.ts';
import { wantsPage } from './wants-page.ts';
import { enter, keepSession } from './session.ts';

/** Finds who is signed in, keeps their session going, and moves them to veiled addresses if they want those. */
export const findPerson: Handle = async ({ event, resolve }) => {
	const { cookies, locals, request, url } = event;
	const token = readCookie(cookies, url, 'session');
	const person = token ? await signedInBy(locals.db, token, locals.now) : undefined;
	if (token && !person) dropCookie(cookies, url, 'session');

	if (token && person) {
		enter(event, person);
		await keepSession(event, token, person);
	}
	locals.discreet = person?.discreet ?? readCookie(cookies, url, 'discreet') !== undefined;

	if (locals.discreet && wantsPage(request) && !isPlain(url.pathname) && unveil(url.pathname) === undefined)
		redirect(303, veil(url.pathname + url.search));
	return resolve(event);
};

/** Remembers on this device, for a visitor without an account, that addresses should name nothing. */
export const beDiscreet = ({ cookies, url }: Parameters<Handle>[0]['event'], discreet: boolean) =>
	discreet
		? writeCookie(cookies, url, 'discreet', '1', minutes(60 * 24 * 30))
		: dropCookie(cookies, url, 'discreet');
