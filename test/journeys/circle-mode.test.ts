import { expect, test } from 'vitest';
import { Evening, hasThePiece, seen } from '../an-evening.ts';
import { openBrowser } from '../browser.ts';
import { Hearten } from '../hearten.ts';
import { barriersOn } from './journey.ts';

/** How long everybody’s page may take to be the same again. */
const SOON = 5_000;

const eventually = <Look>(look: () => Promise<Look>) => expect.poll(look, { timeout: 15_000, interval: 100 });

test('eight people go through every part of a meeting, and a killed server takes no turn from anybody', async () => {
	const hearten = await Hearten.start({ HEARTEN_DEMO: 'yes' });
	const browser = await openBrowser();
	try {
		const evening = await Evening.begin(hearten, browser);
		const { rosa, sitters } = evening;
		const stage = async (heading: string) => {
			await eventually(async () => seen(await rosa.page()).stage).toBe(heading);
			await alike(evening);
			await withoutBarriers(evening);
		};
		const goOn = async (heading: string) => {
			await rosa.press('move-on');
			await stage(heading);
		};

		await atTheDoor(evening);
		await rosa.press('open');
		await stage('Welcome');
		expect(seen(await rosa.page()).order).toHaveLength(8);

		await goOn('Agreements, read in turn');
		expect(await evening.goRound()).toHaveLength(4);

		await goOn('Opening round');
		await killInTheMiddleOfATurn(evening);
		const heard = await evening.goRound((sitter, nth) => sitter.press(nth === 2 ? 'later' : 'finish'));
		// Two had their turn before; one of the other six asked to be come back to.
		expect(heard).toHaveLength(7);
		expect(new Set(heard).size).toBe(6);

		await goOn('The talking piece');
		await onlyTheHolderWrites(evening);
		await onlyGuidesRead(evening, 'Henk has had a hard week');
		expect(new Set(await evening.goRound()).size).toBe(8);

		await goOn('Whoever wants to');
		await evening.wrenGetsAScript();
		expect(await barriersOn(evening.wren.shown)).toEqual([]);
		await evening.wren.press('take');
		await eventually(async () => hasThePiece(await evening.wren.page())).toBe(true);
		expect(await evening.who('amara').press('take')).toBe(409);
		await evening.wren.press('finish');
		for (const sitter of sitters) if (sitter !== evening.wren) await nothing(sitter);

		await goOn('One person at a time');
		await lendAndGetBack(evening);

		await goOn('An example, and answers');
		await evening.who('tomatoes').press('sign-up');
		const answers = await evening.goRound();
		expect(answers[0]).toBe('tomatoes');
		expect(new Set(answers).size).toBe(8);

		await goOn('A reading');
		expect(await evening.goRound()).toHaveLength(3);

		await goOn('Open mic');
		await evening.wren.press('sign-up');
		await eventually(async () => hasThePiece(await evening.wren.page())).toBe(true);
		await evening.who('nour').press('sign-up');
		expect(await evening.goRound()).toEqual(['wren', 'nour']);

		await goOn('Closing round');
		expect(new Set(await evening.goRound((sitter) => sitter.press('pass'))).size).toBe(8);

		await goOn('Before you go');
		await rosa.press('close');
		for (const sitter of sitters)
			await eventually(async () => seen(await sitter.page()).stage).toBe('The meeting is over');
		await sayHowItWas(evening);
	} finally {
		await browser.close();
		await hearten.remove();
	}
});

/** Everybody has come early, and nobody is in. */
async function atTheDoor({ sitters, hearten, path }: Evening) {
	for (const { name, comes } of sitters.map((sitter) => ({
		name: sitter.name,
		comes: sitter.comes.bind(sitter),
	})))
		await comes(name === 'henk' ? 'phone' : 'speaking');
	for (const sitter of sitters) {
		const page = await sitter.page();
		expect(seen(page), sitter.name).toMatchObject({ stage: 'You are at the door', order: [] });
	}
	const visitor = await fetch(hearten.origin + path, { redirect: 'manual' });
	expect(visitor.status).toBe(303);
}

/** Whoever looks, by whatever means, sees the same people in the same order, and the same one with the piece. */
async function alike(evening: Evening) {
	await expect
		.poll(
			async () => {
				const [first, ...others] = await evening.everybodySees();
				return others.filter((other) => JSON.stringify(other) !== JSON.stringify(first));
			},
			{ timeout: SOON, interval: 100 },
		)
		.toEqual([]);
}

/** For whoever guides, on a desktop, and for a member on a phone. */
async function withoutBarriers({ rosa, wren }: Evening) {
	for (const { shown } of [rosa, wren]) {
		const [room, width] = await shown.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
		expect(width).toBeLessThanOrEqual(room!);
	}
	expect(await barriersOn(rosa.shown)).toEqual([]);
}

async function killInTheMiddleOfATurn(evening: Evening) {
	const { hearten, rosa, sitters } = evening;
	const first = (await evening.holder())!;
	await first.press('finish');
	await eventually(async () => (await evening.holder())?.name).not.toBe(first.name);
	const speaker = (await evening.holder())!;
	await speaker.says(`What ${speaker.name} said before the lights went out.`);
	await alike(evening);
	const before = seen(await speaker.page());
	const turn = / name="turn" value="(\d+)"/.exec(await speaker.page())![1]!;

	await hearten.kill();
	await eventually(() => rosa.shown.locator('#away').isVisible()).toBe(true);
	await hearten.start();

	await expect
		.poll(
			async () => {
				const views = await evening.everybodySees();
				const live = (await rosa.shown.locator('#away').isHidden()) ? 'live' : 'away';
				return [...views.map((view) => JSON.stringify(view) === JSON.stringify(before)), live];
			},
			{ timeout: SOON, interval: 100 },
		)
		.toEqual([...sitters.map(() => true), 'live']);
	expect(await rosa.shown.content()).toContain('before the lights went out');
	// The button on the page from before still does what it says, once.
	expect(before.holder).toBe(seen(await speaker.page()).holder);
	if ((await speaker.press('finish', { turn })) !== 0)
		expect(await speaker.press('finish', { turn })).toBe(409);
	await eventually(async () => (await evening.holder())?.name).not.toBe(speaker.name);
	await alike(evening);
}

async function onlyTheHolderWrites(evening: Evening) {
	const speaker = (await evening.holder())!;
	const silent =
		evening.sitters.find((sitter) => sitter !== speaker && sitter.name === 'fern') ?? evening.who('amara');
	expect(await silent.says('Just one thing.')).toBe(409);
	await speaker.says('The kettle is on here as well.');
	await eventually(() => evening.rosa.shown.getByText('The kettle is on here as well.').count()).toBe(1);
}

async function onlyGuidesRead({ sitters }: Evening, words: string) {
	for (const sitter of sitters) {
		const guides = sitter.name === 'rosa' || sitter.name === 'idris';
		expect((await sitter.page()).includes(words), sitter.name).toBe(guides);
	}
}

/** “Nothing from me”, by whatever button there is. */
const nothing = (sitter: Evening['sitters'][number]) => sitter.press('pass');

async function lendAndGetBack(evening: Evening) {
	const [amara, nour] = [evening.who('amara'), evening.who('nour')];
	await amara.press('sign-up');
	await nour.press('raise');
	const page = await amara.page();
	const hand = / name="who" value="([^"]+)"/.exec(page)![1]!;
	await amara.press('hear', { who: hand });
	expect(hasThePiece(await nour.page())).toBe(true);
	await alike(evening);
	await nour.press('finish');
	expect(hasThePiece(await amara.page())).toBe(true);
	await amara.press('finish');
}

async function sayHowItWas({ wren, hearten }: Evening) {
	await wren.shown.locator('input[name="heard"][value="4"]').check();
	await wren.shown.getByRole('button', { name: 'Say how it was' }).click();
	await wren.shown.getByText('It is counted, and nobody knows it was you.').waitFor();
	const { db } = await hearten.spine({ max: 1 });
	const rows = await db.selectFrom('how_it_was').select(['question', 'answer', 'count']).execute();
	expect(rows).toEqual([{ question: 'heard', answer: 4, count: 1 }]);
	const { state, attended } = await db
		.selectFrom('sitting')
		.select(['state', 'attended'])
		.where('attended', '>', 0)
		.executeTakeFirstOrThrow();
	expect(attended).toBe(8);
	expect(state!.mayAnswer).toHaveLength(7);
}
