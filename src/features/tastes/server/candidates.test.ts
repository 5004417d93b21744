import { expect } from 'vitest';
import type { Handle } from '#cast';
import { may as mayInCircles } from '#features/circles/policy.ts';
import { circleIdOf } from '#features/circles/server/queries.ts';
import { standingIn } from '#features/circles/server/standing.ts';
import { rest } from '#features/supporters/server/index.ts';
import { test, type Neighbourhood } from '#test/neighbourhood.ts';
import { nothingSaid } from '../answers.ts';
import { decideTastes } from '../decide.ts';
import type { TasteKind } from '../answers.ts';
import { candidatesFor } from './candidates.ts';
import { greeterFor } from './greeter.ts';

const zone = 'Europe/London';

async function forWhom(cast: Neighbourhood, who: Handle | null, locale = 'en') {
	const { db, vault, now } = cast.world;
	return candidatesFor(db, vault, { viewer: await cast.viewer(who), now, zone, locale });
}

const named = async (cast: Neighbourhood, who: Handle | null, kind: TasteKind) =>
	(await forWhom(cast, who)).filter((one) => one.kind === kind).map(({ name }) => name);

test('every kind that exists is there to be tried, and three of them differ', async ({ cast }) => {
	const { now } = cast.world;
	const visitor = await forWhom(cast, null);

	expect(new Set(visitor.map(({ kind }) => kind))).toEqual(
		new Set(['circle', 'room', 'talk', 'workshop', 'place', 'meeting']),
	);
	const tastes = decideTastes(visitor, nothingSaid, { now, zone, locale: 'en' });
	expect(new Set(tastes.map(({ kind }) => kind)).size).toBe(3);
	expect(new Set(visitor.map(({ key }) => key)).size).toBe(visitor.length);
});

test('a circle is only offered to whom it would open itself, to sit behind the others in', async ({
	cast,
}) => {
	const { db, now } = cast.world;
	for (const who of [null, 'wren', 'mo', 'rosa', 'kit', 'amara'] as const) {
		const viewer = await cast.viewer(who);
		const circles = (await forWhom(cast, who)).filter(({ kind }) => kind === 'circle');
		for (const { href, name } of circles) {
			const id = await circleIdOf(db, href.replace('/circles/', ''));
			const standing = await standingIn(db, id!, viewer, now);
			expect(mayInCircles.find(standing).refused, `${who}: ${name}`).toBeUndefined();
			expect(standing.circle).toMatchObject({ state: 'gathering', observersWelcome: true });
			expect(standing.seat ?? standing.wait).toBeUndefined();
			expect(standing.observing).toBe(false);
			if (viewer) expect(mayInCircles.observe(standing).refused).toBeUndefined();
		}
	}
	expect(await named(cast, null, 'circle')).not.toContain('The key in the lock');
});

test('bands never mix: who is 15 is offered nothing of adults, and adults nothing of theirs', async ({
	cast,
}) => {
	const teen = await forWhom(cast, 'kit');
	const adult = await forWhom(cast, 'wren');

	const keys = new Set(adult.map(({ key }) => key));
	expect(teen.filter(({ key }) => keys.has(key))).toEqual([]);
	expect(teen.filter(({ kind }) => kind === 'talk')).toEqual([]);
});

test('a visitor learns that somebody could talk with them, and neither who nor when', async ({ cast }) => {
	const talks = (await forWhom(cast, null)).filter(({ kind }) => kind === 'talk');

	expect(talks).toMatchObject([{ name: null, about: null, times: [], zone: null, languages: [] }]);
	expect(JSON.stringify(await forWhom(cast, null))).not.toContain('soup');
});

test('who has a nickname is offered supporters by name who take somebody new, and not themselves', async ({
	cast,
}) => {
	expect(await named(cast, 'wren', 'talk')).toContain('Tam');
	expect(await named(cast, 'tam', 'talk')).not.toContain('Tam');
	// Fern takes a rest, and Slow Tomatoes has no hours.
	expect(await named(cast, 'wren', 'talk')).not.toContain('Fern');
});

test('when nobody takes anybody new, no talk is offered to anybody', async ({ cast }) => {
	for (const who of ['tam', 'idris', 'tomatoes'] as const) await cast.as(who, (tx) => rest(tx, true));

	expect(await named(cast, null, 'talk')).toEqual([]);
	expect(await named(cast, 'wren', 'talk')).toEqual([]);
});

test('a room that somebody holds is open now; the others say when they will be, or are not offered', async ({
	cast,
}) => {
	const rooms = (await forWhom(cast, 'wren')).filter(({ kind }) => kind === 'room');

	expect(rooms.filter(({ heldNow }) => heldNow).map(({ name }) => name)).toEqual(['The kettle is on']);
	for (const { heldNow, times } of rooms) expect(heldNow || times[0]!.startsAt > cast.world.now).toBe(true);
});

test('whoever holds a room is who can be asked; else it is said when somebody does', async ({ cast }) => {
	const { db, now } = cast.world;

	expect(await greeterFor(db, null, now)).toMatchObject({
		is: 'here',
		name: 'The kettle is on',
		holders: [{ name: 'Tam' }],
	});
	await db.deleteFrom('hold').execute();
	const later = await greeterFor(db, null, now);
	expect(later.is).toBe('later');
	await db.deleteFrom('sign_up').execute();
	expect(await greeterFor(db, null, now)).toEqual({ is: 'nobody' });
});
