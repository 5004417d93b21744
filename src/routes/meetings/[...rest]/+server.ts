import { redirect, type RequestHandler } from '@sveltejs/kit';

/** Where meetings elsewhere were, before everything could be found in one place. Questions are kept. */
export const GET: RequestHandler = ({ params, url }) => {
	const rest = (params.rest ?? '').split('/').filter(Boolean).map(encodeURIComponent);
	redirect(308, ['/find', ...rest].join('/') + url.search);
};
