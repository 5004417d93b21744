import { chooseLocale, directionOf } from '#platform/say.ts';
import { locales, sayIn } from '../words.ts';
import { quickExitScript } from './quick-exit/script.ts';
import { wantsPage } from './wants-page.ts';

/** Seconds after which a program may try again. */
const AGAIN_AFTER = '5';

/**
 * Said when nothing can be kept or read right now. It needs no database, no file and no script, and says what became of
 * what was written: nothing of it was half kept.
 */
export function later(request: Request): Response {
	const headers = { 'retry-after': AGAIN_AFTER };
	if (!wantsPage(request) && !(request.headers.get('accept') ?? '').includes('text/html'))
		return Response.json(
			{ type: 'error', status: 503, error: { message: 'later' } },
			{ status: 503, headers },
		);

	const locale = chooseLocale(request.headers.get('accept-language'), locales);
	const say = sayIn(locale, 'UTC');
	const html = `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${say('frame.error.later.title')}</title><script>${quickExitScript}</script></head><body><main><p><a href="/leave">${say('frame.leave')}</a> · <a href="/help">${say('frame.help')}</a></p><h1>${say('frame.error.later.title')}</h1><p>${say('frame.error.later.body')}</p><p><a href="/">${say('frame.error.home')}</a></p></main></body></html>`;
	return new Response(html, {
		status: 503,
		headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
	});
}
