import { said as saidAtOnce } from '#test/said.ts';
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import { giveDuty } from '#features/people/server/index.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import type { Handle } from '#cast';
import type { App } from '../app.ts';
import { journey } from './journey.ts';

const as = <Outcome extends object>(
	app: App,
	actor: PersonId | null,
	operation: (tx: Tx) => Promise<Outcome>,
) => transact(app.spine, { actor, now: rightNow() }, operation);

/** Henk and Wren are stewards, and somebody says this in “Long nights”. */
async function given(app: App, who: Handle, body: string) {
	for (const steward of ['henk', 'wren'] as const) {
		const personId = await app.idOf(steward);
		await as(app, null, (tx) => giveDuty(tx, { personId, duty: 'steward' }));
	}
	const { id: circleId, slug } = await app.circle('nights');
	const speaker = await app.idOf(who);
	const { agreements_version: version } = await app.spine.db
		.selectFrom('circle')
		.select('agreements_version')
		.where('id', '=', circleId)
		.executeTakeFirstOrThrow();
	await as(app, speaker, (tx) => acceptAgreements(tx, { circleId, version }));
	const saying = { circleId, body, contentNote: '', replyTo: undefined, clientId: randomUUID() };
	const said = await as(app, speaker, (tx) => postMessage(tx, saying));
	const { place } = saidAtOnce(said);
	const { id } = await app.spine.db
		.selectFrom('message')
		.select('id')
		.where('conversation_id', '=', circleId)
		.where('place', '=', place)
		.executeTakeFirstOrThrow();
	return { about: `message:${id}`, talk: `/circles/${slug}/talk` };
}

const caseAbout = async ({ spine }: App, about: string) =>
	(
		await spine.db
			.selectFrom('desk_case')
			.select('id')
			.where('about', '=', about)
			.where('state', '=', 'open')
			.executeTakeFirstOrThrow()
	).id;

journey(
	'a report from both sides, through decision, appeal and reversal',
	async ({ app, as: come, walk }) => {
		const words = `You are all useless, walk ${walk}.`;
		const { about, talk } = await given(app, 'tomatoes', words);

		const nour = await come('nour');
		await nour.go(`/report?about=${about}`);
		await nour.press('It is hurtful or makes fun of somebody');

		const henk = await come('henk');
		const caseId = await caseAbout(app, about);
		await henk.go(`/desk/${caseId}`);
		await henk.press('Take it');
		await henk.press('Do something about it');
		await henk.page.getByLabel('We speak with care.', { exact: false }).check();
		await henk.press('Draft a reason');
		await henk.reads('Lowest step that fits');
		await henk.page.getByLabel('Hidden', { exact: true }).check();
		await henk.press('Decide');
		await henk.reads('Decided in this case');

		await nour.go(talk);
		await nour.doesNotRead(words);
		const tomatoes = await come('tomatoes');
		await tomatoes.go(talk);
		await tomatoes.reads('Stewards have looked at it and hidden it.');
		await tomatoes.reads(words);
		await tomatoes.go('/me/notices');
		await tomatoes.press('There is word from the people who look after this place');
		await tomatoes.reads('I have looked at something you wrote.');
		await tomatoes.doesNotRead('Nour');
		await tomatoes.doesNotRead('Henk');
		await tomatoes.write('How you see it', 'I was quoting my own father.');
		await tomatoes.press('Appeal');
		await tomatoes.reads('Your appeal is with somebody who had no part in the decision.');
		const mine = tomatoes.path;

		const appealCase = await caseAbout(app, `measure:${mine.split('/').at(-1)}`);
		await henk.page.goto(`${henk.origin}/desk/${appealCase}/decide`);
		await henk.doesNotRead('I was quoting my own father.');
		const wren = await come('wren');
		await wren.go(`/desk/${appealCase}`);
		await wren.press('Take it');
		await wren.press('Do something about it');
		await wren.reads('I was quoting my own father.');
		await wren.page.getByLabel('It is overturned').check();
		await wren.write('Why, in words to them', 'You were. We are sorry.');
		await wren.press('Answer');
		await wren.reads('This appeal has been answered.');

		await tomatoes.go(mine);
		await tomatoes.reads('You were. We are sorry.');
		await tomatoes.reads('Everything is as it was before.');
		await nour.go(talk);
		await nour.reads(words);
		await nour.go('/me/reports');
		await nour.reads('Stewards did something about it.');
	},
);

journey(
	'whoever is shut out reads why and until when, can appeal, find help and take their data, and comes back whole',
	async ({ app, as: come, walk }) => {
		const { about } = await given(app, 'tomatoes', `Go away, all of you, walk ${walk}.`);
		const tomatoes = await come('tomatoes');
		await tomatoes.go('/circles');
		const nour = await come('nour');
		await nour.go(`/report?about=${about}`);
		await nour.press('It is hurtful or makes fun of somebody');

		const henk = await come('henk');
		const caseId = await caseAbout(app, about);
		await henk.go(`/desk/${caseId}`);
		await henk.press('Take it');
		await henk.go(`/desk/${caseId}/decide?rule=care`);
		await henk.page.getByLabel('Suspended', { exact: true }).check();
		await henk.page.getByLabel('For how long').selectOption('7');
		await henk.press('Decide');
		await henk.reads('You proposed it.');
		await tomatoes.go('/circles');
		expect(tomatoes.path).toBe('/circles');

		const amara = await come('amara');
		await amara.go(`/desk/${caseId}/decide`);
		await amara.press('I agree');
		await tomatoes.go('/me');
		expect(tomatoes.path).toBe('/sign-in');

		const back = await come('tomatoes');
		await back.go('/circles');
		expect(back.path).toBe('/me/measures');
		await back.reads('Everything else here is closed to you until');
		await back.press('Find help now');
		expect(back.path).toBe('/help');
		await back.go('/me/data');
		expect(back.path).toBe('/me/data');
		await back.go('/me/measures');
		await back.press('Suspended');
		await back.write('How you see it', 'It was a bad night. I am sorry.');
		await back.press('Appeal');
		const appealCase = await caseAbout(app, `measure:${back.path.split('/').at(-1)}`);

		const wren = await come('wren');
		await wren.go(`/desk/${appealCase}`);
		await wren.press('Take it');
		await wren.press('Do something about it');
		await wren.page.getByLabel('It is overturned').check();
		await wren.write('Why, in words to them', 'Come back.');
		await wren.press('Answer');

		await back.go('/circles');
		expect(back.path).toBe('/circles');
		const { slug } = await app.circle('nights');
		await back.go(`/circles/${slug}/talk`);
		expect(back.path).toBe(`/circles/${slug}/talk`);
	},
);
