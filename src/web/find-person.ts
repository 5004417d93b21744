import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { sessionDigest, signedInWith } from '#features/people/server/index.ts';
import { minutes } from '#platform/time.ts';
import { theApp } from './app.ts';
import { dropCookie, readCookie, writeCookie } from './cookies.ts';
import { isPlain, unveil, veil } from './discreet.ts';
import { isForTheShutOut } from './shut-out.ts';
import { wantsPage } from './wants-page.ts';
import { enter, keepSession } from './session.ts';

/** Finds who is signed in, keeps their session going, and moves them to veiled addresses if they want those. */
export const findPerson: Handle = async ({ event, resolve }) => {
	const { cookies, locals, request, url } = event;
	const token = readCookie(cookies, url, 'session');
	const person = token ? await personBehind(token, event) : undefined;
	if (token && !person) dropCookie(cookies, url, 'session');

	if (token && person) {
		enter(event, person);
		await keepSession(event, token, person);
	}
	// Whoever comes by a veiled address without saying who they are gets a veiled page.
	locals.discreet =
		person?.discreet ??
		(readCookie(cookies, url, 'discreet') !== undefined || unveil(url.pathname) !== undefined);
	if (person?.shutOutUntil && !isForTheShutOut(event)) redirect(303, '/me/measures');

	if (locals.discreet && wantsPage(request) && !isPlain(url.pathname) && unveil(url.pathname) === undefined)
		redirect(303, veil(url.pathname + url.search));
	return resolve(event);
};

/**
 * Whoever talks says the next thing soon, so who they are is not asked anew for each message, as long as this process would
 * have heard that their session has ended. Every page asks.
 */
async function personBehind(token: string, { locals, request, url }: RequestEvent) {
	const { sessions } = theApp();
	const digest = sessionDigest(token);
	const key = digest.toString('base64');
	const known = saysSomething(request, url) ? sessions.recall(key) : undefined;
	if (known && !known.session.toRenew && known.session.endsAt > locals.now) return known;
	return sessions.ask(key, () => signedInWith(locals.db, digest, locals.now));
}

/** Words, sent by the page that shows them. */
const saysSomething = ({ method, headers }: Request, { search }: URL) =>
	method === 'POST' && search === '?/say' && headers.get('x-sveltekit-action') === 'true';

/** Remembers on this device, for a visitor without an account, that addresses should name nothing. */
export const beDiscreet = ({ cookies, url }: Parameters<Handle>[0]['event'], discreet: boolean) =>
	discreet
		? writeCookie(cookies, url, 'discreet', '1', minutes(60 * 24 * 30))
		: dropCookie(cookies, url, 'discreet');
