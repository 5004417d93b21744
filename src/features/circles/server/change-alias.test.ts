import { expect } from 'vitest';
import { randomUUID } from 'node:crypto';
import { tellAboutMe } from '#features/people/server/index.ts';
import { nothingTold } from '#features/people/about.ts';
import { test, type World } from '#test/world.ts';
import type { PersonId } from '#platform/ids.ts';
import type { CircleId } from '../circle.ts';
import { acceptAgreements } from './accept-agreements.ts';
import { aliasIn } from '#features/conversations/server/index.ts';
import { changeAlias } from './change-alias.ts';
import { changesAfter } from '#features/conversations/server/index.ts';
import { observeCircle } from './observe-circle.ts';
import { postMessage } from './post-message.ts';
import { toldIn } from './queries.ts';

async function says(world: World, who: PersonId, circleId: CircleId, ...bodies: string[]) {
	await world.as(who, (tx) => acceptAgreements(tx, { circleId, version: 1 }));
	for (const body of bodies)
		await world.as(who, (tx) =>
			postMessage(tx, { circleId, body, contentNote: '', replyTo: undefined, clientId: randomUUID() }),
		);
}

test('a new name reaches whoever has read everything so far, on every message and on nothing else', async ({
	world,
}) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	const circleId = await world.circle({ hosts: [ana], seated: [ben] });
	await says(world, ben, circleId, 'one', 'two');
	await says(world, ana, circleId, 'three');
	await says(world, ben, circleId, 'four');

	await world.as(ben, (tx) => changeAlias(tx, { circleId, name: 'Moss' }));

	const heard = await changesAfter(world.db, world.vault, circleId, 4);
	expect(heard.map(({ place, change, author }) => [place, change, author.name])).toEqual([
		[1, 5, 'Moss'],
		[2, 6, 'Moss'],
		[4, 7, 'Moss'],
	]);
	await says(world, ana, circleId, 'five');
	expect((await changesAfter(world.db, world.vault, circleId, 7)).map(({ change }) => change)).toEqual([8]);
});

test('whoever has said nothing yet changes their name and nothing else', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	const circleId = await world.circle({ hosts: [ana], seated: [ben] });
	await says(world, ana, circleId, 'one');

	await world.as(ben, (tx) => changeAlias(tx, { circleId, name: 'Moss' }));

	expect(await changesAfter(world.db, world.vault, circleId, 1)).toEqual([]);
});

test('what somebody tells their circles is for those with a seat, not for whoever sits in', async ({
	world,
}) => {
	const [ana, ben, cy] = [await world.person('Ana'), await world.person('Ben'), await world.person('Cy')];
	const circleId = await world.circle({ hosts: [ana], seated: [ben] });
	await world.as(cy, (tx) => observeCircle(tx, circleId));
	await world.as(ana, (tx) =>
		tellAboutMe(tx, {
			...nothingTold,
			languages: { told: ['es'], audience: 'everyone' },
			words: { told: 'About the lighthouse', audience: 'circles' },
		}),
	);
	const anas = (await aliasIn(world.db, circleId, ana))!.id;
	const told = (id: PersonId, sharesCircle: boolean) =>
		toldIn(world.db, world.vault, circleId, { viewer: { id, ageBand: 'adult', duties: [] }, sharesCircle });

	expect((await told(ben, true))[anas]).toEqual({ languages: ['es'], words: 'About the lighthouse' });
	expect((await told(cy, false))[anas]).toEqual({ languages: ['es'] });
});
