import { sql } from 'kysely';
import { z } from 'zod';
import { job } from '#platform/job.ts';

/**
 * Counts in how many listings each word is, for spelling, for endings, and for how much a word tells. Words count as soon as
 * they are written; this only lags behind in knowing how common they are.
 */
export const countWords = job('directory.count-words', z.object({}), async (tx) => {
	// Two counts at once would meet on the same rows.
	await sql`select pg_advisory_xact_lock(hashtext('directory.count-words'))`.execute(tx.db);
	await sql`
		with counted as materialized (
			select word, ndoc as documents from ts_stat('select terms from finding')
		), unheard as (
			delete from vocabulary where not exists (select from counted where counted.word = vocabulary.word)
		)
		insert into vocabulary (word, documents, stems, slips)
		select
			word,
			documents,
			case when word ~ '^#' then '{}' else stems(word) end,
			case when word ~ '^#|[0-9]' then '{}' else slips(word) end
		from counted
		on conflict (word) do update set documents = excluded.documents
			where vocabulary.documents <> excluded.documents`.execute(tx.db);
});
