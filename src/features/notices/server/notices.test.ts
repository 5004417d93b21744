import { expect } from 'vitest';
import { after, days, minutes } from '#platform/time.ts';
import { test, type World } from '#test/world.ts';
import type { PersonId } from '#platform/ids.ts';
import { kinds, type NoticeKind } from '../notice.ts';
import { forgetOldNotices } from './forget-old.ts';
import {
	hasNotices,
	noticesFor,
	notify,
	personal,
	putAllAway,
	putAway,
	takeBack,
	want,
	wantedBy,
} from './index.ts';

const about = '019b0000-0000-7000-8000-000000000001';
const tell = (world: World, to: PersonId, kind: NoticeKind = 'appointment-day') =>
	world.as(null, async (tx) => {
		await notify(tx, { to, kind, about, at: world.now, path: '/pairings' });
		return {};
	});

test('what somebody is told stays new until they put it away, and only they do', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	expect(await hasNotices(world.db, ana)).toBe(false);
	await tell(world, ana);
	world.now = after(world.now, minutes(1));
	await tell(world, ana, 'time-free');
	const [latest] = await noticesFor(world.db, ana);
	expect(latest).toMatchObject({ kind: 'time-free', unread: true, path: '/pairings' });

	await world.as(ben, (tx) => putAway(tx, { notice: latest!.id }));
	expect((await noticesFor(world.db, ana)).map(({ unread }) => unread)).toEqual([true, true]);
	await world.as(ana, (tx) => putAway(tx, { notice: latest!.id }));
	expect((await noticesFor(world.db, ana)).map(({ unread }) => unread)).toEqual([false, true]);
	expect(await hasNotices(world.db, ana)).toBe(true);
	await world.as(ana, putAllAway);
	expect(await hasNotices(world.db, ana)).toBe(false);
});

test('each kind can be switched off by each person, and on again', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	expect(await wantedBy(world.db, ana)).toEqual(kinds);
	await world.as(ana, (tx) => want(tx, ['time-free']));
	for (const who of [ana, ben]) for (const kind of kinds) await tell(world, who, kind);

	expect((await noticesFor(world.db, ana)).map(({ kind }) => kind)).toEqual(['time-free']);
	expect(await noticesFor(world.db, ben)).toHaveLength(kinds.length);
	await world.as(ana, (tx) => want(tx, kinds));
	expect(await wantedBy(world.db, ana)).toEqual(kinds);
});

test('what is no longer so is taken back; after thirty days it is gone', async ({ world }) => {
	const ana = await world.person('Ana');
	await tell(world, ana);
	await tell(world, ana, 'time-free');
	await world.as(null, async (tx) => {
		await takeBack(tx, { about, kinds: ['appointment-day', 'appointment-hour'] });
		return {};
	});
	expect((await noticesFor(world.db, ana)).map(({ kind }) => kind)).toEqual(['time-free']);

	world.now = after(world.now, days(31));
	await world.as(null, async (tx) => {
		await forgetOldNotices.run(tx, {});
		return {};
	});
	expect(await noticesFor(world.db, ana)).toEqual([]);
});

test('one takes along what one was told, and with one’s account it goes', async ({ world }) => {
	const ana = await world.person('Ana');
	await tell(world, ana);
	await world.as(ana, (tx) => want(tx, []));
	expect(await personal.export(world.db, world.vault, ana)).toMatchObject({
		notices: [{ kind: 'appointment-day', unread: true }],
		notWanted: [...kinds].sort(),
	});
	await world.as(ana, async (tx) => {
		await personal.erase(tx, ana);
		return {};
	});
	expect(await noticesFor(world.db, ana)).toEqual([]);
	expect(await wantedBy(world.db, ana)).toEqual(kinds);
});
