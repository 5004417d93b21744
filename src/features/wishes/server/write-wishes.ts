import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { seal } from '#platform/seal.ts';
import { isWritten, saysTheSame, VERSIONS_KEPT, type Audience, type Words } from '../wishes.ts';
import { contextOf, openVersions } from './versions.ts';

/**
 * Keeps what somebody wishes for hard times, and who may look. Whoever wrote on another version than the newest, in another
 * tab or on another device, is told so and loses nothing: both stand side by side.
 */
export async function writeWishes(
	tx: Tx,
	{ words, version, audience }: { words: Words; version: number; audience: readonly Audience[] },
) {
	// Two tabs at once wait for each other here.
	const { key_id } = await tx.db
		.selectFrom('person')
		.select('key_id')
		.where('id', '=', tx.actor)
		.forUpdate()
		.executeTakeFirstOrThrow();
	const key = await tx.vault.key(tx.db, key_id);
	if (!key) throw new Error('A person’s key is missing.');
	const [newest] = await openVersions(tx.db, tx.vault, tx.actor, 1);
	const changed = newest ? !saysTheSame(newest.words, words) : isWritten(words);
	if (changed && (newest?.number ?? 0) !== version) return refuse('wishes-changed');

	const may = {
		supporter_may: audience.includes('supporter'),
		stewards_may: audience.includes('stewards'),
	};
	await tx.db
		.insertInto('wishes')
		.values({ person_id: tx.actor, ...may })
		.onConflict((already) => already.column('person_id').doUpdateSet(may))
		.execute();
	if (!changed) return { number: newest?.number ?? 0 };

	const number = version + 1;
	await tx.db
		.insertInto('wishes_version')
		.values({
			person_id: tx.actor,
			number,
			words: seal(key, JSON.stringify(words), contextOf(tx.actor, number)),
			written_at: tx.now,
		})
		.execute();
	await tx.db
		.deleteFrom('wishes_version')
		.where('person_id', '=', tx.actor)
		.where('number', '<=', number - VERSIONS_KEPT)
		.execute();
	return { number };
}

/** Throws one’s wishes away for good, every version. Who looked at them stays to be read. */
export async function dropWishes(tx: Tx) {
	await tx.db.deleteFrom('wishes').where('person_id', '=', tx.actor).execute();
	return {};
}
