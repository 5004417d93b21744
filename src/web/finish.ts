import type { Handle } from '@sveltejs/kit/hooks';
import { passesByItself } from '#platform/passing.ts';
import { theApp } from './app.ts';
import { isPlain, veil } from './discreet.ts';
import { later } from './later.ts';
import { protect } from './headers.ts';
import { squeeze } from './squeeze.ts';

/** Guards every page on its way out, and leaves one line about it in the log. */
export const finish: Handle = async ({ event, resolve }) => {
	const begun = performance.now();
	const answered = await resolve(event).catch((thrown: unknown) => {
		if (!passesByItself(thrown)) throw thrown;
		event.locals.later = true;
	});
	const response = answered && !event.locals.later ? answered : later(event.request);

	protect(response.headers, {
		secure: event.url.protocol === 'https:',
		open: response.headers.get('access-control-allow-origin') === '*',
		asksPosition: event.route.id === '/find/here',
		keepsPage: event.route.id === '/help',
	});
	// Pages are about people, so nothing between here and them keeps a copy.
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	// What nobody keeps, nobody asks about again.
	if (response.headers.get('cache-control') === 'no-store') response.headers.delete('etag');
	const location = response.headers.get('location');
	if (event.locals.discreet && location?.startsWith('/') && !isPlain(location))
		response.headers.set('location', veil(location));

	theApp().log.info(
		{
			request: event.locals.requestId,
			route: event.route.id,
			method: event.request.method,
			status: response.status,
			ms: Math.round(performance.now() - begun),
		},
		'request',
	);
	return squeeze(event, response);
};
