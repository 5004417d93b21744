import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { journey, type Journey, type Traveller } from './journey.ts';

const wants = async (who: Traveller, yes: boolean) => {
	await who.page.goto(`${who.origin}/me/account`);
	const box = who.page.getByLabel('Show when somebody is writing');
	if (yes) await box.check();
	else await box.uncheck();
	await who.page.locator('form[action="?/settings"]').getByRole('button', { name: 'Save' }).click();
	await who.reads('Saved.');
};

const types = (who: Traveller, words: string) =>
	who.page.getByLabel('Say something', { exact: true }).pressSequentially(words);

/** Two people of one circle, with its conversation before them. */
async function twoInACircle(on: Journey) {
	const slug = await on.circleOf('rosa');
	const talk = `/circles/${slug}/talk`;
	const [rosa, wren] = [await on.as('rosa'), await on.as('wren')];
	await wren.go(`/circles/${slug}`);
	await wren.press('Take a seat');
	await wren.page.goto(on.app.origin + talk);
	if (await wren.page.getByRole('button', { name: 'I will keep to this' }).count())
		await wren.press('I will keep to this');
	return { rosa, wren, talk };
}

journey(
	'two who both want to know see of each other that they write, until it is said',
	async (on) => {
		const { rosa, wren, talk } = await twoInACircle(on);
		for (const who of [rosa, wren]) {
			await wants(who, true);
			await who.page.goto(who.origin + talk);
			await who.reads('New messages appear by themselves.');
		}
		await types(wren, 'The kettle');
		await rosa.reads('Wren is writing');
		expect(await rosa.page.locator('#writing').getAttribute('aria-live')).toBeNull();
		await rosa.look();
		expect(await wren.page.locator('#writing').innerText()).toBe('');

		await wren.press('Send');
		await rosa.reads('The kettle');
		await rosa.doesNotRead('Wren is writing');
	},
	{ alsoWithout: false },
);

journey(
	'whoever has not asked to know sees nothing and is not seen; and after a while of silence nobody is',
	async (on) => {
		const { rosa, wren, talk } = await twoInACircle(on);
		await wants(rosa, true);
		await wants(wren, false);
		for (const who of [rosa, wren]) {
			await who.page.goto(who.origin + talk);
			await who.reads('New messages appear by themselves.');
		}
		expect(await wren.page.locator('#writing').count()).toBe(0);
		await types(wren, 'I am not sure how to');
		await types(rosa, 'We are here');
		await pause(1_000);
		expect(await rosa.page.locator('#writing').innerText()).toBe('');

		await wants(wren, true);
		await wren.page.goto(wren.origin + talk);
		await wren.reads('New messages appear by themselves.');
		await types(wren, ' say it');
		await rosa.reads('Wren is writing');
		await expect.poll(() => rosa.page.locator('#writing').innerText(), { timeout: 10_000 }).toBe('');
	},
	{ alsoWithout: false },
);

journey(
	'in a meeting by text they see it, too',
	async ({ app, as }) => {
		const { slug } = await app.circle('tea');
		const meeting = `/circles/${slug}/meeting`;
		const [rosa, nour] = [await as('rosa'), await as('nour')];
		for (const who of [rosa, nour]) await wants(who, true);
		await rosa.go(meeting);
		await rosa.press('Open the door');
		await nour.go(meeting);
		await nour.page.getByLabel('Write to the circle').pressSequentially('Good');
		await expect.poll(() => rosa.page.locator('#writing').innerText()).toMatch(/is writing$/);
		await nour.press('Say it');
		await rosa.reads('Good');
		await expect.poll(() => rosa.page.locator('#writing').innerText()).toBe('');
	},
	{ alsoWithout: false },
);
