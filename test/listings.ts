import type { ServiceBodyId } from '#features/directory/events.ts';
import type { Listing } from '#features/directory/listing.ts';
import { countWords } from '#features/directory/server/count-words.ts';
import { writeListings } from '#features/directory/server/write-listings.ts';
import type { World } from './world.ts';

/** An organisation that lists things. */
export async function aBody(world: World, slug = 'riverside'): Promise<ServiceBodyId> {
	const { id } = await world.as(null, async (tx) => {
		const body = { id: tx.newId<'service-body'>(), slug, name: slug, zone: null, made_at: tx.now };
		await tx.db.insertInto('service_body').values(body).execute();
		return body;
	});
	return id;
}

const AT_ONCE = 500;

/** Lists them, and counts their words, as the job does soon after. */
export async function list(world: World, bodyId: ServiceBodyId, listings: readonly Listing[]) {
	await world.as(null, async (tx) => {
		for (let start = 0; start < listings.length; start += AT_ONCE)
			await writeListings(tx, { bodyId, feedId: null }, listings.slice(start, start + AT_ONCE));
		return {};
	});
	await world.as(null, async (tx) => {
		await countWords.run(tx, {});
		return {};
	});
}
