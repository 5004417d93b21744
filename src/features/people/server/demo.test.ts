import { expect } from 'vitest';
import { test } from '#test/world.ts';
import { beMadeUp, madeUpPeople, makeUp } from './demo.ts';

test('in a demonstration one can be anybody who was made up, and nobody real', async ({ world }) => {
	const [rosa, ana] = [await world.person('Rosa', { duties: ['host'] }), await world.person('Ana')];
	await world.as(null, (tx) => makeUp(tx, rosa));

	expect(await madeUpPeople(world.db)).toEqual([{ id: rosa, nickname: 'Rosa', duties: ['host'] }]);
	expect(await beMadeUp(world.db, rosa, { demo: true })).toEqual({ personId: rosa });
	expect(await beMadeUp(world.db, ana, { demo: true })).toEqual({ refused: 'not-a-demo' });
});

test('outside a demonstration nobody can be anybody, made up or not', async ({ world }) => {
	const [rosa, ana] = [await world.person('Rosa'), await world.person('Ana')];
	await world.as(null, (tx) => makeUp(tx, rosa));

	for (const person of [rosa, ana])
		expect(await beMadeUp(world.db, person, { demo: false })).toEqual({ refused: 'not-a-demo' });
});
