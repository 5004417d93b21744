import { expect } from 'vitest';
import { test } from '#test/world.ts';
import { nothingTold, type About } from '../about.ts';
import { aboutMe, tellAboutMe, toldToBy } from './about.ts';

const told: About = {
	languages: { told: ['es', 'en'], audience: 'everyone' },
	pronouns: { told: 'she', audience: 'circles' },
	lived: { told: ['grief-partner'], audience: 'circles' },
	words: { told: 'Planted words about a lighthouse', audience: 'nobody' },
};
const somebody = { ageBand: 'adult' } as const;

test('a new account tells nobody anything', async ({ world }) => {
	const ana = await world.person('Ana');

	expect(await aboutMe(world.db, world.vault, ana)).toEqual(nothingTold);
	for (const sharesCircle of [true, false])
		expect(await toldToBy(world.db, world.vault, [ana], { viewer: somebody, sharesCircle })).toEqual(
			new Map(),
		);
});

test('each thing is told to those it was meant for', async ({ world }) => {
	const ana = await world.person('Ana');
	await world.as(ana, (tx) => tellAboutMe(tx, told));
	const toldWhen = async (
		sharesCircle: boolean,
		viewer: Parameters<typeof toldToBy>[3]['viewer'] = somebody,
	) => (await toldToBy(world.db, world.vault, [ana], { viewer, sharesCircle })).get(ana) ?? {};

	expect(await aboutMe(world.db, world.vault, ana)).toEqual(told);
	expect(await toldWhen(false)).toEqual({ languages: ['es', 'en'] });
	expect(await toldWhen(true)).toEqual({
		languages: ['es', 'en'],
		pronouns: 'she',
		lived: ['grief-partner'],
	});
	expect(await toldWhen(true, { ageBand: '13-17' })).toEqual({});
	expect(await toldWhen(true, null)).toEqual({});
});

test('what was told can be taken back', async ({ world }) => {
	const ana = await world.person('Ana');
	await world.as(ana, (tx) => tellAboutMe(tx, told));
	await world.as(ana, (tx) => tellAboutMe(tx, nothingTold));

	expect(await world.db.selectFrom('about').selectAll().execute()).toEqual([]);
});

test('the words lie sealed, and open for nobody but their owner', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	await world.as(ana, (tx) => tellAboutMe(tx, told));

	const rows = await world.db.selectFrom('about').select('told').execute();
	expect(rows).toHaveLength(4);
	for (const row of rows) expect(row.told.toString('latin1')).not.toMatch(/lighthouse|grief|she/);

	await world.db.updateTable('about').set({ person_id: ben }).where('person_id', '=', ana).execute();
	await expect(aboutMe(world.db, world.vault, ben)).rejects.toThrow('unable to authenticate data');
});
