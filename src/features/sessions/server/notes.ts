import { aliasIn } from '#features/conversations/server/index.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import { stirSession } from '#features/pairings/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { seal, unseal, type Key } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import { notesWritten } from '../events.ts';
import { VERSIONS_KEPT, type NoteVersion } from '../note.ts';
import { may } from '../policy.ts';
import { sessionStill } from './standing.ts';

/**
 * Writes on the page that the two share. Whoever wrote on another version than the newest is told so and loses nothing:
 * their words come back to them, beside the other’s.
 */
export async function writeNotes(
	tx: Tx,
	{ pairingId, words, version }: { pairingId: PairingId; words: string; version: number },
) {
	const ruling = may.note(await sessionStill(tx, { pairingId }));
	if (ruling.refused) return ruling;
	const key = await keyStill(tx, pairingId);
	const [newest] = await openVersions(tx.db, key, pairingId, 1);
	if ((newest?.words ?? '') === words) return { number: newest?.number ?? 0 };
	if ((newest?.number ?? 0) !== version) return refuse('notes-changed');

	const number = version + 1;
	await tx.db
		.insertInto('shared_note_version')
		.values({
			pairing_id: pairingId,
			number,
			words: seal(key, words, contextOf(pairingId, number)),
			alias_id: (await aliasIn(tx.db, pairingId, tx.actor))!.id,
			written_at: tx.now,
		})
		.execute();
	await tx.db
		.deleteFrom('shared_note_version')
		.where('pairing_id', '=', pairingId)
		.where('number', '<=', number - VERSIONS_KEPT)
		.execute();
	await tx.announce(notesWritten({ pairingId }));
	await stirSession(tx, pairingId);
	return { number };
}

/** What the two have written down, the newest first. Whether it may be read is asked of the rule. */
export async function notesOf(db: Reader, vault: Vault, pairingId: PairingId): Promise<NoteVersion[]> {
	const note = await db
		.selectFrom('shared_note')
		.select('key_id')
		.where('pairing_id', '=', pairingId)
		.executeTakeFirst();
	const key = note && (await vault.key(db, note.key_id));
	return key ? openVersions(db, key, pairingId, VERSIONS_KEPT) : [];
}

/** The key of the page, made with the first word on it. */
async function keyStill(tx: Tx, pairingId: PairingId): Promise<Key> {
	const note = await tx.db
		.selectFrom('shared_note')
		.select('key_id')
		.where('pairing_id', '=', pairingId)
		.executeTakeFirst();
	if (!note) {
		const { id, key } = await tx.vault.newKey(tx.db, tx.now);
		await tx.db.insertInto('shared_note').values({ pairing_id: pairingId, key_id: id }).execute();
		return key;
	}
	const key = await tx.vault.key(tx.db, note.key_id);
	if (!key) throw new Error('The key of a shared page is missing.');
	return key;
}

async function openVersions(db: Reader, key: Key, pairingId: PairingId, most: number) {
	const rows = await db
		.selectFrom('shared_note_version')
		.leftJoin('alias', 'alias.id', 'shared_note_version.alias_id')
		.select(['number', 'words', 'written_at as writtenAt', 'alias.name as by'])
		.where('pairing_id', '=', pairingId)
		.orderBy('number', 'desc')
		.limit(most)
		.execute();
	return rows.map(({ words, by, ...version }) => ({
		...version,
		by: by ?? '',
		words: unseal(key, words, contextOf(pairingId, version.number)),
	}));
}

const contextOf = (pairingId: PairingId, number: number) => `shared-note:${pairingId}:${number}`;

/** Takes a shared page away for good. What two wrote into each other’s sentences cannot be told apart again. */
export async function forgetNotes(tx: Tx, pairingId: PairingId) {
	const note = await tx.db
		.deleteFrom('shared_note')
		.where('pairing_id', '=', pairingId)
		.returning('key_id')
		.executeTakeFirst();
	if (note) await tx.db.deleteFrom('sealing_key').where('id', '=', note.key_id).execute();
}
