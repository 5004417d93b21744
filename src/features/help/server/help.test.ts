import { expect } from 'vitest';
import { countryLines } from '#features/safety/lines/all.ts';
import { changeOrganisation, claim, foundOrganisation } from '#features/people/server/index.ts';
import { granted, toldTo } from '#test/talks.ts';
import { test, type World } from '#test/world.ts';
import { doWhatIsDue } from '#test/jobs.ts';
import { days, after } from '#platform/time.ts';
import { detailsOf } from '../lines.ts';
import { addLine, checkLine, correctLine, hideLine } from './keep-lines.ts';
import { keptLine, linesEverywhere } from './queries.ts';

const spain = countryLines.find(({ country }) => country === 'ES')!;
const line024 = spain.lines.find(({ id }) => id === 'ES-024')!;

const inSpain = async (world: World) =>
	(await linesEverywhere(world.db)).find(({ country }) => country === 'ES')!.lines;

test('as it comes, nothing is checked; a coordinator ticks a line off, with their name and the day', async ({
	world,
}) => {
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	expect((await inSpain(world)).map(({ checked_on }) => checked_on)).toEqual(spain.lines.map(() => null));

	granted(await world.as(amara, (tx) => checkLine(tx, { id: 'ES-024' })));

	expect(await keptLine(world.db, 'ES-024')).toEqual({
		...line024,
		...{ country: 'ES', hidden: false, own: true, checkedBy: 'Amara' },
		...{ checked_on: '2026-11-22', expires_on: '2027-05-21' },
	});
	expect((await inSpain(world)).map(({ id }) => id)).toEqual(spain.lines.map(({ id }) => id));
});

test('what was put right stays so, what was hidden is not shown, and what is one’s own stands behind', async ({
	world,
}) => {
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	const details = { ...detailsOf(line024), name: 'Línea 024', hours: null };

	granted(await world.as(amara, (tx) => correctLine(tx, { id: 'ES-024', details })));
	granted(await world.as(amara, (tx) => hideLine(tx, { id: 'ES-016', hidden: true })));
	const { id } = granted(
		await world.as(amara, (tx) => addLine(tx, { country: 'ES', details: { ...details, name: 'La puerta' } })),
	);

	const lines = await inSpain(world);
	expect(lines.find((line) => line.id === 'ES-024')).toMatchObject({ name: 'Línea 024', hours: null });
	expect(lines.some((line) => line.id === 'ES-016')).toBe(false);
	expect(lines.at(-1)).toMatchObject({ id, name: 'La puerta', checked_on: '2026-11-22' });
	granted(await world.as(amara, (tx) => hideLine(tx, { id: 'ES-016', hidden: false })));
	expect((await inSpain(world)).find((line) => line.id === 'ES-016')!.checked_on).toBeNull();
});

test('nobody but a coordinator keeps the lines, and nobody a line that is not there', async ({ world }) => {
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	const ben = await world.person('Ben', { duties: ['host', 'steward', 'supporter'] });
	const details = detailsOf(line024);
	const no = { refused: 'not-a-coordinator' };

	expect(await world.as(ben, (tx) => checkLine(tx, { id: 'ES-024' }))).toEqual(no);
	expect(await world.as(ben, (tx) => correctLine(tx, { id: 'ES-024', details }))).toEqual(no);
	expect(await world.as(ben, (tx) => hideLine(tx, { id: 'ES-024', hidden: true }))).toEqual(no);
	expect(await world.as(ben, (tx) => addLine(tx, { country: 'ES', details }))).toEqual(no);
	const gone = { refused: 'no-such-line' };
	expect(await world.as(amara, (tx) => checkLine(tx, { id: 'ES-0' }))).toEqual(gone);
	expect(await world.as(amara, (tx) => correctLine(tx, { id: 'ES-0', details }))).toEqual(gone);
	expect(await world.as(amara, (tx) => hideLine(tx, { id: 'ES-0', hidden: true }))).toEqual(gone);
});

test('the place cannot be taken on without its sentence, and whoever is here is told when it changes', async ({
	world,
}) => {
	const { claimToken } = await world.as(null, (tx) =>
		foundOrganisation(tx, { name: 'The Lamp', locale: 'en' }),
	);
	const [amara, ben] = [await world.person('Amara'), await world.person('Ben')];
	const token = claimToken!;
	expect(await world.as(amara, (tx) => claim(tx, { token, crisisPolicy: ' \n' }))).toEqual({
		refused: 'sentence-needed',
	});
	granted(await world.as(amara, (tx) => claim(tx, { token, crisisPolicy: 'We ask you first.' })));

	const place = { name: 'The Lamp', ageBands: [], locale: 'en' };
	const say = (crisisPolicy: string) =>
		world.as(amara, (tx) => changeOrganisation(tx, { ...place, crisisPolicy }));
	granted(await say('We ask you first.'));
	await doWhatIsDue(world);
	expect(await toldTo(world, ben)).toEqual([]);

	world.now = after(world.now, days(1));
	granted(await say('We call when somebody has stopped breathing, never otherwise.'));
	await doWhatIsDue(world);

	expect(await toldTo(world, ben)).toEqual(['sentence-changed']);
	expect(await toldTo(world, amara)).toEqual(['sentence-changed']);
});
