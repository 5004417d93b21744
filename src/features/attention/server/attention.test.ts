import { noticedAbout } from './noticed.ts';
import { cardAt } from '#features/conversations/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { editMessage } from '#features/circles/server/edit-message.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import type { CircleId } from '#features/circles/circle.ts';
import { held } from '#composition';
import {
	aliasIn,
	messagesBefore,
	pageOf,
	changesAfter,
	takeBackHeld,
} from '#features/conversations/server/index.ts';
import { caseAsRulesSee } from '#features/desk/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, dayOf, days, hours } from '#platform/time.ts';
import { onShift } from '#test/desk.ts';
import { everythingKept } from '#test/everything-kept.ts';
import { doWhatIsDue } from '#test/jobs.ts';
import { granted } from '#test/rooms.ts';
import { test, type World } from '#test/world.ts';
import type { CardId } from '../card.ts';
import { answerCard } from './index.ts';

/** Rosa holds the circle; Ben sits in it, and has for a year. */
async function talking(world: World) {
	const [rosa, ben] = [await world.person('Rosa'), await world.person('Ben')];
	const circleId = await world.circle({ hosts: [rosa], seated: [ben] });
	await world.as(ben, (tx) => acceptAgreements(tx, { circleId, version: 1 }));
	const say = (who: PersonId, body: string, more: { sure?: boolean; clientId?: string } = {}) =>
		world.as(who, (tx) =>
			postMessage(tx, {
				...{ circleId, body, contentNote: '', replyTo: undefined, clientId: randomUUID(), ...more },
			}),
		);
	return { rosa, ben, circleId, say };
}

const cameLongAgo = async (world: World, personId: PersonId) => {
	await world.db
		.updateTable('person')
		.set({ joined_on: dayOf(after(world.now, -days(400))) })
		.where('id', '=', personId)
		.execute();
};

const page = async (world: World, circleId: CircleId, who: PersonId, host = false) => {
	const me = (await aliasIn(world.db, circleId, who))?.id;
	const viewer = (await viewerById(world.db, who))!;
	return pageOf(world.db, world.vault, circleId, {
		...{ viewer, me, host, query: new URLSearchParams(), now: world.now },
	});
};

const cases = (world: World) => world.db.selectFrom('desk_case').selectAll().orderBy('opened_at').execute();

const cardIn = (posted: object): CardId => {
	if ('card' in posted && posted.card) return posted.card as CardId;
	throw new Error('No card was dealt.');
};

const danger = 'I keep thinking about killing myself.';
const now = 'I just took all my pills, I want to die';

describe('a card', () => {
	test('lies before whoever wrote it and nobody else, and the words are delivered', async ({ world }) => {
		const { rosa, ben, circleId, say } = await talking(world);

		const posted = granted(await say(ben, danger));

		expect(posted).toMatchObject({ place: 1 });
		const mine = await page(world, circleId, ben);
		expect(mine.card).toMatchObject({ kind: 'choices', answer: null, duty: { held: false, from: null } });
		expect(mine.card!.because).toContain('safety.reading.because.suicide-named');
		const theirs = await page(world, circleId, rosa, true);
		expect(theirs.card).toBeUndefined();
		expect(theirs.lines.map(({ body }) => body)).toEqual([danger]);
	});

	test('is dealt once in twelve hours in one talk, unless danger comes nearer', async ({ world }) => {
		const { ben, say } = await talking(world);
		const dealt = async (words: string) => 'card' in granted(await say(ben, words));

		expect(await dealt(danger)).toBe(true);
		expect(await dealt(danger)).toBe(false);
		expect(await dealt(now)).toBe(true);
		expect(await dealt(now)).toBe(false);
		world.now = after(world.now, hours(12));
		expect(await dealt(danger)).toBe(true);
	});

	test('brings a case about its writer to the desk, and later words join it', async ({ world }) => {
		const { ben, say } = await talking(world);
		const lolo = await world.person('Lolo', { duties: ['steward'] });
		await onShift(world, lolo, { from: after(world.now, -hours(1)), hours: 4 });

		const { id } = granted(await say(ben, danger)) as { id: string };
		await doWhatIsDue(world);
		await say(ben, danger);
		await doWhatIsDue(world);

		expect(await cases(world)).toMatchObject([
			{ about: `message:${id}`, kind: 'words', tier: 2, subject_id: ben, because: 'attention.case.choices' },
		]);
		const told = await world.db.selectFrom('notice').select('person_id').execute();
		expect(told.map(({ person_id }) => person_id)).toContain(lolo);
	});

	test('danger that comes nearer is told to the desk as such', async ({ world }) => {
		const { ben, say } = await talking(world);

		await say(ben, danger);
		await say(ben, now);
		await doWhatIsDue(world);

		const tiers = (await cases(world)).map(({ tier }) => tier);
		expect(Math.max(...tiers)).toBe(3);
	});

	test('“not what I meant” puts the case away, but where danger seemed near somebody still looks', async ({
		world,
	}) => {
		const { ben, circleId, say } = await talking(world);
		const answered = async (words: string) => {
			const posted = granted(await say(ben, words));
			await doWhatIsDue(world);
			const cardId = cardIn(posted);
			granted(await world.as(ben, (tx) => answerCard(tx, { cardId, answer: 'not-meant' })));
			const row = await world.db
				.selectFrom('card')
				.select('case_id')
				.where('id', '=', cardId)
				.executeTakeFirstOrThrow();
			return (await caseAsRulesSee(world.db, row.case_id!))?.state;
		};

		expect(await answered(danger)).toBe('closed');
		expect((await page(world, circleId, ben)).card).toBeUndefined();
		expect(await answered(now)).toBe('open');
	});

	test('is nobody else’s to answer', async ({ world }) => {
		const { rosa, ben, say } = await talking(world);
		const posted = granted(await say(ben, danger));
		const cardId = cardIn(posted);

		expect(await world.as(rosa, (tx) => answerCard(tx, { cardId, answer: 'enough' }))).toEqual({
			refused: 'no-such-card',
		});
	});

	test('comes of changed words as well, and quoting somebody deals none', async ({ world }) => {
		const { ben, circleId, say } = await talking(world);
		await say(ben, 'Evening.');
		const edited = await world.as(ben, (tx) =>
			editMessage(tx, { circleId, place: 1, body: danger, contentNote: '' }),
		);
		expect(edited).toHaveProperty('card');

		const rosas = await say(ben, 'My brother told me: “kill yourself”. That was years ago.');
		expect('card' in rosas && rosas.card).toBeFalsy();
	});

	test('a post arrives whatever becomes of the desk', async ({ world }) => {
		const { ben, circleId, say } = await talking(world);
		await world.db.schema.dropTable('desk_case').cascade().execute();

		granted(await say(ben, now));

		expect((await page(world, circleId, ben)).lines).toHaveLength(1);
	});
});

test('what was read is kept nowhere: no score, no level, no rule, no word', async ({ world }) => {
	const { ben, say } = await talking(world);
	await say(ben, now);
	await doWhatIsDue(world);

	const kept = await everythingKept(world.db);

	for (const trace of ['pills', 'being-done', 'want-die', 'suicide', 'safety.reading'])
		expect(kept, trace).not.toContain(trace);
	const columns = await world.db.introspection.getTables();
	const names = columns.flatMap((table) => table.columns.map(({ name }) => `${table.name}.${name}`));
	// When the organisation went through its own risk assessment is about no person.
	const telling = names.filter((name) => /score|risk|level|severity|sentiment/.test(name));
	expect(telling.filter((name) => !name.startsWith('risk_review.'))).toEqual([]);
});

describe('encouragement of harm', () => {
	test('is not sent, and whoever wrote it is told why', async ({ world }) => {
		const { ben, circleId, say } = await talking(world);

		expect(await say(ben, 'you should kill yourself')).toEqual({ refused: 'encourages-harm' });
		expect((await page(world, circleId, ben)).lines).toEqual([]);
	});

	test('telling of it is sent', async ({ world }) => {
		const { ben, say } = await talking(world);
		expect(await say(ben, 'they told me to kill myself at school')).toHaveProperty('place');
	});
});

describe('a way to be reached elsewhere', () => {
	const number = 'you can call me on 07700 900123';

	test('from a newcomer waits, seen by nobody else on the page, live or in the API', async ({ world }) => {
		const { rosa, ben, circleId, say } = await talking(world);

		const posted = granted(await say(ben, number));

		expect(posted).toHaveProperty('held');
		expect((await page(world, circleId, ben)).held).toMatchObject([{ body: number, declined: false }]);
		const theirs = await page(world, circleId, rosa, true);
		expect(theirs).toMatchObject({ held: [], lines: [], toRead: 1 });
		expect(await changesAfter(world.db, world.vault, circleId, 0)).toEqual([]);
	});

	test('is passed on by whoever holds the place, and then said with the next number', async ({ world }) => {
		const { rosa, ben, circleId, say } = await talking(world);
		const { held: id } = granted(await say(ben, number)) as { held: Parameters<typeof held.passOn>[1] };
		await say(rosa, 'Evening.');

		expect(await held.list(world.db, world.vault, rosa, world.now)).toMatchObject([{ body: number }]);
		expect(await held.list(world.db, world.vault, ben, world.now)).toEqual([]);
		expect(await world.as(ben, (tx) => held.passOn(tx, id))).toEqual({ refused: 'no-such-message' });
		expect(await world.as(rosa, (tx) => held.passOn(tx, id))).toEqual({ place: 2 });

		const lines = await messagesBefore(world.db, world.vault, circleId, {
			...{ personId: null, aliasId: undefined, host: false },
		});
		expect(lines.map(({ body }) => body)).toEqual(['Evening.', number]);
		expect(await world.as(rosa, (tx) => held.passOn(tx, id))).toEqual({ refused: 'no-such-message' });
	});

	test('that was not passed on stays with whoever wrote it, until they put it away', async ({ world }) => {
		const { rosa, ben, circleId, say } = await talking(world);
		const { held: id } = granted(await say(ben, number)) as { held: Parameters<typeof held.passOn>[1] };

		granted(await world.as(rosa, (tx) => held.keepBack(tx, id)));
		expect((await page(world, circleId, ben)).held).toMatchObject([{ body: number, declined: true }]);
		expect(await world.as(rosa, (tx) => takeBackHeld(tx, id))).toEqual({ refused: 'no-such-message' });
		granted(await world.as(ben, (tx) => takeBackHeld(tx, id)));
		expect((await page(world, circleId, ben)).held).toEqual([]);
	});

	test('sent twice with one client id waits once', async ({ world }) => {
		const { ben, circleId, say } = await talking(world);
		const clientId = randomUUID();
		await say(ben, number, { clientId });
		await say(ben, number, { clientId });
		expect((await page(world, circleId, ben)).held).toHaveLength(1);
	});

	test('from somebody who has talked on five days and came long ago is said at once', async ({ world }) => {
		const { ben, say } = await talking(world);
		await cameLongAgo(world, ben);
		expect(await say(ben, number)).toHaveProperty('held');
		for (let day = 0; day < 5; day++) {
			await say(ben, 'Evening.');
			world.now = after(world.now, days(1));
		}
		expect(await say(ben, number)).toHaveProperty('place');
	});

	test('a helpline is nobody’s number, and whoever is in danger is never held', async ({ world }) => {
		const { ben, say } = await talking(world);
		expect(await say(ben, 'they helped me: 116 123')).toHaveProperty('place');
		expect(await say(ben, `${now}, call me on 07700 900123`)).toMatchObject({ place: 2 });
	});

	test('cannot be slipped into what was said already', async ({ world }) => {
		const { ben, circleId, say } = await talking(world);
		await say(ben, 'Evening.');
		const edited = await world.as(ben, (tx) =>
			editMessage(tx, { circleId, place: 1, body: number, contentNote: '' }),
		);
		expect(edited).toEqual({ refused: 'say-it-anew' });
	});

	test('by which somebody could be found is asked about once, where it can be asked', async ({ world }) => {
		const { ben, say } = await talking(world);
		const words = 'My name is Benjamin Harlow and I live at 14 Marlow Road';
		expect(await say(ben, words, { sure: false })).toEqual({ refused: 'says-who' });
		expect(await say(ben, words, { sure: true })).toHaveProperty('place');
	});
});

test('a card is its writer’s alone, and a steward is told what it was answered', async ({ world }) => {
	const { rosa, ben, say } = await talking(world);
	const cardId = cardIn(granted(await say(ben, danger)));
	await doWhatIsDue(world);
	const [opened] = await cases(world);

	expect(await cardAt(world.db, world.vault, { personId: ben, cardId, now: world.now })).toMatchObject({
		kind: 'choices',
		emergency: undefined,
	});
	await world.db.updateTable('person').set({ country: 'ES' }).where('id', '=', ben).execute();
	expect(await cardAt(world.db, world.vault, { personId: ben, cardId, now: world.now })).toMatchObject({
		emergency: '112',
	});
	expect(await cardAt(world.db, world.vault, { personId: rosa, cardId, now: world.now })).toBeUndefined();
	const it = (await caseAsRulesSee(world.db, opened!.id))!;
	expect(await noticedAbout(world.db, it)).toEqual({ answer: null, company: [] });
});
