import { redirect } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { readCookie } from '../cookies.ts';
import { wantsPage } from '../wants-page.ts';
import { NEUTRAL } from './script.ts';

/**
 * Keeps the Back key from returning after a quick exit. Whoever has just left carries a mark for ten minutes, and while
 * they do, every page leads to the neutral one: a page that Back repeats cannot be told from one that is typed. Today’s
 * date on the neutral page is the way back for those who know.
 */
export const stayAway: Handle = ({ event, resolve }) => {
	const { cookies, request, url } = event;
	const left = readCookie(cookies, url, 'left') !== undefined;
	if (left && wantsPage(request) && url.pathname !== NEUTRAL) redirect(303, NEUTRAL);
	return resolve(event);
};
