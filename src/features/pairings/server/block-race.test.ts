import { expect } from 'vitest';
import { block, isBetween } from '#features/blocks/server/index.ts';
import { pairingEnded, paired } from '../events.ts';
import { after, minutes } from '#platform/time.ts';
import { booked, granted, supporting, toldTo, two } from '#test/talks.ts';
import { test, type World } from '#test/world.ts';
import type { PersonId } from '#platform/ids.ts';
import { noticesFor } from '#features/notices/server/index.ts';
import { pair, pairingsOf, sessionsOf, timesFor, standingIn } from './index.ts';

const blocks = (world: World, who: PersonId, whom: PersonId) =>
	world.as(who, (tx) => block(tx, { personId: whom, known: { as: null, in: null } }));

test('of a block and a pairing that come at once the later finds the earlier, round after round', async ({
	world,
}) => {
	const wren = await supporting(world, 'Wren');
	for (let round = 0; round < 20; round++) {
		const ana = await world.person(`Ana ${round}`);
		const [one, other] = round % 2 === 0 ? [wren, ana] : [ana, wren];
		await Promise.all([
			world.as(wren, (tx) => pair(tx, { supporterId: wren, memberId: ana })),
			blocks(world, one, other),
		]);
		expect(await isBetween(world.db, wren, ana)).toBe(true);
		const open = await world.db
			.selectFrom('pairing')
			.select('id')
			.where('member_id', '=', ana)
			.where('ended_at', 'is', null)
			.execute();
		expect(open, `round ${round}`).toEqual([]);
	}
	const names = await world.eventNames();
	const count = (name: string) => names.filter((each) => each === name).length;
	expect(count(paired.factName)).toBe(count(pairingEnded.factName));
});

test('a block ends what two have together: both lose sight of it, and whoever waited for a session is told', async ({
	world,
}) => {
	const { wren, ana, pairingId } = await two(world);
	const { pairing } = await standingIn(world.db, pairingId, null);
	const { starts } = await timesFor(world.db, world.vault, pairing!, {
		...{ length: 30, now: world.now, except: [] },
	});
	await booked(world, ana, pairingId, starts[0]!);
	expect(await toldTo(world, wren)).toEqual(['appointment-booked']);

	world.now = after(world.now, minutes(1));
	granted(await blocks(world, ana, wren));

	expect(await sessionsOf(world.db, pairingId, world.now)).toEqual([]);
	for (const who of [ana, wren]) expect(await pairingsOf(world.db, who, world.now)).toEqual([]);
	// Nothing of it leads to what is not there any more.
	expect(await noticesFor(world.db, wren)).toMatchObject([
		{ kind: 'appointment-called-off', at: starts[0], path: '/pairings' },
	]);
	expect(await toldTo(world, ana)).toEqual([]);
});
