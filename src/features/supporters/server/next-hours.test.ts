import { expect } from 'vitest';
import { takeDuty } from '#features/people/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { test, type World } from '#test/world.ts';
import { blankPage } from '../supporter.ts';
import { addHours, keepPage, nextHours, openPage, rest } from './index.ts';

/** The world begins on a Sunday at seven in the evening, in Paris. */
async function there(world: World, nickname: string, weekday: 1 | 2 | 7, from: string, languages: string[]) {
	const id = await world.person(nickname, { duties: ['supporter'] });
	await world.as(id, (tx) => keepPage(tx, { ...blankPage, greeting: 'Hello.', languages }));
	await world.as(id, (tx) => addHours(tx, [{ weekday, from, until: '23:00' }]));
	await world.as(id, (tx) => openPage(tx, true));
	return id;
}

test('when somebody plans to be there next goes by language, by who rests, and by whose asking stands', async ({
	world,
}) => {
	const next = (language: string, ageBand: 'adult' | '16-25' = 'adult') =>
		nextHours(world.db, world.vault, { ageBand, language }, world.now);
	expect(await next('en')).toBeNull();
	// Whoever has hours right now and is not there counts again from next time on.
	const nextSunday = new Date('2026-11-29T17:00:00Z');
	await there(world, 'Cy', 7, '18:00', ['en']);
	expect(await next('en')).toEqual(nextSunday);
	const wren: PersonId = await there(world, 'Wren', 1, '18:00', ['en', 'fr']);
	const tam = await there(world, 'Tam', 7, '21:00', ['en']);

	expect(await next('en')).toEqual(new Date('2026-11-22T20:00:00Z'));
	expect(await next('fr')).toEqual(new Date('2026-11-23T17:00:00Z'));
	expect(await next('de')).toBeNull();
	expect(await next('en', '16-25')).toBeNull();
	await world.as(tam, (tx) => rest(tx, true));
	expect(await next('en')).toEqual(new Date('2026-11-23T17:00:00Z'));
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	await world.as(amara, (tx) => takeDuty(tx, { personId: wren, duty: 'supporter' }));
	expect(await next('en')).toEqual(nextSunday);
	expect(await next('fr')).toBeNull();
});
