import { expect } from 'vitest';
import { sessionIn, sessionsBefore, sessionNear } from '#features/pairings/server/index.ts';
import { pairingIdOf } from '#features/pairings/server/queries.ts';
import { mySupporting } from '#features/supporters/server/index.ts';
import { after, minutes } from '#platform/time.ts';
import { booked, granted, supporting } from '#test/talks.ts';
import { test } from '#test/world.ts';
import { cardBetween } from './card.ts';
import { acceptOffer, askDirectly } from './index.ts';

test('what was asked is at hand for both, and the sessions there were are told, the latest first', async ({
	world,
}) => {
	const [wren, ana] = [await supporting(world), await world.person('Ana')];
	const { id: supporterId } = (await mySupporting(world.db, world.vault, wren))!;
	const card = { help: 'listen', avoid: 'Please no advice.', language: 'en' } as const;
	const { askId } = granted(await world.as(ana, (tx) => askDirectly(tx, card, { supporterId })));
	const offers = world.db.selectFrom('offer').select('id').where('ask_id', '=', askId);
	const { id: offerId } = await offers.executeTakeFirstOrThrow();
	const { pairingId } = granted(await world.as(wren, (tx) => acceptOffer(tx, { offerId })));

	expect(await cardBetween(world.db, world.vault, pairingId)).toEqual(card);
	expect(await pairingIdOf(world.db, pairingId)).toBe(pairingId);
	expect(await pairingIdOf(world.db, 'no id at all')).toBeUndefined();
	const tuesday = new Date('2026-11-24T18:00:00Z');
	const id = await booked(world, ana, pairingId, tuesday);
	expect(await sessionNear(world.db, pairingId, after(tuesday, -minutes(9)))).toMatchObject({ id });
	expect(await sessionsBefore(world.db, pairingId, tuesday)).toEqual([]);
	expect(await sessionsBefore(world.db, pairingId, after(tuesday, minutes(30)))).toMatchObject([{ id }]);
	expect(await sessionIn(world.db, pairingId, id)).toMatchObject({ startsAt: tuesday });
	expect(await sessionIn(world.db, pairingId, 'no id at all')).toBeUndefined();
});
