import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Evening, hasThePiece } from './an-evening.ts';
import type { Hearten } from './hearten.ts';

/** What docs/circle-mode.md walks through, in this order. */
export const meetingPictures = [
	'circle-mode-1-coming',
	'circle-mode-2-door',
	'circle-mode-3-agreements',
	'circle-mode-4-my-turn',
	'circle-mode-5-host',
	'circle-mode-6-popcorn',
	'circle-mode-7-focus',
	'circle-mode-8-away',
	'circle-mode-9-after',
] as const;
type Picture = (typeof meetingPictures)[number];

/** Goes through an evening as the journey does, and takes a picture of what somebody sees at each turn of it. */
export async function takeMeetingPictures(hearten: Hearten, browser: Browser, folder: string) {
	const evening = await Evening.begin(hearten, browser);
	const { rosa, sitters } = evening;
	await evening.wrenGetsAScript();
	const take = (name: Picture, page: Page) => takeOne(folder, name, page);

	const others = sitters.filter((sitter) => sitter !== evening.wren);
	for (const sitter of others) await sitter.comes(sitter.name === 'henk' ? 'phone' : 'speaking');
	// There is a lobby to come to once a host stands in it.
	await evening.wren.shown.reload();
	await take('circle-mode-1-coming', evening.wren.shown);
	await evening.wren.comes('speaking');
	await rosa.shown.getByText('Wren').first().waitFor();
	await take('circle-mode-2-door', rosa.shown);
	await rosa.press('open');
	await rosa.shown.getByRole('heading', { name: 'Welcome' }).waitFor();

	await goOn(rosa.shown, 'Agreements, read in turn');
	await evening.wren.shown.locator('blockquote').waitFor();
	await take('circle-mode-3-agreements', evening.wren.shown);
	await evening.goRound();
	await goOn(rosa.shown, 'Opening round');
	await evening.goRound();

	await goOn(rosa.shown, 'The talking piece');
	await evening.goRound(async (sitter) => {
		if (sitter === evening.wren) await take('circle-mode-4-my-turn', evening.wren.shown);
		if (sitter.name === 'amara') {
			await sitter.says('It is quieter than it was, and I no longer feel guilty that it is.');
			await evening.who('nour').press('resonate', { kind: 'with-you' });
			await evening.who('fern').press('raise');
			await rosa.shown.getByText('no longer feel guilty').waitFor();
			await take('circle-mode-5-host', rosa.shown);
		}
		await sitter.press('finish');
	});

	await goOn(rosa.shown, 'Whoever wants to');
	await evening.wren.shown.getByRole('button', { name: 'Take the piece' }).waitFor();
	await take('circle-mode-6-popcorn', evening.wren.shown);
	for (const sitter of sitters) await sitter.press('pass');

	await goOn(rosa.shown, 'One person at a time');
	await evening.wren.press('sign-up');
	while (!hasThePiece(await evening.wren.page()));
	await evening.who('nour').press('raise');
	await evening.wren.shown.getByRole('button', { name: /^Hear/ }).waitFor();
	await take('circle-mode-7-focus', evening.wren.shown);

	await hearten.kill();
	await rosa.shown.locator('#away').waitFor({ state: 'visible' });
	await take('circle-mode-8-away', rosa.shown);
	await hearten.start();
	await rosa.shown.locator('#away').waitFor({ state: 'hidden' });

	await rosa.shown.getByText('End the meeting').first().click();
	await rosa.press('close');
	await evening.wren.shown.getByText('The meeting is over').waitFor();
	await take('circle-mode-9-after', evening.wren.shown);
}

async function goOn(page: Page, stage: string) {
	await page
		.getByRole('button', { name: `Go on: ${stage}` })
		.first()
		.click();
	await page.getByRole('heading', { name: stage }).waitFor();
}

async function takeOne(folder: string, name: Picture, page: Page) {
	await page.evaluate(() => scrollTo(0, 0));
	await page.screenshot({ path: join(folder, `${name}.png`) });
}
