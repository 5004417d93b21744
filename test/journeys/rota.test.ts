import { expect } from 'vitest';
import { journey, type Traveller } from './journey.ts';

/** A day so many days from today, as a date field takes it. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Opens what is folded away, wherever it is. */
const unfold = async ({ page }: Traveller, summary: string) =>
	page.locator('summary', { hasText: summary }).first().click();

journey(
	'a coordinator opens a rota, a supporter signs up and asks for cover, and another takes it',
	async ({ as, walk }) => {
		const name = `The lamp ${walk}`;
		const amara = await as('amara');
		await amara.go('/');
		await amara.press('Shifts');
		await amara.press('Open a rota');
		await amara.write(/^What is being held/, name);
		await amara.press('Open it');
		await amara.reads('Nothing in the next two weeks');
		const { path } = amara;
		await unfold(amara, 'Add a single shift');
		await amara.write('Day', dayIn(5 + walk));
		await amara.page.locator('#single-at').fill('09:00');
		await amara.page.locator('#single-until').fill('11:00');
		await amara.press('Add a single shift');
		await amara.reads('One more is needed');

		// However their evenings lie on the day this is walked.
		await unfold(amara, 'How much anybody holds');
		await amara.write('Hours of rest between two shifts, at least', '0');
		await amara.press('Keep');

		const idris = await as('idris');
		await idris.go(path);
		await idris.press(/^Sign up/);
		await idris.reads('You are on it.');
		await idris.press('I cannot make it');
		const mine = idris.page.locator('li', { hasText: name }).first();
		await mine.locator('summary').click();
		await mine.getByLabel('A word to the others').fill('I have a cold.');
		await mine.getByRole('button', { name: 'Ask for cover' }).click();
		await idris.reads('You asked for cover. It is yours until somebody takes it.');
		await idris.look();

		const fern = await as('fern');
		await fern.go('/rota');
		await fern.reads('I have a cold.');
		const asked = fern.page.locator('li', { hasText: name }).first();
		await asked.getByRole('button', { name: 'Take over from Idris' }).click();
		await fern.page.waitForLoadState();
		await fern.look();
		await idris.go(path);
		await idris.reads('Fern');
		await idris.doesNotRead('You are on it.');
	},
);

journey(
	'somebody who has enough says so, and is told why a shift is not for them',
	async ({ as, scripts }) => {
		const tomatoes = await as('tomatoes');
		await tomatoes.go('/rota');
		await unfold(tomatoes, 'Change your limits');
		await tomatoes.write('Hours a week, at most', '0');
		await tomatoes.press('Keep');
		await unfold(tomatoes, 'that you cannot take now');
		await tomatoes.reads('This would be more hours that week than your limit.');
		expect(await tomatoes.page.getByRole('button', { name: /^Sign up/ }).count()).toBe(0);
		if (scripts) await tomatoes.look();
	},
);

journey('a calendar link is told once and can be ended', async ({ as, app }) => {
	const henk = await as('henk');
	await henk.go('/rota');
	await henk.press(/^Make a (new )?link$/);
	const link = await henk.page.getByLabel('Link for your calendar').inputValue();
	expect(await (await app.visitor().get(new URL(link).pathname)).text()).toContain('SUMMARY:Appointment');

	await henk.go('/rota');
	expect(await henk.page.getByLabel('Link for your calendar').count()).toBe(0);
	await henk.press('End the link');
	expect((await app.visitor().get(new URL(link).pathname)).status).toBe(404);
});
