import { noticedAbout } from './noticed.ts';
import { caseAsRulesSee } from '#features/desk/server/index.ts';
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { held } from '#composition';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import { joinCircle } from '#features/circles/server/index.ts';
import { setCalm } from '#features/conversations/server/index.ts';
import type { MessageId } from '#features/conversations/message.ts';
import { makeReport } from '#features/reports/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, dayOf, days, hours, minutes } from '#platform/time.ts';
import { everythingKept } from '#test/everything-kept.ts';
import { doWhatIsDue } from '#test/jobs.ts';
import { granted } from '#test/rooms.ts';
import { test, type World } from '#test/world.ts';
import { startValues } from '../patterns.ts';
import { forgetOld } from './forget-old.ts';
import { beginContact, comeFrom, companyOf, contactAnswered, patternsOf, setPatterns } from './index.ts';

const begin = (world: World, who: PersonId, withWhom: PersonId) =>
	world.as(who, (tx) => beginContact(tx, { with: withWhom }));

const came = (world: World, who: PersonId, ago: number) =>
	world.db
		.updateTable('person')
		.set({ joined_on: dayOf(after(world.now, -ago)) })
		.where('id', '=', who)
		.execute();

const several = (world: World, count: number, name: string) =>
	Promise.all(Array.from({ length: count }, (_, n) => world.person(`${name} ${n}`)));

const cases = (world: World) =>
	world.db.selectFrom('desk_case').select(['about', 'kind', 'because', 'tier']).execute();

describe('talks of two', () => {
	test('a newcomer begins three a day, with whomever they choose, and goes on with those', async ({
		world,
	}) => {
		const ana = await world.person('Ana');
		const others = await several(world, 5, 'Other');

		const begun = [];
		for (const other of others) begun.push(await begin(world, ana, other));

		expect(begun.map((one) => 'refused' in one)).toEqual([false, false, false, true, true]);
		expect(begun[3]).toEqual({ refused: 'enough-for-today' });
		expect(await begin(world, ana, others[0]!)).toEqual({ known: true });
		world.now = after(world.now, hours(25));
		expect(await begin(world, ana, others[3]!)).toEqual({ known: false });
	});

	test('ten at once of one newcomer are three', async ({ world }) => {
		const ana = await world.person('Ana');
		const others = await several(world, 10, 'Other');
		const begun = await Promise.all(others.map((other) => begin(world, ana, other)));
		expect(begun.filter((one) => !('refused' in one))).toHaveLength(3);
	});

	test('somebody who came long ago is not counted so, and is looked at where few answer', async ({
		world,
	}) => {
		const ana = await world.person('Ana');
		await came(world, ana, days(400));
		const others = await several(world, 11, 'Other');

		for (const other of others.slice(0, 10)) granted(await begin(world, ana, other));
		await doWhatIsDue(world);
		expect(await cases(world)).toEqual([]);
		granted(await begin(world, ana, others[10]!));
		await doWhatIsDue(world);

		expect(await cases(world)).toEqual([
			{ about: `person:${ana}`, kind: 'pattern', because: 'attention.case.seeks-many', tier: 1 },
		]);
	});

	test('somebody whom many answer is nobody’s business', async ({ world }) => {
		const ana = await world.person('Ana');
		await came(world, ana, days(400));
		for (const other of await several(world, 12, 'Other')) {
			granted(await begin(world, ana, other));
			await world.as(other, async (tx) => {
				await contactAnswered(tx, { begunBy: ana });
				return {};
			});
		}
		await doWhatIsDue(world);
		expect(await cases(world)).toEqual([]);
	});

	test('fifty who came together and try ten thousand times reach three a day each, and are seen as one', async ({
		world,
	}) => {
		const fifty = await several(world, 50, 'Crowd');
		const others = await several(world, 200, 'Other');
		for (const [n, personId] of fifty.entries())
			await world.as(null, (tx) => comeFrom(tx, { personId, address: `203.0.113.${n}` }));

		let reached = 0;
		let refused = 0;
		for (const personId of fifty)
			await world.as(personId, async (tx) => {
				for (const other of others) {
					const one = await beginContact(tx, { with: other });
					if ('refused' in one) refused++;
					else reached++;
				}
				return {};
			});
		await doWhatIsDue(world);

		expect([reached, refused]).toEqual([150, 9850]);
		expect(await cases(world)).toMatchObject([{ kind: 'pattern', because: 'attention.case.company' }]);
		expect(await companyOf(world.db, fifty[7]!)).toHaveLength(50);
		const opened = await world.db.selectFrom('desk_case').select('id').executeTakeFirstOrThrow();
		const it = (await caseAsRulesSee(world.db, opened.id))!;
		expect((await noticedAbout(world.db, it)).company).toHaveLength(50);
	});

	test('of where somebody came from nothing stays', async ({ world }) => {
		const [ana, ben, cy] = await several(world, 3, 'Ana');
		const from = (personId: PersonId, address: string) =>
			world.as(null, (tx) => comeFrom(tx, { personId, address }));
		await from(ana!, '198.51.100.7');
		await from(ben!, '198.51.100.9');
		await from(cy!, '2001:db8:12:34::5');

		expect(new Set(await companyOf(world.db, ana!))).toEqual(new Set([ana, ben]));
		expect(await companyOf(world.db, cy!)).toEqual([]);
		for (const trace of ['198.51', '2001:db8', '2001.db8'])
			expect(await everythingKept(world.db)).not.toContain(trace);
		world.now = after(world.now, hours(2));
		await world.as(null, async (tx) => {
			await forgetOld.run(tx, {});
			return {};
		});
		expect(await world.db.selectFrom('arriving').selectAll().execute()).toEqual([]);
		await from(await world.person('Dee'), '198.51.100.8');
		expect(await companyOf(world.db, ana!)).toHaveLength(2);
	});
});

describe('coordinators', () => {
	test('set patterns otherwise than they come, and those hold', async ({ world }) => {
		await world.as(null, (tx) => setPatterns(tx, { ...startValues, newContactsADay: 1 }));
		expect(await patternsOf(world.db)).toEqual({ ...startValues, newContactsADay: 1 });
		const ana = await world.person('Ana');
		const [one, two] = await several(world, 2, 'Other');
		granted(await begin(world, ana, one!));
		expect(await begin(world, ana, two!)).toEqual({ refused: 'enough-for-today' });
	});
});

async function aCircle(world: World) {
	const rosa = await world.person('Rosa');
	const circleId = await world.circle({ hosts: [rosa], capacity: 30 });
	const sits = async (name: string) => {
		const who = await world.person(name);
		granted(await world.as(who, (tx) => joinCircle(tx, circleId)));
		await world.as(who, (tx) => acceptAgreements(tx, { circleId, version: 1 }));
		return who;
	};
	const say = (who: PersonId, body: string) =>
		world.as(who, (tx) =>
			postMessage(tx, { circleId, body, contentNote: '', replyTo: undefined, clientId: randomUUID() }),
		);
	return { rosa, circleId, sits, say };
}

test('two messages of one person that draw somebody away are for a steward to look at; one is not', async ({
	world,
}) => {
	const { sits, say } = await aCircle(world);
	const ana = await sits('Ana');

	await say(ana, 'how old are you?');
	await say(ana, 'It has been a long week.');
	await doWhatIsDue(world);
	expect(await cases(world)).toEqual([]);

	await say(ana, 'don’t tell anyone, this is our little secret');
	await doWhatIsDue(world);
	expect(await cases(world)).toMatchObject([{ kind: 'pattern', because: 'attention.case.draws-away' }]);
});

describe('many who come at once and are reported', () => {
	async function raided(world: World) {
		const circle = await aCircle(world);
		const regular = await circle.sits('Regular');
		world.now = after(world.now, days(30));
		const crowd = [];
		for (let n = 0; n < 6; n++) crowd.push(await circle.sits(`Crowd ${n}`));
		const report = async (by: PersonId, messageId: MessageId) =>
			granted(
				await world.as(by, (tx) =>
					makeReport(tx, { about: `message:${messageId}`, reason: 'hurtful', include: 'nothing', words: '' }),
				),
			);
		const said = [];
		for (const one of crowd.slice(0, 4))
			said.push(granted(await circle.say(one, 'Noise.')) as { id: MessageId });
		return { ...circle, regular, crowd, said, report };
	}

	test('slow the place down: whoever came with them reads, everybody else waits a little', async ({
		world,
	}) => {
		const { rosa, regular, crowd, said, report, say } = await raided(world);
		for (const { id } of said.slice(0, 3)) await report(regular, id);
		await doWhatIsDue(world);
		expect(await say(crowd[5]!, 'Noise.')).toHaveProperty('place');
		await report(rosa, said[3]!.id);
		await doWhatIsDue(world);

		expect(await say(crowd[5]!, 'Noise.')).toEqual({ refused: 'place-is-calm' });
		expect(await say(regular, 'Are we alright?')).toHaveProperty('place');
		expect(await say(regular, 'Are we?')).toEqual({ refused: 'place-is-slow' });
		world.now = after(world.now, minutes(1));
		expect(await say(regular, 'We are.')).toHaveProperty('place');
		expect((await cases(world)).filter(({ because }) => because === 'attention.case.raid')).toHaveLength(1);
		world.now = after(world.now, hours(2));
		expect(await say(crowd[5]!, 'Sorry.')).toHaveProperty('place');
	});

	test('are kept out by one press of whoever holds the place, until another', async ({ world }) => {
		const { rosa, circleId, regular, crowd, sits, say } = await raided(world);
		const press = (who: PersonId, to: 'closed' | null) =>
			world.as(who, (tx) => held.calm(tx, { conversationId: circleId, to }));

		expect(await press(regular, 'closed')).toEqual({ refused: 'not-found' });
		granted(await press(rosa, 'closed'));
		await expect(sits('One more')).rejects.toThrow('place-is-calm');
		expect(await say(crowd[0]!, 'Noise.')).toEqual({ refused: 'place-is-calm' });
		granted(await press(rosa, null));
		expect(await say(crowd[0]!, 'Hello.')).toHaveProperty('place');
		await sits('Somebody else');
	});

	test('a place that is slow already is not made anew', async ({ world }) => {
		const { circleId } = await raided(world);
		await world.as(null, (tx) => setCalm(tx, circleId, 'slow'));
		const since = () =>
			world.db
				.selectFrom('conversation')
				.select('calm_since')
				.where('id', '=', circleId)
				.executeTakeFirstOrThrow();
		const before = await since();
		world.now = after(world.now, minutes(5));
		await world.as(null, (tx) => setCalm(tx, circleId, 'closed'));
		expect(await since()).toEqual(before);
	});
});
