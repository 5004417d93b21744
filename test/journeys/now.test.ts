import { expect } from 'vitest';
import { adult, journey, type Traveller } from './journey.ts';

/** Until the page says so: by itself with a script, looked at again without. */
async function comesToRead(traveller: Traveller, text: string | RegExp, scripts: boolean) {
	await expect
		.poll(
			async () => {
				if (!scripts) await traveller.page.reload();
				return traveller.page.getByText(text).filter({ visible: true }).count();
			},
			{ timeout: 15_000 },
		)
		.toBeGreaterThan(0);
}

/** What is said and done only where there is no script. */
async function looksAgainByItself({ page }: Traveller) {
	expect(await page.locator('noscript meta[http-equiv="refresh"]').getAttribute('content')).toBe('30');
	expect(await page.locator('main noscript').innerText()).toContain('Stop looking by itself');
}

journey(
	'at three in the night nobody is there: somebody asks all the same, is told the truth, writes it down, and leaves',
	async ({ newcomer, scripts, walk }) => {
		const nadia = await newcomer();
		await nadia.go('/');
		const way = nadia.page.getByRole('link', { name: 'Talk with somebody now' });
		const { y, height } = (await way.first().boundingBox())!;
		expect(y + height, 'seen without scrolling').toBeLessThan(nadia.page.viewportSize()!.height);
		await nadia.press('Talk with somebody now');
		await nadia.reads('Nobody is here for talks just now.');
		await nadia.reads(/Somebody has hours again from|The room .* opens/);
		await nadia.reads('Rooms that are open now');

		await nadia.page.getByLabel('Keep me company').check();
		await nadia.write('Anything to avoid?', 'The word brave.');
		await nadia.write('What may we call you?', 'Tam');
		await adult(nadia);
		await nadia.press('Sit with me');
		await nadia.reads(/Somebody is called that already/);
		expect(await nadia.page.getByLabel('Anything to avoid?').inputValue()).toBe('The word brave.');
		expect(await nadia.page.getByLabel('Keep me company').isChecked()).toBe(true);
		await nadia.write('What may we call you?', `Nadia ${walk}`);
		await nadia.press('Sit with me');

		expect(nadia.path).toBe('/now/waiting');
		await nadia.reads('You are in. It is quiet here just now.');
		await nadia.reads('Nobody is here for talks just now.');
		await nadia.reads(/If nobody has come by/);
		if (!scripts) await looksAgainByItself(nadia);
		await nadia.press('Write it down, only for you');
		await nadia.write('Only for you', 'It is quiet.');
		await nadia.go('/');
		await nadia.reads('You are waiting for somebody to sit with you.');
		await nadia.press('See how it stands');
		await nadia.press('Stop waiting');
		await nadia.reads('You are not waiting any more.');
		await nadia.page.getByLabel('Keep me company').check();
		await nadia.press('Sit with me');
		await nadia.reads('You are in. It is quiet here just now.');
		await nadia.press('Stop waiting');
	},
);

journey(
	'somebody is there: whoever asks is seen, told when they come, and sat down with',
	async ({ app, as, newcomer, scripts, walk }) => {
		const supporter = walk === 1 ? ('tam' as const) : ('idris' as const);
		const name = walk === 1 ? 'Tam' : 'Idris';
		// Whom the cast has asked already this week does not stand in the way.
		await app.spine.db.updateTable('supporter').set({ new_a_week: 20 }).execute();
		const there = await as(supporter);
		await there.go('/');
		await there.press('Be there for talks now');
		await there.press('I’m here for talks now');
		await there.reads('Nobody waits just now. A lit window is enough.');

		const nadia = await newcomer();
		await nadia.go('/now');
		await nadia.reads('Somebody is here for talks now.');
		await nadia.reads('How long it takes we cannot tell yet');
		await nadia.write('Anything to avoid?', 'Advice about sleep.');
		await nadia.write('What may we call you?', `Nadia of ${name}`);
		await adult(nadia);
		await nadia.press('Sit with me');
		await nadia.reads('You are in. Somebody will see you.');

		await comesToRead(there, 'Somebody would like you to just listen', scripts);
		await there.reads('Advice about sleep.');
		await there.doesNotRead(`Nadia of ${name}`);
		await there.look();
		await there.press('12 minutes');
		await there.reads(/You said that you are with them at about/);
		await comesToRead(
			nadia,
			new RegExp(`${name} has read your card and is with you in about 12 minutes`),
			scripts,
		);
		await nadia.look();

		await there.press('I’m with you now');
		expect(there.path).toMatch(/^\/pairings\//);
		await there.write('Say something', 'Good evening. I am here.');
		await there.press('Send');
		if (!scripts) await nadia.page.reload();
		await nadia.page.waitForURL('**/pairings/*');
		await comesToRead(nadia, 'Good evening. I am here.', scripts);
		await nadia.look();

		await there.go('/now/here');
		await there.reads('You are with somebody.');
		await there.press('I’m free for the next');
		await there.reads('Nobody waits just now. A lit window is enough.');
		await there.press('I’m not here any more');
		await there.reads('Until when?');
	},
);
