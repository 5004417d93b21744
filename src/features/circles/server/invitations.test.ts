import { expect } from 'vitest';
import { test, type World } from '#test/world.ts';
import type { PersonId } from '#platform/ids.ts';
import { invite } from './invitations.ts';
import { joinCircle } from './join-circle.ts';
import { observeCircle, stopObserving } from './observe-circle.ts';

async function invited(world: World, host: PersonId) {
	const circleId = await world.circle({ hosts: [host], joining: 'by-invitation' });
	const made = await world.as(host, (tx) => invite(tx, circleId));
	if ('refused' in made) throw new Error('The host could not invite.');
	return { circleId, invitation: made.token };
}

test('an invitation lets one person sit in, and not whoever comes after with the same link', async ({
	world,
}) => {
	const [ana, ben, cy] = [await world.person('Ana'), await world.person('Ben'), await world.person('Cy')];
	const { circleId, invitation } = await invited(world, ana);

	expect(await world.as(ben, (tx) => observeCircle(tx, circleId, { invitation }))).toEqual({
		observing: true,
	});
	expect(await world.as(cy, (tx) => observeCircle(tx, circleId, { invitation }))).toEqual({
		refused: 'not-found',
	});
	expect(await world.as(cy, (tx) => joinCircle(tx, circleId, { invitation }))).toEqual({
		refused: 'not-found',
	});
});

test('two people with one link at the same moment: one of them comes in', async ({ world }) => {
	const [ana, ben, cy] = [await world.person('Ana'), await world.person('Ben'), await world.person('Cy')];
	const { circleId, invitation } = await invited(world, ana);

	const answers = await Promise.all([
		world.as(ben, (tx) => observeCircle(tx, circleId, { invitation })),
		world.as(cy, (tx) => joinCircle(tx, circleId, { invitation })),
	]);

	expect(answers.filter((answer) => 'refused' in answer)).toHaveLength(1);
});

test('whoever was invited and sat in first can still take a seat, once', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	const { circleId, invitation } = await invited(world, ana);

	await world.as(ben, (tx) => observeCircle(tx, circleId, { invitation }));
	await world.as(ben, (tx) => stopObserving(tx, circleId));
	expect(await world.as(ben, (tx) => joinCircle(tx, circleId, { invitation }))).toEqual({
		refused: 'not-found',
	});

	const again = await world.as(ana, (tx) => invite(tx, circleId));
	await world.as(ben, (tx) =>
		observeCircle(tx, circleId, { invitation: 'token' in again ? again.token : '' }),
	);
	expect(await world.as(ben, (tx) => joinCircle(tx, circleId))).toEqual({ seat: 'taken' });
});

test('in an open circle sitting in needs no invitation, and uses none up', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	const circleId = await world.circle({ hosts: [ana], capacity: 2 });
	const made = await world.as(ana, (tx) => invite(tx, circleId));
	const invitation = 'token' in made ? made.token : '';

	await world.as(ben, (tx) => observeCircle(tx, circleId, { invitation }));

	expect(await world.db.selectFrom('invitation').select('circle_id').execute()).toHaveLength(1);
});
