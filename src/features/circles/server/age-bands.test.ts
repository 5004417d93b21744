import { expect } from 'vitest';
import { foundOrganisation } from '#features/people/server/index.ts';
import { test, type World } from '#test/world.ts';
import type { CircleDetails } from '../circle.ts';
import { changeDetails } from './change-circle.ts';
import { openCircle } from './open-circle.ts';

const young: CircleDetails = {
	name: 'After school',
	about: '',
	topics: [],
	language: 'en',
	structure: 'informal',
	venue: 'online',
	address: null,
	capacity: 8,
	joining: 'open',
	observersWelcome: true,
	ageBand: '13-17',
	agreements: 'What is said here stays here.',
};

const openForEveryBand = (world: World) =>
	world.db
		.updateTable('organisation')
		.set({ age_bands: ['adult', '13-17', '16-25'] })
		.execute();

test('nobody opens a circle for people of another age', async ({ world }) => {
	await world.as(null, (tx) => foundOrganisation(tx, { name: 'Here', locale: 'en' }));
	await openForEveryBand(world);
	const rosa = await world.person('Rosa', { duties: ['host'] });
	const kit = await world.person('Kit', { duties: ['host'], ageBand: '13-17' });

	expect(await world.as(rosa, (tx) => openCircle(tx, young))).toEqual({ refused: 'other-age-band' });
	expect(await world.as(kit, (tx) => openCircle(tx, { ...young, ageBand: 'adult' }))).toEqual({
		refused: 'other-age-band',
	});
	expect(await world.as(kit, (tx) => openCircle(tx, young))).toHaveProperty('slug');
});

test('a circle that adults sit in or read does not become one for the young', async ({ world }) => {
	const rosa = await world.person('Rosa');
	const circleId = await world.circle({ hosts: [rosa] });

	expect(await world.as(rosa, (tx) => changeDetails(tx, { circleId, ...young }))).toEqual({
		refused: 'band-is-set',
	});
});
