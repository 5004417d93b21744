import { expect } from 'vitest';
import { mySupporting } from '#features/supporters/server/index.ts';
import { test } from '#test/neighbourhood.ts';
import { thingFor } from './index.ts';

test('whoever may see a room or a supporter’s page can tell of it, and nobody else', async ({ cast }) => {
	const { db, vault, now } = cast.world;
	const tam = (await mySupporting(db, vault, cast.idOf('tam')))!;
	const told = async (who: 'nour' | 'kit', about: string) =>
		(await thingFor(db, vault, { viewer: cast.idOf(who), about }, now))?.where;

	expect(await told('nour', `room:${cast.room('kitchen')}`)).toBe('The kettle is on');
	expect(await told('nour', `supporter:${tam.id}`)).toBe('Tam');
	expect(await told('kit', `room:${cast.room('kitchen')}`)).toBeUndefined();
	expect(await told('kit', `supporter:${tam.id}`)).toBeUndefined();
	expect(await told('nour', `listing:${cast.room('kitchen')}`)).toBeUndefined();
});
