import { expect } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import { journey, type Journey, type Traveller } from './journey.ts';

const bodiesIn = (who: Traveller) =>
	who.page.locator('#lines li[id^="m"] [data-part="body"]:visible').allInnerTexts();

async function atTheTable(on: Journey) {
	const slug = await on.circleOf('rosa');
	const talk = `/circles/${slug}/talk`;
	const host = await on.as('rosa');
	await host.go(talk);
	return { host, talk };
}

const sayIn = async (who: Traveller, words: string) => {
	await who.write('Say something', words);
	await who.page.getByRole('button', { name: 'Send', exact: true }).click();
};

const offline = (context: BrowserContext, yes: boolean) => context.setOffline(yes);

journey(
	'what is typed while there is no connection is kept, and sent in its order when there is',
	async (on) => {
		const { host, talk } = await atTheTable(on);
		const context = host.page.context();
		await sayIn(host, 'before the tunnel');
		await host.reads('before the tunnel');

		await offline(context, true);
		await host.reads(/^No connection/);
		for (const words of ['one', 'two', 'three']) await sayIn(host, `${words} in the tunnel`);
		await host.reads('Not sent');
		expect(await host.page.getByText('in the tunnel').count()).toBe(3);
		await offline(context, false);

		await expect
			.poll(() => bodiesIn(host), { timeout: 20_000 })
			.toEqual(['before the tunnel', 'one in the tunnel', 'two in the tunnel', 'three in the tunnel']);
		await host.go(talk);
		expect(await bodiesIn(host)).toHaveLength(4);
		expect(await host.page.evaluate(() => Object.keys(localStorage))).toEqual([]);
	},
	{ alsoWithout: false },
);

journey(
	'a page closed in the middle of a word, or before it was sent, loses nothing',
	async (on) => {
		const { host, talk } = await atTheTable(on);
		const context = host.page.context();
		await host.write('Say something', 'half a thou');
		await host.go('/help');
		await host.go(talk);
		expect(await host.page.getByLabel('Say something', { exact: true }).inputValue()).toBe('half a thou');

		// The server does not answer, and the page is closed on it.
		await context.route('**/talk?/say', (route) => route.abort());
		await sayIn(host, 'a whole thought');
		await host.reads('Not sent');
		await host.page.close();
		await context.unroute('**/talk?/say');
		const again = await context.newPage();
		await again.goto(host.origin + talk);

		await expect
			.poll(() => again.locator('#lines li[id^="m"]').filter({ hasText: 'a whole thought' }).count())
			.toBe(1);
		expect(await again.evaluate(() => Object.keys(localStorage))).toEqual([]);
	},
	{ alsoWithout: false },
);

journey(
	'what is refused comes back in one piece, with everything that was to follow it',
	async (on) => {
		const { host } = await atTheTable(on);
		const { page } = host;
		await page.context().setOffline(true);
		await sayIn(host, 'first');
		await sayIn(host, 'second');
		await host.reads('Not sent');
		await page.getByLabel('Say something', { exact: true }).fill('and now');
		// Meanwhile the circle was laid to rest.
		await on.app.spine.db.updateTable('circle').set({ state: 'resting' }).execute();
		try {
			await page.context().setOffline(false);
			await host.reads(/This circle is resting/);
			expect(await page.getByLabel('Say something', { exact: true }).inputValue()).toBe(
				'first\n\nsecond\n\nand now',
			);
		} finally {
			await on.app.spine.db.updateTable('circle').set({ state: 'gathering' }).execute();
		}
	},
	{ alsoWithout: false },
);

journey('what was said since one was here is marked, on whichever device one comes back', async (on) => {
	const { host, talk } = await atTheTable(on);
	await host.write('Say something', 'good evening');
	await host.press('Send');
	await host.reads('good evening');
	const guest = await on.as('wren');
	await guest.go(talk.replace('/talk', ''));
	await guest.press('Take a seat');
	await guest.go(talk);
	await guest.go('/help');
	await host.write('Say something', 'the kettle is on');
	await host.press('Send');
	const otherDevice = await on.as('wren');

	await otherDevice.go('/');
	await otherDevice.reads(/One new message/);
	await otherDevice.go(talk);
	await otherDevice.reads('New since you were here');
	await guest.go('/');
	await guest.doesNotRead(/new message/);
});
