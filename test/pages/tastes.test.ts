import { brotliCompressSync } from 'node:zlib';
import { expect } from 'vitest';
import { test } from '../app.ts';
import { everythingKept } from '../everything-kept.ts';

const kinds = (page: string) => [...page.matchAll(/class="kind[^"]*">([^<]+)</g)].map(([, kind]) => kind);

test('somebody who does not know what they are looking for comes to three different things, one press at a time', async ({
	app,
}) => {
	const visitor = app.visitor();
	expect(await visitor.read('/')).toContain('href="/try"');

	let page = await visitor.read('/try');
	const asked: string[] = [];
	for (const answer of ['Quiet', 'Somebody who listens', 'Right now']) {
		asked.push(/<h1[^>]*>([^<]+)/.exec(page)![1]!);
		const link = new RegExp(`<a href="([^"]+)"[^>]*>\\s*<span[^>]*>${answer}<`).exec(page)![1]!;
		page = await visitor.read(link.replaceAll('&amp;', '&'));
	}
	asked.push(/<h1[^>]*>([^<]+)/.exec(page)![1]!);

	expect(asked).toEqual([
		'Would you like company, or quiet?',
		'What would be good just now?',
		'When do you have time?',
		'What would you rather not meet?',
	]);
	expect(page).toMatch(/action="\/try\/three"/);
	const three = await visitor.read('/try/three?a=q&b=l&c=n');
	expect(new Set(kinds(three)).size).toBe(3);
	expect(three).toContain('How to leave');
});

test('the page is small and brings no script of its own', async ({ app }) => {
	for (const path of ['/try', '/try/three', '/try/none']) {
		const page = await app.visitor().read(path);
		const styles = [...page.matchAll(/<link[^>]+href="([^"]+\.css)"/g)].map(([, href]) => href!);
		const sheets = await Promise.all(styles.map((href) => app.visitor().read(href)));
		const bytes = [page, ...sheets].reduce((sum, text) => sum + brotliCompressSync(text).length, 0);
		expect(bytes, path).toBeLessThan(40_000);
		expect(page).not.toMatch(/<script[^>]+src=/);
	}
});

test('looking leaves nothing behind, whoever looks', async ({ app }) => {
	const wren = await app.signInAs('wren');
	const ours = (kept: string) =>
		kept
			.split(/\n(?=\w+\.\w+\n|\w+\.\w+$)/)
			.filter((table) => table.startsWith('public.'))
			.join('\n');
	const look = async () => {
		const before = ours(await everythingKept(app.spine.db));
		for (const path of ['/try', '/try?a=c', '/try/three?a=c&d=sB&m=r1234&l=c1234', '/try/none'])
			for (const who of [app.visitor(), wren]) expect((await who.get(path)).status).toBe(200);
		return ours(await everythingKept(app.spine.db)) === before;
	};

	// The worker still has things to do in the first moments; what looking itself left would be there each time.
	await expect.poll(look, { timeout: 20_000, interval: 1000 }).toBe(true);
});

test('with discreet mode on, neither the path nor the question after it names anything', async ({ app }) => {
	const wren = await app.signInAs('wren');
	await wren.post('/discreet', { discreet: 'yes', from: '/' });

	const page = await wren.read('/try/three?a=q&d=B');
	const addresses = [...page.matchAll(/ (?:href|action)="([^"]+)"/g)].map(([, address]) => address!);

	expect(addresses.filter((address) => /try|circle|room|grief|support/i.test(address))).toEqual([]);
	await wren.post('/discreet', { from: '/' });
});

test('a group that is missing is asked for without an account, and coordinators see that it is', async ({
	app,
}) => {
	const visitor = app.visitor();
	const words = 'For people who look after a parent at night.';
	const missing = { topic: 'caring', language: 'en', time: 'night', format: 'text', words };

	expect((await visitor.post('/try/none', { ...missing, topic: '' })).status).toBe(422);
	expect((await visitor.post('/try/none', { ...missing, words: 'x'.repeat(201) })).status).toBe(422);
	expect((await visitor.post('/try/none', missing)).headers.get('location')).toBe('/try/none?told');
	expect(await visitor.read('/try/none?told')).toContain('It is written down');

	const page = await (await app.signInAs('amara')).read('/organisation/needs');
	expect(page).toContain(words);
	expect((await (await app.signInAs('wren')).get('/organisation/needs')).status).toBe(404);
});
