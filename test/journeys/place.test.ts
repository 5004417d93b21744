import { expect } from 'vitest';
import { NEUTRAL_NAME } from '#web/discreet.ts';
import { startApp } from '../app.ts';
import { comeIn, journey, test, Traveller } from './journey.ts';

const claim = /(\/claim\/\S+)\s/;

test.for([true, false])(
	'whoever opens the first link looks after the place, and gives somebody hosting (script: %s)',
	async (scripts, { browser }) => {
		const app = await startApp({ HEARTEN_DEMO: 'no' });
		// It is printed a moment after the app has said that it is here.
		await expect.poll(() => app.printed(), { timeout: 20_000 }).toMatch(claim);
		const [, link = ''] = claim.exec(app.printed())!;
		const open = async (width: number) => {
			const context = await browser.newContext({
				javaScriptEnabled: scripts,
				viewport: { width, height: 800 },
			});
			return new Traveller(await context.newPage(), app, scripts);
		};
		const guest = await open(360);
		await guest.go('/sign-up');
		await comeIn(guest, 'Ines', 'a lamp in the window');

		const first = await open(1280);
		await first.go(link);
		await first.press('Take a nickname');
		await comeIn(first, 'Coordinator', 'two lamps in the window');
		// Nobody looks after a place that has not said what it does in danger.
		if (!scripts) {
			const unsaid = 'What you really do when somebody is in danger';
			await first.page.getByLabel(unsaid).evaluate((field) => field.removeAttribute('required'));
			await first.press('Be the coordinator');
			await first.reads('Please fill this in.');
		}
		await first.write('What you really do when somebody is in danger', 'We ask you first.');
		await first.press('Be the coordinator');
		await first.write('Name of this place', 'The Lamp');
		await first.write('What you really do when somebody is in danger', 'We stay, and ask you first.');
		await first.press('Save');
		await first.reads('Saved.');
		await first.write('Nickname', 'ines');
		await first.press('Give this duty');
		await first.page.getByRole('button', { name: 'Take back from Ines: Host' }).waitFor();

		await guest.go(link);
		await guest.reads('This link has been used');
		await guest.go('/circles/new');
		await guest.reads('We stay, and ask you first.');
		await guest.page.getByLabel('Name', { exact: true }).waitFor();
		expect(await guest.page.getByRole('link', { name: 'Organisation' }).count()).toBe(0);

		await first.page.context().close();
		await guest.page.context().close();
		await app.stop();
	},
);

journey('the same evening in Spanish', async ({ as }) => {
	const mari = await as('maricarmen', { locale: 'es-ES' });
	await mari.go('/');
	await mari.press('Sobremesa', { nth: 0 });
	expect(await mari.page.locator('html').getAttribute('lang')).toBe('es');
	await mari.press('Conversación');
	await mari.reads('Canelo. Está dormido encima de mi pie');
});

journey('somebody discreet leaves only notes in the history', async ({ as }) => {
	const fern = await as('fern');
	await fern.go('/');
	await fern.press('Long nights', { nth: 0 });
	await fern.press('Conversation');
	await fern.reads('Evening. The lamp is on.');
	await fern.write('Say something', 'Here as well.');
	await fern.press('Send');
	await fern.reads('Here as well.');

	expect(await fern.page.title()).toBe(NEUTRAL_NAME);
	expect(fern.path).toMatch(/^\/n\/[\w-]+$/);
});
