import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { seal, unseal } from '#platform/seal.ts';
import { dayOf } from '#platform/time.ts';
import type { Vault } from '#platform/vault.ts';
import type { NoteId } from '../room.ts';
import { keepPace } from './pace.ts';

/** More than anybody keeps; a script could. */
const MOST = 500;

/** Keeps what somebody wrote down, sealed under their own key, for their own eyes. */
export async function keepNote(tx: Tx, { words }: { words: string }) {
	const pace = await keepPace(tx, 'keep');
	if (pace.refused) return pace;
	const { key_id } = await tx.db
		.selectFrom('person')
		.select('key_id')
		.where('id', '=', tx.actor)
		.forUpdate()
		.executeTakeFirstOrThrow();
	const kept = await tx.db.selectFrom('kept_note').select('id').where('person_id', '=', tx.actor).execute();
	if (kept.length >= MOST) return refuse('enough-notes');
	const key = await tx.vault.key(tx.db, key_id);
	if (!key) throw new Error('A person’s key is missing.');

	const id: NoteId = tx.newId();
	const sealed = seal(key, words, contextOf(id));
	await tx.db
		.insertInto('kept_note')
		.values({ id, person_id: tx.actor, words: sealed, kept_on: dayOf(tx.now) })
		.execute();
	return { noteId: id };
}

/** Throws one’s own note away for good. */
export async function dropNote(tx: Tx, { note }: { note: NoteId }) {
	const dropped = await tx.db
		.deleteFrom('kept_note')
		.where('id', '=', note)
		.where('person_id', '=', tx.actor)
		.executeTakeFirst();
	return dropped.numDeletedRows === 0n ? refuse('no-such-note') : { dropped: note };
}

/** One’s own notes, the newest first. */
export async function notesOf(db: Reader, vault: Vault, personId: PersonId) {
	const rows = await db
		.selectFrom('kept_note')
		.innerJoin('person', 'person.id', 'kept_note.person_id')
		.select(['kept_note.id', 'kept_note.words', 'kept_note.kept_on as keptOn', 'person.key_id'])
		.where('kept_note.person_id', '=', personId)
		.orderBy('kept_note.id', 'desc')
		.execute();
	const key = rows[0] && (await vault.key(db, rows[0].key_id));
	return rows.flatMap(({ id, words, keptOn }) =>
		key ? [{ id, keptOn, words: unseal(key, words, contextOf(id)) }] : [],
	);
}

const contextOf = (id: NoteId) => `kept-note:${id}`;
