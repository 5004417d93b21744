import { expect } from 'vitest';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { askToPause } from '#features/circles/server/ask-to-pause.ts';
import { changeAlias } from '#features/circles/server/change-alias.ts';
import { circleHome, lendFloor } from '#features/circles/server/index.ts';
import { leaveCircle } from '#features/circles/server/leave-circle.ts';
import type { PersonId } from '#platform/ids.ts';
import { everythingKept } from '#test/everything-kept.ts';
import { test, type World } from '#test/world.ts';
import { aliasIn } from './aliases.ts';
import { conversationTopic } from './topic.ts';

const { writing } = conversationTopic(circleHome);

async function twoInACircle(world: World) {
	const [rosa, ben] = [await world.person('Rosa'), await world.person('Ben')];
	const circleId = await world.circle({ hosts: [rosa], seated: [ben] });
	const asOf = (who: PersonId) => writing!.as(world.db, who, circleId, world.now);
	return { rosa, ben, circleId, asOf };
}

test('somebody writes under the name they have here, with nothing kept of it', async ({ world }) => {
	const { ben, circleId, asOf } = await twoInACircle(world);
	await world.as(ben, (tx) => acceptAgreements(tx, { circleId, version: 1 }));
	await world.as(ben, (tx) => changeAlias(tx, { circleId, name: 'Paper Boat' }));
	const before = await everythingKept(world.db);

	const as = (await asOf(ben))!;
	expect(as).toBe((await aliasIn(world.db, circleId, ben))!.id);
	const who = await writing!.who(world.db, circleId, as);
	expect(who).toEqual({ author: { id: as, name: 'Paper Boat' }, personId: ben });
	expect(await everythingKept(world.db)).toBe(before);
});

test('whoever may not say anything is not shown writing', async ({ world }) => {
	const { rosa, ben, circleId, asOf } = await twoInACircle(world);
	expect(await asOf(ben), 'before the agreements').toBeUndefined();
	await world.as(ben, (tx) => acceptAgreements(tx, { circleId, version: 1 }));
	expect(await asOf(ben)).toBeDefined();
	expect(await asOf(await world.person('Cy')), 'somebody else').toBeUndefined();

	const alias = (await aliasIn(world.db, circleId, ben))!.id;
	await world.as(rosa, async (tx) => (await lendFloor(tx, circleId, null), {}));
	expect(await asOf(ben), 'while the piece is with nobody').toBeUndefined();
	await world.as(rosa, async (tx) => (await lendFloor(tx, circleId, alias), {}));
	expect(await asOf(ben), 'with the piece').toBeDefined();
	await world.as(rosa, (tx) => askToPause(tx, { circleId, alias, hours: 1 }));
	expect(await asOf(ben), 'asked to pause').toBeUndefined();
});

test('a name of one place means nothing in another, nor that of somebody who has left', async ({ world }) => {
	const { ben, circleId } = await twoInACircle(world);
	const elsewhere = await world.circle({ seated: [ben] });
	const as = (await aliasIn(world.db, circleId, ben))!.id;

	expect(await writing!.who(world.db, elsewhere, as)).toBeUndefined();
	await world.as(ben, (tx) => leaveCircle(tx, circleId));
	expect(await writing!.as(world.db, ben, circleId, world.now)).toBeUndefined();
});
