import type { Handle } from '@sveltejs/kit/hooks';
import { chooseLocale, directionOf } from '#platform/say.ts';
import { zoneNamed } from '#platform/time.ts';
import { locales, pseudoLocales, sayIn } from '../words.ts';
import { theApp } from './app.ts';
import { readCookie, ZONE_COOKIE } from './cookies.ts';
import { veilPage } from './discreet.ts';
import { quickExitScript } from './quick-exit/script.ts';

/** Decides in which language and on whose clock the page is read, and fills the frame of the HTML. */
export const readAs: Handle = ({ event, resolve }) => {
	const { cookies, locals, request, url } = event;
	const { person } = locals;
	const { config } = theApp();

	const available = config.pseudoLocales ? [...locales, ...pseudoLocales] : locales;
	const wanted = readCookie(cookies, url, 'locale') ?? person?.locale;
	locals.locale =
		wanted && available.includes(wanted)
			? wanted
			: chooseLocale(request.headers.get('accept-language'), locales);
	locals.zone = zoneNamed(person?.zone ?? cookies.get(ZONE_COOKIE) ?? 'UTC');
	locals.say = sayIn(locals.locale, locals.zone);

	return resolve(event, {
		transformPageChunk({ html }) {
			const filled = html
				// Marks for a framework in the browser, where there is none. Words people wrote are escaped, so never match.
				.replace(/<!--[\w[\]!?-]*-->/g, '')
				.replace('%hearten.lang%', locals.locale)
				.replace('%hearten.dir%', directionOf(locals.locale))
				.replace('%hearten.theme%', person?.theme ?? 'system')
				.replace('%hearten.quick-exit%', () => quickExitScript);
			return locals.discreet ? veilPage(filled) : filled;
		},
	});
};
