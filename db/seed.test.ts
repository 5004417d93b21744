import { expect, vi } from 'vitest';
import { missingFrom } from '#features/rota/rota.ts';
import { nextShifts } from '#features/rota/server/index.ts';
import { roomsFor } from '#features/rooms/server/queries.ts';
import { goingOn } from '#features/circle-mode/server/going-on.ts';
import { act } from '#features/circle-mode/server/act.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours, minutes } from '#platform/time.ts';
import { evening, test } from '#test/world.ts';
import { keepGathering, type Troupe } from './at-the-door.ts';
import { circles, people, rooms, type CastCircle } from './cast.ts';
import { twoOfThem } from './cast-supporters.ts';
import { seedCast } from './seed.ts';

test('the cast has come, sat down and talked', async ({ world }) => {
	await seedCast(world.spine, world.now);

	const nicknames = await world.db.selectFrom('person').select('nickname').orderBy('nickname').execute();
	expect(nicknames.map(({ nickname }) => nickname).sort()).toEqual(
		Object.values(people)
			.map(({ nickname }) => nickname)
			.sort(),
	);
	expect(await world.db.selectFrom('circle').select('id').execute()).toHaveLength(
		Object.keys(circles).length,
	);
	const said = [...Object.values(circles), ...Object.values(rooms), twoOfThem].flatMap(
		({ conversation = [] }: { conversation?: readonly unknown[] }) => conversation,
	);
	expect(await world.db.selectFrom('message').select('id').execute()).toHaveLength(said.length);
});

for (const time of ['05:50', '06:01', '06:20', '06:49', '18:00', '18:15', '18:40', '23:58', '00:10'])
	test(`it comes whatever the time is: ${time}`, async ({ world }) => {
		await seedCast(world.spine, new Date(`2026-11-22T${time}:30Z`));

		expect(await world.db.selectFrom('person').select('id').execute()).toHaveLength(
			Object.keys(people).length,
		);
	});

test('nothing of it is still to come, and lines stand in the order in which they were said', async ({
	world,
}) => {
	await seedCast(world.spine, world.now);

	const lines = await world.db
		.selectFrom('message')
		.select(['conversation_id', 'place', 'posted_at'])
		.orderBy('conversation_id')
		.orderBy('place')
		.execute();
	for (const [index, line] of lines.entries()) {
		expect(line.posted_at < world.now).toBe(true);
		const before = lines[index - 1];
		if (before?.conversation_id === line.conversation_id)
			expect(before.posted_at <= line.posted_at).toBe(true);
	}
});

test('seeding again changes nothing, also twice at once', async ({ world }) => {
	await Promise.all([seedCast(world.spine, world.now), seedCast(world.spine, world.now)]);
	const events = await world.db.selectFrom('event').select('seq').execute();

	await seedCast(world.spine, world.now);

	expect(await world.db.selectFrom('event').select('seq').execute()).toEqual(events);
	expect(await world.db.selectFrom('person').select('id').execute()).toHaveLength(Object.keys(people).length);
});

test('where somebody has signed up already, nobody made up appears', async ({ world }) => {
	await world.person('Ana');

	await seedCast(world.spine, world.now);

	expect(await world.db.selectFrom('person').select('nickname').execute()).toEqual([{ nickname: 'Ana' }]);
});

test('a seed that breaks off half way leaves nothing behind, and can be sown again', async ({ world }) => {
	let left = 20;
	const { newKey } = world.vault;
	const keys = vi.spyOn(world.vault, 'newKey').mockImplementation(async (...how) => {
		if (left-- === 0) throw new Error('the lights go out');
		return newKey.apply(world.vault, how);
	});

	await expect(seedCast(world.spine, world.now)).rejects.toThrow('the lights go out');
	keys.mockRestore();
	expect(await world.db.selectFrom('person').select('id').execute()).toEqual([]);

	await seedCast(world.spine, world.now);
	expect(await world.db.selectFrom('message').select('id').execute()).not.toEqual([]);
});

test('the evenings of the next two weeks are held, but for one, and one of them asks for cover', async ({
	world,
}) => {
	await seedCast(world.spine, world.now);

	const rota = await world.db.selectFrom('rota').select('id').executeTakeFirstOrThrow();
	const ahead = await nextShifts(world.db, rota.id, world.now, 15);
	expect(ahead.filter((shift) => missingFrom(shift) > 0)).toEqual([ahead[4]]);
	const asking = await world.db
		.selectFrom('sign_up')
		.select('shift_id')
		.where('cover_asked_at', 'is not', null)
		.execute();
	expect(asking).toEqual([{ shift_id: ahead[6]!.shiftId }]);
});

test('the longest nickname is as long as a nickname may be', () => {
	expect([...people.tomatoes.nickname]).toHaveLength(40);
});

test.for([0, 11.8, 12.1, 23.9])(
	'%d hours later too, a room is open with people in it, and another opens some time',
	async (later, { world }) => {
		world.now = after(evening, hours(later));
		await seedCast(world.spine, world.now);

		const [kitchen, other] = await roomsFor(world.db, null, world.now);

		expect(kitchen).toMatchObject({
			name: rooms.kitchen.details.name,
			door: { is: 'held' },
			crowd: 'several',
		});
		expect(other?.opensAt?.getTime()).toBeGreaterThan(world.now.getTime());
	},
);

test('when a visitor has ended the meeting of the demonstration, the next gathers after a while, once', async ({
	world,
}) => {
	await seedCast(world.spine, world.now);
	const circle = (Object.values(circles) as CastCircle[]).find(({ aboutToMeet }) => aboutToMeet);
	const { db } = world;
	const { id: circleId } = await db
		.selectFrom('circle')
		.select('id')
		.where('name', '=', circle!.details.name)
		.executeTakeFirstOrThrow();
	const idOf = async (nickname: string): Promise<PersonId> =>
		(await db.selectFrom('person').select('id').where('nickname', '=', nickname).executeTakeFirstOrThrow())
			.id;
	const as: Troupe['as'] = async (who, operation) =>
		world.as(who && (await idOf(people[who].nickname)), (tx) => operation(tx));
	const atTheDoor = async () => (await goingOn(db, circleId))?.state.people.length;
	const keepOn = () => keepGathering({ now: world.now, db, as });
	const came = await atTheDoor();
	expect(came).toBe(Object.keys(circle!.aboutToMeet!).length);

	const host = await idOf(people[circle!.hosts[0]].nickname);
	const press = (what: 'open' | 'close') =>
		world.as(host, (tx) => act(tx, { circleId, action: { do: what } }));
	expect(await press('open')).not.toHaveProperty('refused');
	await keepOn();
	expect(await atTheDoor(), 'a meeting that is on goes on').toBe(came);
	expect(await press('close')).not.toHaveProperty('refused');
	await keepOn();
	expect(await atTheDoor(), 'a visitor looks at what follows').toBeUndefined();

	world.now = after(world.now, minutes(21));
	await keepOn();
	await keepOn();
	expect(await atTheDoor()).toBe(came);

	expect(await press('open')).not.toHaveProperty('refused');
	world.now = after(world.now, hours(3));
	await keepOn();
	expect(await atTheDoor(), 'left on, it ends by itself').toBeUndefined();
});
