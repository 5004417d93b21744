import { expect } from 'vitest';
import { roomsHeldNow } from '#features/rooms/server/index.ts';
import { test, type Neighbourhood } from '#test/neighbourhood.ts';
import { filtersIn } from '../forms.ts';
import { find } from './queries.ts';
import { tellAgain } from './reindex.ts';

async function found(cast: Neighbourhood, query: string) {
	const { db, now } = cast.world;
	const held = await roomsHeldNow(db, now);
	const asking = { viewer: null, now, zone: 'Europe/London', locale: 'en', held };
	const { lines } = await find(db, filtersIn(new URLSearchParams(query)), asking);
	return lines.filter(({ kind }) => kind === 'room');
}

test('a room of ours is on while somebody holds it, whatever its rota says', async ({ cast }) => {
	const { db } = cast.world;
	const rooms = await db.selectFrom('listing').select('id').where('kind', '=', 'room').execute();
	await cast.world.as(null, async (tx) => {
		await tellAgain(
			tx,
			rooms.map(({ id }) => id),
		);
		return {};
	});

	expect(await found(cast, 'when=now')).toMatchObject([{ name: 'The kettle is on', isHeld: true }]);
	expect((await found(cast, 'when=now'))[0]!.reasons).toContainEqual({ why: 'now' });

	await db.deleteFrom('hold').execute();

	expect(await found(cast, 'when=now')).toEqual([]);
	const others = await found(cast, 'kind=room');
	expect(others.map(({ name }) => name)).toContain('The kettle is on');
	for (const { isHeld, next, reasons } of others) {
		expect(isHeld).toBe(false);
		expect(next === undefined || next > cast.world.now).toBe(true);
		expect(next && +next - +cast.world.now < 1_800_000 ? [] : reasons).not.toContainEqual({ why: 'now' });
	}
});
