import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/db.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import type { SynonymId } from '../events.ts';
import known from '../synonyms.json' with { type: 'json' };
import { wordsIn } from '../words.ts';

const MOST_PHRASES = 40;
const LONGEST_PHRASE = 80;

export type CannotKeep = Refused<'too-few-phrases' | 'too-many-phrases' | 'no-such-synonym'>;

/** Keeps a family of phrases that mean the same: a new one, or one there is, said anew. */
export async function keepSynonym(
	tx: Tx,
	{ id, phrases }: { id?: SynonymId | undefined; phrases: readonly string[] },
): Promise<{ kept: SynonymId } | CannotKeep> {
	const said = [...new Set(phrases.map((phrase) => phrase.trim().replace(/\s+/g, ' ')))].filter(
		(phrase) => wordsIn(phrase).length > 0,
	);
	if (said.length < 2) return refuse('too-few-phrases');
	if (said.length > MOST_PHRASES || said.some(({ length }) => length > LONGEST_PHRASE))
		return refuse('too-many-phrases');

	if (id === undefined) {
		const made: SynonymId = tx.newId();
		await write(tx, [{ id: made, phrases: said }]);
		return { kept: made };
	}
	const there = await tx.db
		.selectFrom('synonym')
		.select('id')
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	if (!there) return refuse('no-such-synonym');
	await write(tx, [{ id, phrases: said }]);
	return { kept: id };
}

export async function removeSynonym(tx: Tx, id: SynonymId) {
	await tx.db.deleteFrom('synonym').where('id', '=', id).execute();
	return {};
}

/** Families of phrases in which a word is, in the order of their first phrases; all of them where none is looked for. */
export async function synonyms(db: Reader, text: string) {
	const rows = await db
		.selectFrom('synonym')
		.select(['id', 'phrases'])
		.orderBy(sql`phrases[1]`)
		.orderBy('id')
		.execute();
	const words = wordsIn(text);
	return rows.filter(({ phrases }) => {
		const all = wordsIn(phrases.join(' '));
		return words.every((word) => all.some((each) => each.startsWith(word)));
	});
}

/** The ones that Hearten comes with; where there are some already, nothing is added, so what was taken away stays away. */
export async function seedSynonyms(tx: Tx) {
	const there = await tx.db.selectFrom('synonym').select('id').limit(1).executeTakeFirst();
	if (!there)
		await write(
			tx,
			known.map((phrases) => ({ id: tx.newId<'synonym'>(), phrases })),
		);
	return {};
}

async function write(tx: Tx, families: readonly { id: SynonymId; phrases: readonly string[] }[]) {
	const words = families.map(({ phrases }) => wordsIn(phrases.join(' ')).join(' '));
	await tx.db
		.insertInto('synonym')
		.columns(['id', 'phrases', 'stems', 'changed_at'])
		.expression(
			sql`select id, array(select jsonb_array_elements_text(phrases)), array(
					select distinct stem
					from unnest(string_to_array(words, ' ')) word, unnest(array_append(stems(word), word)) stem
				), ${tx.now}
				from unnest(
					${families.map(({ id }) => id)}::uuid[],
					${families.map(({ phrases }) => JSON.stringify(phrases))}::jsonb[],
					${words}::text[]
				) family (id, phrases, words)`,
		)
		.onConflict((there) =>
			there.column('id').doUpdateSet((row) => ({
				phrases: row.ref('excluded.phrases'),
				stems: row.ref('excluded.stems'),
				changed_at: row.ref('excluded.changed_at'),
			})),
		)
		.execute();
}
