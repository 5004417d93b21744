import type { ServiceBodyId } from '#features/directory/events.ts';
import { countWords } from '#features/directory/server/count-words.ts';
import { seedSynonyms } from '#features/directory/server/synonyms.ts';
import { writeListings } from '#features/directory/server/write-listings.ts';
import type { Tx } from '#platform/db.ts';
import { demoBody, demoListings } from './directory.ts';

/** Lists what the demo’s directory lists. */
export async function seedDirectory(tx: Tx) {
	const bodyId: ServiceBodyId = tx.newId();
	await tx.db
		.insertInto('service_body')
		.values({ id: bodyId, ...demoBody, made_at: tx.now })
		.execute();
	await writeListings(tx, { bodyId, feedId: null }, demoListings);
	await seedSynonyms(tx);
	await countWords.run(tx, {});
	return {};
}
