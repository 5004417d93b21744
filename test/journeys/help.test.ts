import { expect } from 'vitest';
import { people } from '#cast';
import { openCase } from '#features/desk/server/index.ts';
import { transact } from '#platform/db.ts';
import { rightNow } from '#platform/time.ts';
import { veil } from '#web/discreet.ts';
import { startApp, type App } from '../app.ts';
import { granted } from '../talks.ts';
import { barriersOn, journey, test } from './journey.ts';

journey(
	'somebody writes down their wishes, a steward reads them in danger, and they see who it was',
	async (on) => {
		const { app, walk } = on;
		const nour = await on.as(walk === 1 ? 'nour' : 'wren');
		await nour.go('/circles');
		await nour.press('My wishes');
		await nour.reads('On a day when things are all right');
		await nour.write('What must never happen', 'No sirens at my door.');
		await nour.page.getByLabel('Stewards, when I am in danger').check();
		await nour.press('Keep it');
		await nour.reads('It is kept.');
		await nour.go('/me/wishes/views');
		await nour.reads('Nobody has read them');

		const caseId = await caseAbout(app, walk === 1 ? 'nour' : 'wren');
		const henk = await on.as('henk');
		await henk.go(`/desk/${caseId}/wishes`);
		await henk.doesNotRead('No sirens');
		await henk.reads(/it is noted, and/);
		await nour.go('/me/wishes/views');
		await nour.reads('Nobody has read them');
		await henk.press('Read it');
		await henk.reads('No sirens at my door.');

		await nour.go('/me/wishes/views');
		await nour.reads('Henk');
		await nour.reads('A steward, because you seemed to be in danger');
	},
);

/** A case in which somebody is in danger, which Henk has taken. */
async function caseAbout(app: App, who: 'nour' | 'wren') {
	const [subjectId, henk] = [await app.idOf(who), await app.idOf('henk')];
	const now = rightNow();
	const { caseId } = granted(
		await transact(app.spine, { actor: null, now }, (tx) =>
			openCase(tx, {
				...{ about: `person:${subjectId}`, subjectId, ageBand: 'adult', kind: 'words', tier: 3 },
				because: 'attention.case.choices',
			}),
		),
	);
	await app.spine.db
		.updateTable('desk_case')
		.set({ taken_by: henk, taken_at: now })
		.where('id', '=', caseId)
		.execute();
	return caseId;
}

journey('somebody looks for help in Ireland, without an account', async ({ newcomer }) => {
	const somebody = await newcomer();
	await somebody.go('/rooms');
	await somebody.press('Help');
	await somebody.page.getByLabel('Where are you?').selectOption('Ireland');
	await somebody.press('Show the lines there');
	await somebody.reads('Call 116 123');
	await somebody.reads('Write HELLO to 50808');
	await somebody.page.getByText('I am afraid that they send the police').click();
	await somebody.reads(/You can ask it as your first question/);
	expect(somebody.path).toBe('/help');
});

test('once seen, help is there without a network, and so is a copy of one’s wishes; leaving takes both away', async ({
	browser,
}) => {
	const app = await startApp();
	const context = await browser.newContext({ locale: 'en-GB' });
	const { cookies } = await app.signInAs('nour');
	await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: app.origin })));
	const page = await context.newPage();
	await page.goto(`${app.origin}/me/wishes`);
	await page.getByLabel('Whom to call, in this order').fill('My sister, then Amal.');
	await page.getByRole('button', { name: 'Keep it' }).click();
	await page.getByRole('button', { name: 'Keep a copy here' }).click();
	await page.goto(`${app.origin}/help?c=ES`);
	await page.getByText('stays readable without a network').waitFor();
	expect(await page.getByText('My sister, then Amal.').isVisible()).toBe(true);

	await app.stop();

	await page.goto(`${app.origin}/help?c=GB`);
	await page.getByText('United Kingdom', { exact: true }).click();
	expect(await page.getByRole('link', { name: 'Call 116 123' }).first().isVisible()).toBe(true);
	expect(await page.getByText('My sister, then Amal.').isVisible()).toBe(true);
	// It is the page that everybody gets.
	expect(await page.content()).not.toContain(people.nour.nickname);
	await page.getByRole('link', { name: 'Sign in' }).waitFor();
	expect(await barriersOn(page)).toEqual([]);
	/** In a tab of its own: the browser’s page about what went wrong comes late. */
	const opens = async (path: string) => {
		const tab = await context.newPage();
		const came = await tab.goto(app.origin + path).then(
			() => true,
			() => false,
		);
		await tab.close();
		return came;
	};
	expect(await opens('/circles')).toBe(false);
	expect(await opens('/help')).toBe(true);

	await page.getByRole('button', { name: 'Leave' }).click();
	await expect.poll(() => opens('/help')).toBe(false);
	await context.close();
}, 60_000);

test('leaving with a network takes the page away, the one who keeps it, and everything written here', async ({
	app,
	browser,
}) => {
	const context = await browser.newContext({ locale: 'en-GB' });
	const page = await context.newPage();
	await page.goto(`${app.origin}/help`);
	await page.getByText('stays readable without a network').waitFor();

	await page.getByRole('button', { name: 'Leave' }).click();
	await page.waitForURL('**/today');

	const left = () =>
		page.evaluate(async () => [
			...(await caches.keys()),
			...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
		]);
	await expect.poll(left).toEqual([]);
	await context.close();
});

test('in discreet mode what is kept is as discreet as the page, and on a shared device nothing is kept', async ({
	app,
	browser,
}) => {
	const context = await browser.newContext({ locale: 'en-GB' });
	const fern = await app.signInAs('fern');
	await context.addCookies([...fern.cookies].map(([name, value]) => ({ name, value, url: app.origin })));
	const page = await context.newPage();
	await page.goto(app.origin + veil('/help'));
	await page.getByText('stays readable without a network').waitFor();
	const kept = await page.evaluate(async () => (await caches.match('/kept'))!.text());
	expect(kept).toContain('<title>Notes</title>');
	expect(kept.match(/ (?:href|src|action)="\/[^"]*(?:help|circles|rooms)[^"]*"/g)).toBeNull();
	await context.close();

	const library = await browser.newContext({ locale: 'en-GB' });
	const visitor = app.visitor();
	await visitor.post('/sign-up?/passphrase', {
		...{ nickname: 'At the library', passphrase: 'a lamp in the window 9' },
		...{ sharedDevice: 'yes', next: '/' },
	});
	await library.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: app.origin })));
	const shared = await library.newPage();
	await shared.goto(`${app.origin}/help`);
	await shared.waitForLoadState('networkidle');
	expect(await shared.evaluate(async () => (await caches.keys()).length)).toBe(0);
	await library.close();
});
