import { unveil } from '#web/discreet.ts';
import type { Client } from './client.ts';

export interface Page {
	path: string;
	html: string;
	answer: Response;
}

/** Whether a browser shows it. Calendars and lists are downloaded. */
export const isShown = ({ answer }: Page): boolean =>
	answer.headers.get('content-type')?.startsWith('text/html') ?? false;

/** Follows every link of our own from the front page on, as this visitor; each page once, whatever it leads back to. */
export async function everyPage(client: Client, from: readonly string[] = ['/']): Promise<Page[]> {
	const pages: Page[] = [];
	const waiting = [...from];
	const seen = new Set(waiting.map(sameAs));
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		const answer = await client.get(path);
		const to = answer.headers.get('location');
		const html = await answer.text();
		if (to === null) pages.push({ path, html, answer });
		for (const next of to === null ? linksIn(html) : [to])
			if (!seen.has(sameAs(next))) {
				seen.add(sameAs(next));
				waiting.push(next);
			}
	}
	return pages;
}

/**
 * What somebody could press. The quick exit is a link like any other to a program, and would end the walk; hidden links
 * and those in blanks wait for a script.
 */
const linksIn = (html: string) =>
	[...html.replaceAll(/<template[^]*?<\/template>/g, '').matchAll(/<a\b[^>]*/g)]
		.filter(([tag]) => !/ hidden\b/.test(tag))
		.map(([tag]) => / href="(\/(?!\/)[^"#]*)/.exec(tag)?.[1]?.replaceAll('&amp;', '&'))
		.filter((path) => path !== undefined)
		.filter((path) => !/^\/(leave|_app\/|icon)/.test(path));

/** One answer to a message stands for all of them, and neither where a page leads back to nor looking anew is another. */
const sameAs = (path: string) => {
	const url = new URL(path, 'http://here');
	for (const back of ['from', 'next', 'look']) url.searchParams.delete(back);
	if (url.searchParams.has('reply')) url.searchParams.set('reply', '1');
	// In discreet mode its name is not to be read in it.
	const at = unveil(url.pathname) ?? url.pathname;
	if (at === '/report') return `/report?${url.searchParams.get('about')?.split(':')[0] ?? ''}`;
	if (/^\/(find|try)/.test(at)) return sameSearch(url);
	return url.pathname.replace(/\/talk\/\d+$/, '/talk/1') + url.search;
};

/** Of searches, and of tastes, there are as many as there are answers; of listings as many as groups: one of each kind. */
const sameSearch = ({ pathname, searchParams }: URL) =>
	`${pathname.replace(/[^/]+~.*$/, 'a~b')}?${[...searchParams.keys()].sort().join('&')}`;

/** One page of each kind: what differs between them is what people wrote, and tests of layout have that written for them. */
export function onePerKind<Page extends { path: string }>(pages: readonly Page[]): Page[] {
	const kindOf = ({ path }: Page) =>
		path
			.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[a-z0-9]{16}/g, '')
			.replace(/\?.*/, '')
			.replace(/^\/(find|changed)\/.+~.+/, '/$1/');
	return [...new Map(pages.map((page) => [kindOf(page), page])).values()];
}
