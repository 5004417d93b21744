import { redirect } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { dropCookie, readCookie } from '../cookies.ts';
import { NEUTRAL } from './script.ts';

/**
 * Keeps the Back key from returning after a quick exit. Whoever has just left carries a mark; while they do, a page
 * reached from one of our own pages (which is what Back repeats) leads to the neutral page again. Typing the address,
 * or a bookmark, is coming back on purpose, and takes the mark away.
 */
export const stayAway: Handle = ({ event, resolve }) => {
	const { cookies, request, url } = event;
	if (readCookie(cookies, url, 'left') === undefined) return resolve(event);
	if (request.headers.get('sec-fetch-dest') !== 'document' || url.pathname === NEUTRAL) return resolve(event);

	const onPurpose =
		request.headers.get('sec-fetch-site') === 'none' && request.headers.get('sec-fetch-user') === '?1';
	if (!onPurpose) redirect(303, NEUTRAL);
	dropCookie(cookies, url, 'left');
	return resolve(event);
};
