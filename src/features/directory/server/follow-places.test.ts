import { reactions as logged } from '#features/audit/server/index.ts';
import { expect } from 'vitest';
import { reactions, jobs } from '#composition';
import { callMeetings, endSchedule } from '#features/circles/server/call-meetings.ts';
import { changeDetails, changeState } from '#features/circles/server/change-circle.ts';
import type { CircleId } from '#features/circles/circle.ts';
import { leaveCircle } from '#features/circles/server/leave-circle.ts';
import { openCircle } from '#features/circles/server/index.ts';
import { foundOrganisation, giveDuty } from '#features/people/server/index.ts';
import { changeState as changeRoom, openRoom } from '#features/rooms/server/open-room.ts';
import { usualRoom } from '#features/rooms/room.ts';
import { endPattern, makePattern } from '#features/rota/server/make-pattern.ts';
import { ruleOf } from '#platform/recurrence/pattern.ts';
import { test, type World } from '#test/world.ts';

const tuesdays = {
	rule: ruleOf({ every: 'weeks', n: 1, weekdays: ['TU'] }),
	since: '2026-11-22',
	at: '19:00',
	minutes: 90,
	zone: 'Europe/Paris',
};

const details = {
	name: 'Evening circle',
	about: 'For evenings that are long.',
	topics: ['grief'],
	language: 'en',
	structure: 'structured',
	venue: 'online',
	address: null,
	capacity: 8,
	joining: 'open',
	observersWelcome: true,
	ageBand: 'adult',
	agreements: 'What is said here stays here.',
} as const;

const listed = (world: World) =>
	world.db.selectFrom('listing').selectAll().where('subject_id', 'is not', null).orderBy('name').execute();

const names = async (world: World) => (await listed(world)).map(({ name }) => name);

async function aHost(world: World) {
	const host = await world.person('Rosa');
	await world.as(null, (tx) => giveDuty(tx, { personId: host, duty: 'host' }));
	const open = async (more: object = {}) => {
		const opened = await world.as(host, (tx) =>
			openCircle(tx, { ...details, topics: [...details.topics], ...more }),
		);
		if ('refused' in opened) throw new Error(opened.refused);
		return opened.circleId;
	};
	const change = (circleId: CircleId, more: object) =>
		world.as(host, (tx) => changeDetails(tx, { circleId, ...details, topics: ['grief'], ...more }));
	return { host, open, change };
}

test('a circle can be found as soon as it opens, with everything it says of itself', async ({ world }) => {
	const { host, open } = await aHost(world);

	const circleId = await open();
	await world.as(host, (tx) => callMeetings(tx, { circleId, ...tuesdays }));

	const [listing] = await listed(world);
	expect(listing).toMatchObject({
		kind: 'circle',
		subject_id: circleId,
		service_body_id: null,
		name: 'Evening circle',
		topics: ['grief'],
		languages: ['en'],
		size: 8,
		age_band: 'adult',
		online: true,
		zone: 'Europe/Paris',
		times: [
			'DTSTART;TZID=Europe/Paris:20261124T190000\nDTEND;TZID=Europe/Paris:20261124T203000\nRRULE:FREQ=WEEKLY;BYDAY=TU',
		],
	});
});

test('what changes in a circle changes in what is listed, and its times go with the series', async ({
	world,
}) => {
	const { host, open, change } = await aHost(world);
	const circleId = await open();
	const called = await world.as(host, (tx) => callMeetings(tx, { circleId, ...tuesdays }));

	await change(circleId, { name: 'Long evenings', capacity: 12 });
	if (!('scheduleId' in called)) throw new Error(called.refused);
	await world.as(host, (tx) => endSchedule(tx, { circleId, schedule: called.scheduleId }));

	expect(await listed(world)).toMatchObject([{ name: 'Long evenings', size: 12, times: [] }]);
});

test('a circle that rests, closes, or is by invitation from now on is not listed, from that very moment', async ({
	world,
}) => {
	const { host, open, change } = await aHost(world);
	const resting = await open({ name: 'Resting' });
	const closing = await open({ name: 'Closing' });
	const inviting = await open({ name: 'By invitation' });
	await open({ name: 'By invitation from the beginning', joining: 'by-invitation' });
	await open({ name: 'Still here' });
	expect(await names(world)).toHaveLength(4);

	await world.as(host, (tx) => changeState(tx, { circleId: resting, state: 'resting' }));
	await world.as(host, (tx) => changeState(tx, { circleId: closing, state: 'closed' }));
	await change(inviting, { joining: 'by-invitation' });
	expect(await names(world)).toEqual(['Still here']);

	await world.as(host, (tx) => changeState(tx, { circleId: resting, state: 'gathering' }));
	await change(inviting, { name: 'Open again' });
	expect(await names(world)).toEqual(['Open again', 'Resting', 'Still here']);
});

test('a circle that loses its last host rests, and so is not listed', async ({ world }) => {
	const { host, open } = await aHost(world);
	const circleId = await open();

	await world.as(host, (tx) => leaveCircle(tx, circleId));

	expect(await names(world)).toEqual([]);
});

test('a circle is listed for its own age band only', async ({ world }) => {
	await world.as(null, (tx) => foundOrganisation(tx, { name: 'Here', locale: 'en' }));
	await world.db
		.updateTable('organisation')
		.set({ age_bands: ['adult', '13-17'] })
		.execute();
	const teen = await world.person('Kit', { ageBand: '13-17', duties: ['host'] });

	await world.as(teen, (tx) => openCircle(tx, { ...details, topics: [], ageBand: '13-17' }));

	expect(await listed(world)).toMatchObject([{ age_band: '13-17' }]);
});

test('when something that was refused has changed nothing, neither has the list', async ({ world }) => {
	const { host, open } = await aHost(world);
	const circleId = await open();

	await world.as(host, async (tx) => {
		await changeState(tx, { circleId, state: 'closed' });
		return { refused: 'no' } as const;
	});

	expect(await names(world)).toEqual(['Evening circle']);
});

test('a room is listed with the hours of its rota, until it rests or closes', async ({ world }) => {
	const coordinator = await world.person('Amara', { duties: ['coordinator'] });
	const room = { ...usualRoom, about: '', language: 'en', ageBand: 'adult', agreements: 'Be kind.' } as const;
	const opened = await world.as(coordinator, (tx) =>
		openRoom(tx, { ...room, name: 'The kettle is on', zone: 'Europe/Madrid' }),
	);
	if ('refused' in opened) throw new Error(opened.refused);
	const { roomId, rotaId } = opened;
	const made = await world.as(coordinator, (tx) =>
		makePattern(tx, {
			rotaId,
			rule: tuesdays.rule,
			since: '2026-11-22',
			at: '22:00',
			until: '01:30',
			expected: null,
		}),
	);

	expect(await listed(world)).toMatchObject([
		{
			kind: 'room',
			form: 'drop-in',
			online: true,
			times: [
				'DTSTART;TZID=Europe/Madrid:20261124T220000\nDTEND;TZID=Europe/Madrid:20261125T013000\nRRULE:FREQ=WEEKLY;BYDAY=TU',
			],
		},
	]);

	if (!('patternId' in made)) throw new Error(made.refused);
	await world.as(coordinator, (tx) => endPattern(tx, { rotaId, patternId: made.patternId }));
	expect(await listed(world)).toMatchObject([{ times: [] }]);
	await world.as(coordinator, (tx) => changeRoom(tx, { roomId, state: 'resting' }));
	expect(await names(world)).toEqual([]);
	await world.as(coordinator, (tx) => changeRoom(tx, { roomId, state: 'open' }));
	expect(await names(world)).toEqual(['The kettle is on']);
	await world.as(coordinator, (tx) => changeRoom(tx, { roomId, state: 'closed' }));
	expect(await names(world)).toEqual([]);
});

test('what was there before anybody followed it is listed by the job, and what is not so any more goes', async ({
	world,
}) => {
	const { open } = await aHost(world);
	await open({ name: 'Before' });
	const closed = await open({ name: 'Closed behind our back' });
	await world.db.deleteFrom('listing').where('name', '=', 'Before').execute();
	await world.db.updateTable('circle').set({ state: 'closed' }).where('id', '=', closed).execute();
	const fillIn = jobs.find(({ name }) => name === 'directory.fill-in-places')!;

	for (let twice = 0; twice < 2; twice++)
		await world.as(null, async (tx) => ({ done: await fillIn.run(tx, {} as never) }));

	expect(await names(world)).toEqual(['Before']);
	expect(await listed(world)).toMatchObject([{ revision: 1 }]);
});

test('every fact that is followed is one that is announced somewhere', () => {
	const followed = reactions
		.filter((reaction) => 'atOnce' in reaction && !logged.includes(reaction))
		.map(({ factName }) => factName);
	expect(followed.filter((name) => /^(circles|rooms|rota)\./.test(name))).toEqual([
		'circles.opened',
		'circles.details-changed',
		'circles.meetings-called',
		'circles.rested',
		'circles.resumed',
		'circles.closed',
		'rooms.made',
		'rooms.details-changed',
		'rota.pattern-made',
		'rota.pattern-ended',
		'rota.changed',
	]);
});
