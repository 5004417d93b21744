import { expect } from 'vitest';
import { randomUUID } from 'node:crypto';
import { test, type World } from '#test/world.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours, minutes } from '#platform/time.ts';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { changeAlias } from '#features/circles/server/change-alias.ts';
import { keepPace, paces } from './pace.ts';
import { postMessage } from '#features/circles/server/post-message.ts';

const times = async (count: number, what: () => Promise<unknown>) => {
	for (let time = 0; time < count; time++) await what();
};

const keeps = (world: World, who: PersonId) => world.as(who, (tx) => keepPace(tx, 'say'));

test('a script that floods a circle is asked to slow down, and nobody else is', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	const circleId = await world.circle({ hosts: [ana], seated: [ben] });
	await world.as(ben, (tx) => acceptAgreements(tx, { circleId, version: 1 }));
	const say = (who: PersonId) =>
		world.as(who, (tx) =>
			postMessage(tx, { circleId, body: 'x', contentNote: '', replyTo: undefined, clientId: randomUUID() }),
		);

	await times(paces.say.atMost, () => keeps(world, ben));

	expect(await say(ben)).toEqual({ refused: 'too-fast' });
	expect(await say(ana)).toHaveProperty('place', 1);
	world.now = after(world.now, minutes(11));
	expect(await say(ben)).toHaveProperty('place', 2);
});

test('what is refused for another reason does not count', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	const circleId = await world.circle({ hosts: [ana], seated: [ben] });
	const goBy = (name: string) => world.as(ben, (tx) => changeAlias(tx, { circleId, name }));

	await times(paces.rename.atMost + 5, () => goBy('Ana'));
	expect(await goBy('Moss')).toEqual({ name: 'Moss' });

	let number = 0;
	await times(paces.rename.atMost, () => goBy(`Fern ${number++}`));
	expect(await goBy('Oak')).toEqual({ refused: 'too-fast' });
	world.now = after(world.now, hours(1));
	expect(await goBy('Oak')).toEqual({ name: 'Oak' });
});
