import { expect } from 'vitest';
import { organisation, circles, people } from '#cast';
import { NEUTRAL_NAME } from '#web/discreet.ts';
import { test } from '../app.ts';
import { everyPage, type Page } from '../crawl.ts';

/** Words that would tell somebody who looks over a shoulder, or through a history, what this is. */
const telling = new RegExp(
	[
		'hearten|peer|support|circle|health|mental|grief|addict|trauma|therapy|crisis|recover|sober|meeting|talk|help',
		'círculo|apoyo|salud|duelo|ayuda',
		organisation.name,
		...Object.values(circles).map(({ details }) => details.name),
		// Shorter ones are found in many words.
		...Object.values(people)
			.map(({ nickname }) => nickname)
			.filter((nickname) => nickname.length > 5),
	].join('|'),
	'i',
);

test('in discreet mode nothing outside what is on the page itself names what this is', async ({ app }) => {
	const pages = await everyPage(await app.signInAs('fern'));

	const told = pages.flatMap((page) => tellingPartsOf(page).map((part) => `${page.path}: ${part}`));
	expect(told).toEqual([]);
	expect(pages.length).toBeGreaterThan(25);
	for (const { html } of pages.filter(({ answer }) =>
		answer.headers.get('content-type')?.startsWith('text/html'),
	))
		expect(html).toContain(`<title>${NEUTRAL_NAME}</title>`);
});

test('a visitor without an account can be discreet too, and stop being it', async ({ app }) => {
	const visitor = app.visitor();
	await visitor.post('/discreet', { discreet: 'yes', from: '/circles' });

	const pages = await everyPage(visitor);
	expect(pages.flatMap((page) => tellingPartsOf(page).map((part) => `${page.path}: ${part}`))).toEqual([]);

	await visitor.post('/discreet', { discreet: 'no', from: '/' });
	expect(await visitor.read('/')).toContain(`<title>${organisation.name}</title>`);
});

test('what leads somewhere leads to a veiled address, and what is downloaded says nothing', async ({
	app,
}) => {
	const fern = await app.signInAs('fern');
	const { slug } = await app.circle('nights');

	const answers = [
		await fern.get(`/circles/${slug}/talk`),
		await fern.post(`/circles/${slug}/talk?/resonate`, { place: '1', kind: 'with-you' }),
		await fern.get('/me/export'),
		await fern.post('/me/export'),
		await fern.get('/icon.webmanifest'),
		await fern.get('/icon.svg'),
		await fern.post('/me/account?/nickname', { nickname: '' }),
	];
	for (const answer of answers) {
		expect(headersSaid(answer)).not.toMatch(telling);
		if (/manifest|svg/.test(answer.headers.get('content-type') ?? ''))
			expect(await answer.text()).not.toMatch(telling);
	}
	expect(answers[1]!.headers.get('location')).toMatch(/^\/n\/[\w-]+(#m1)?$/);
});

/** Everything of a page that is seen without reading it: its address, its head, its links, its headers. */
function tellingPartsOf({ path, html, answer }: Page): string[] {
	const [head = ''] = /<head>[^]*<\/head>/.exec(html) ?? [];
	const links = [...html.matchAll(/ (?:href|action|src|formaction|content)="([^"]*)"/g)].map(
		([, to = '']) => to,
	);
	return [path, head, ...links.filter(isOurs), headersSaid(answer)].filter((part) => telling.test(part));
}

/** Addresses of our own: what people link to in what they say, and what a telephone dials or writes, is on the page itself. */
const isOurs = (link: string) => !/^(https?|tel|sms):/.test(link);

const headersSaid = ({ headers }: Response) =>
	[...headers]
		.filter(([name]) => !['content-security-policy', 'permissions-policy'].includes(name))
		.map(([name, value]) => `${name}: ${value}`)
		.join('\n');
