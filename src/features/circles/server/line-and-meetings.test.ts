import { describe, expect } from 'vitest';
import { test } from '#test/world.ts';
import { answerRequest } from './answer-request.ts';
import { aliasIn } from '#features/conversations/server/index.ts';
import { callMeetings, callOffMeeting, endSchedule } from './call-meetings.ts';
import { changeAlias } from './change-alias.ts';
import { changeState } from './change-circle.ts';
import { askToPause } from './ask-to-pause.ts';
import { handOverHosting, stepBackFromHosting, takeOnHosting } from './hand-over-hosting.ts';
import { invite } from './invitations.ts';
import { joinCircle } from './join-circle.ts';
import { lapseOffers } from './lapse-offers.ts';
import { leaveCircle } from './leave-circle.ts';
import { leaveLine } from './leave-line.ts';
import { offerSeats } from './offer-free-seats.ts';
import { personal } from './personal.ts';
import { meetingsAhead } from './queries.ts';
import { remindOfMeetings } from './remind-of-meetings.ts';
import { restInCircle } from './rest-in-circle.ts';
import { writeMeetings } from './write-meetings.ts';

const run = (job: { run(tx: never, data: never): Promise<unknown> }) => async (tx: unknown) => {
	await job.run(tx as never, {} as never);
	return {};
};

describe('an offered seat', () => {
	test('goes to the next when nobody answers for a day', async ({ world }) => {
		const [rosa, ben, cy, dee] = [
			await world.person('Rosa'),
			await world.person('Ben'),
			await world.person('Cy'),
			await world.person('Dee'),
		];
		const circle = await world.circle({ capacity: 2, hosts: [rosa], seated: [ben] });
		for (const who of [cy, dee]) {
			world.now = new Date(world.now.getTime() + 1000);
			await world.as(who, (tx) => joinCircle(tx, circle));
		}
		await world.as(ben, (tx) => leaveCircle(tx, circle));
		await world.as(null, async (tx) => (await offerSeats(tx, circle), {}));

		world.now = new Date(world.now.getTime() + 24 * 3_600_000 + 1);
		await world.as(null, run(lapseOffers));

		expect(await world.as(cy, (tx) => joinCircle(tx, circle))).toEqual({ seat: 'waiting', place: 1 });
		expect(await world.as(dee, (tx) => joinCircle(tx, circle))).toEqual({ seat: 'taken' });
	});

	test('can be declined, and leaving the line twice is told plainly', async ({ world }) => {
		const [rosa, ben, cy] = [await world.person('Rosa'), await world.person('Ben'), await world.person('Cy')];
		const circle = await world.circle({ capacity: 2, hosts: [rosa], seated: [ben] });
		await world.as(cy, (tx) => joinCircle(tx, circle));

		expect(await world.as(cy, (tx) => leaveLine(tx, circle))).toEqual({ left: true });
		expect(await world.as(cy, (tx) => leaveLine(tx, circle))).toEqual({ refused: 'not-waiting' });
	});
});

test('a host who says yes offers a seat; only a host answers, and only once', async ({ world }) => {
	const [rosa, ben, cy] = [await world.person('Rosa'), await world.person('Ben'), await world.person('Cy')];
	const circleId = await world.circle({ joining: 'by-request', hosts: [rosa] });
	await world.as(ben, (tx) => joinCircle(tx, circleId));
	const waiter = (await aliasIn(world.db, circleId, ben))!.id;

	expect(await world.as(cy, (tx) => answerRequest(tx, { circleId, waiter, answer: 'yes' }))).toEqual({
		refused: 'not-a-host',
	});
	await world.as(rosa, (tx) => answerRequest(tx, { circleId, waiter, answer: 'yes' }));
	expect(await world.as(rosa, (tx) => answerRequest(tx, { circleId, waiter, answer: 'no' }))).toEqual({
		refused: 'not-waiting',
	});
	expect(await world.as(ben, (tx) => joinCircle(tx, circleId))).toEqual({ seat: 'taken' });
});

test('an invitation opens a hidden circle to one person, once, also when two use it at the same moment', async ({
	world,
}) => {
	const [rosa, ben, cy] = [await world.person('Rosa'), await world.person('Ben'), await world.person('Cy')];
	const circle = await world.circle({ joining: 'by-invitation', hosts: [rosa] });
	const made = await world.as(rosa, (tx) => invite(tx, circle));
	const invitation = 'token' in made ? made.token : '';

	const answers = await Promise.all(
		[ben, cy].map((who) => world.as(who, (tx) => joinCircle(tx, circle, { invitation }))),
	);

	expect(answers).toContainEqual({ seat: 'taken' });
	expect(answers).toContainEqual({ refused: 'not-found' });
});

test('the only host cannot step back or leave; with a second one, both work, once each', async ({
	world,
}) => {
	const [rosa, ben] = [await world.person('Rosa'), await world.person('Ben')];
	const circleId = await world.circle({ hosts: [rosa], seated: [ben] });
	const alias = (await aliasIn(world.db, circleId, ben))!.id;
	expect(await world.as(rosa, (tx) => stepBackFromHosting(tx, circleId))).toEqual({ refused: 'last-host' });
	expect(await world.as(rosa, (tx) => leaveCircle(tx, circleId))).toEqual({ refused: 'last-host' });

	await world.as(rosa, (tx) => handOverHosting(tx, { circleId, alias }));
	const both = await Promise.all(
		[rosa, ben].map((who) => world.as(who, (tx) => stepBackFromHosting(tx, circleId))),
	);

	expect(both).toContainEqual({ host: false });
	expect(both).toContainEqual({ refused: 'last-host' });
});

test('a circle that loses its last host rests, and one of those who sit there can take it on', async ({
	world,
}) => {
	const [rosa, ben, cy] = [await world.person('Rosa'), await world.person('Ben'), await world.person('Cy')];
	const circleId = await world.circle({ hosts: [rosa], seated: [ben, cy] });
	expect(await world.as(ben, (tx) => takeOnHosting(tx, circleId))).toEqual({ refused: 'has-a-host' });

	await world.as(rosa, async (tx) => (await personal.erase(tx, rosa), {}));
	const both = await Promise.all([ben, cy].map((who) => world.as(who, (tx) => takeOnHosting(tx, circleId))));

	const { state } = await world.db
		.selectFrom('circle')
		.select('state')
		.where('id', '=', circleId)
		.executeTakeFirstOrThrow();
	expect(state).toBe('resting');
	expect(both).toContainEqual({ host: true });
	expect(both).toContainEqual({ refused: 'has-a-host' });
});

test('whoever has left, or has been asked to pause, does not put another name to what they said', async ({
	world,
}) => {
	const [rosa, ben, cy] = [await world.person('Rosa'), await world.person('Ben'), await world.person('Cy')];
	const circleId = await world.circle({ hosts: [rosa], seated: [ben, cy] });
	const alias = (await aliasIn(world.db, circleId, ben))!.id;
	await world.as(rosa, (tx) => askToPause(tx, { circleId, alias, hours: 4 }));
	await world.as(cy, (tx) => leaveCircle(tx, circleId));

	expect(await world.as(ben, (tx) => changeAlias(tx, { circleId, name: 'Lamp' }))).toEqual({
		refused: 'asked-to-pause',
	});
	expect(await world.as(cy, (tx) => changeAlias(tx, { circleId, name: 'Lamp' }))).toEqual({
		refused: 'not-seated',
	});
});

test('two people in one circle never share a name, and a name there is not the nickname elsewhere', async ({
	world,
}) => {
	const [rosa, ben] = [await world.person('Rosa'), await world.person('Ben')];
	const here = await world.circle({ hosts: [rosa], seated: [ben] });
	const there = await world.circle({ seated: [ben] });

	expect(await world.as(ben, (tx) => changeAlias(tx, { circleId: here, name: 'ROSA' }))).toEqual({
		refused: 'alias-taken',
	});
	await world.as(ben, (tx) => changeAlias(tx, { circleId: here, name: 'Lamp' }));

	expect((await aliasIn(world.db, here, ben))!.name).toBe('Lamp');
	expect((await aliasIn(world.db, there, ben))!.name).toBe('Ben');
	expect((await aliasIn(world.db, here, ben))!.id).not.toBe((await aliasIn(world.db, there, ben))!.id);
});

describe('meetings', () => {
	const tuesdays = {
		rule: 'RRULE:FREQ=WEEKLY;BYDAY=TU',
		since: '2026-11-24',
		at: '19:00',
		minutes: 90,
		zone: 'Europe/Paris',
	};

	test('are written down for the weeks ahead, once, and keep their hour when the clocks change', async ({
		world,
	}) => {
		const rosa = await world.person('Rosa');
		const circleId = await world.circle({ hosts: [rosa] });
		world.now = new Date('2027-03-20T12:00:00Z');

		await world.as(rosa, (tx) => callMeetings(tx, { circleId, ...tuesdays }));
		await world.as(null, run(writeMeetings));

		const ahead = await world.db.selectFrom('meeting').select('starts_at').orderBy('starts_at').execute();
		expect(ahead).toHaveLength(8);
		expect(ahead.slice(0, 2).map((row) => row.starts_at.toISOString())).toEqual([
			'2027-03-23T18:00:00.000Z',
			'2027-03-30T17:00:00.000Z',
		]);
	});

	test('one that is called off stays on the list, and is not reminded of', async ({ world }) => {
		const [rosa, ben] = [await world.person('Rosa'), await world.person('Ben')];
		const circleId = await world.circle({ hosts: [rosa], seated: [ben] });
		await world.as(rosa, (tx) => callMeetings(tx, { circleId, ...tuesdays }));
		const [first] = await meetingsAhead(world.db, circleId, world.now);

		expect(await world.as(ben, (tx) => callOffMeeting(tx, { circleId, meeting: first!.id }))).toEqual({
			refused: 'not-a-host',
		});
		await world.as(rosa, (tx) => callOffMeeting(tx, { circleId, meeting: first!.id }));
		world.now = new Date(first!.startsAt.getTime() - 30 * 60_000);
		await world.as(null, run(remindOfMeetings));

		expect((await meetingsAhead(world.db, circleId, world.now))[0]!.calledOffAt).not.toBeNull();
		expect(await world.db.selectFrom('reminder').selectAll().execute()).toEqual([]);
	});

	test('reminders go to everyone seated who is not resting, once, even if the clock is set back', async ({
		world,
	}) => {
		const [rosa, ben, cy] = [await world.person('Rosa'), await world.person('Ben'), await world.person('Cy')];
		const circleId = await world.circle({ hosts: [rosa], seated: [ben, cy] });
		await world.as(rosa, (tx) => callMeetings(tx, { circleId, ...tuesdays }));
		await world.as(cy, (tx) => restInCircle(tx, { circleId, resting: true }));

		for (const time of ['2026-11-24T17:30:00Z', '2026-11-24T17:31:00Z', '2026-11-24T17:10:00Z']) {
			world.now = new Date(time);
			await world.as(null, run(remindOfMeetings));
		}

		const reminded = await world.db.selectFrom('reminder').select('person_id').execute();
		expect(reminded.map((row) => row.person_id).sort()).toEqual([rosa, ben].sort());
	});

	test('a series that ends takes what is still to come with it', async ({ world }) => {
		const rosa = await world.person('Rosa');
		const circleId = await world.circle({ hosts: [rosa] });
		const called = await world.as(rosa, (tx) => callMeetings(tx, { circleId, ...tuesdays }));
		if ('refused' in called) throw new Error(called.refused);

		await world.as(rosa, (tx) => endSchedule(tx, { circleId, schedule: called.scheduleId }));

		expect(await meetingsAhead(world.db, circleId, world.now)).toEqual([]);
	});

	test.each([
		['a day that is over', { rule: 'RDATE;VALUE=DATE:20200101', since: '2020-01-01' }, 'never-comes'],
		['a zone that is none', { zone: 'Mars/Olympus' }, 'no-such-zone'],
		['a rule nobody says', { rule: 'RRULE:FREQ=SECONDLY' }, 'no-such-rule'],
	])('%s is refused', async (_what, wrong, reason) => {
		const { decideCall } = await import('../meeting.ts');
		expect(decideCall({ ...tuesdays, ...wrong }, new Date('2026-11-22T18:00:00Z'))).toEqual({
			refused: reason,
		});
	});
});

test('a closed circle gives nobody a seat, and cannot be opened again by accident', async ({ world }) => {
	const [rosa, ben] = [await world.person('Rosa'), await world.person('Ben')];
	const circleId = await world.circle({ hosts: [rosa] });

	await world.as(rosa, (tx) => changeState(tx, { circleId, state: 'closed' }));

	expect(await world.as(ben, (tx) => joinCircle(tx, circleId))).toEqual({ refused: 'not-found' });
	expect(await world.as(rosa, (tx) => changeState(tx, { circleId, state: 'gathering' }))).toEqual({
		refused: 'circle-closed',
	});
});
