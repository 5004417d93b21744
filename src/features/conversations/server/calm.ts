import { sql } from 'kysely';
import { z } from 'zod';
import {
	calmAt,
	cameWithThem,
	FLAGS_WITHIN,
	JOINS_WITHIN,
	looksLikeRaid,
	type Calm,
} from '#features/attention/raid.ts';
import { openPattern, patternsOf } from '#features/attention/server/index.ts';
import type { ReportId } from '#features/reports/report.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { job } from '#platform/job.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { after } from '#platform/time.ts';
import { topicOf, type ConversationId } from '../conversation.ts';

/** How a conversation is now: undefined as ever, `slow` or `closed` while many push into it. */
export async function calmIn(db: Reader, id: ConversationId, now: Date) {
	const row = await db
		.selectFrom('conversation')
		.select(['calm', 'calm_since as since'])
		.where('id', '=', id)
		.executeTakeFirst();
	return row && calmAt(row, now);
}

/** Whether somebody new may come in. Whoever is somebody here already comes and goes as ever. */
export async function mayBeNew(tx: Tx, id: ConversationId): Promise<Ruling<'place-is-calm'>> {
	if ((await calmIn(tx.db, id, tx.now))?.calm !== 'closed') return allowed;
	const known = await tx.db
		.selectFrom('alias')
		.select('id')
		.where('conversation_id', '=', id)
		.where('person_id', '=', tx.actor)
		.executeTakeFirst();
	return known ? allowed : refuse('place-is-calm');
}

/** Who of these may speak in a place that was slowed down: nobody who came with the others, and nobody twice at once. */
export async function speakingCalmly(
	tx: Tx,
	id: ConversationId,
	since: Date,
	people: readonly PersonId[],
): Promise<(person: PersonId) => Ruling<'place-is-calm' | 'place-is-slow'>> {
	const { slowSeconds } = await patternsOf(tx.db);
	const rows = await tx.db
		.selectFrom('alias')
		.leftJoin('sealing_key', 'sealing_key.id', 'alias.key_id')
		.leftJoin('message', 'message.alias_id', 'alias.id')
		.select((select) => [
			'alias.person_id as personId',
			'sealing_key.made_at as cameAt',
			select.fn.max('message.posted_at').as('spokeAt'),
		])
		.where('alias.conversation_id', '=', id)
		.where('alias.person_id', 'in', people)
		.groupBy(['alias.id', 'sealing_key.made_at'])
		.execute();
	const byPerson = new Map(rows.map((row) => [row.personId, row]));
	return (person) => {
		const row = byPerson.get(person);
		if (!row?.cameAt || row.cameAt >= cameWithThem(since)) return refuse('place-is-calm');
		const waits = row.spokeAt && after(row.spokeAt, slowSeconds * 1000) > tx.now;
		return waits ? refuse('place-is-slow') : allowed;
	};
}

/** Slows a place down, closes its door to anybody new, or ends that. Whether somebody may is asked before. */
export async function setCalm(tx: Tx, id: ConversationId, calm: Calm | null) {
	const row = await tx.db
		.updateTable('conversation')
		.set((was) => ({
			calm,
			calm_since: calm
				? sql<Date>`case when ${was.ref('calm')} is null then ${tx.now} else calm_since end`
				: null,
		}))
		.where('id', '=', id)
		.returning('kind')
		.executeTakeFirstOrThrow();
	await tx.nudge(topicOf(row.kind, id));
	return { calm };
}

/** After each report: whether the place of what was reported is being pushed into. It is slowed down, and stewards look. */
export const lookForRaid = job(
	'conversations.look-for-raid',
	z.object({ reportId: z.uuid().transform((id) => id as ReportId) }),
	async (tx, { reportId }) => {
		const here = await tx.db
			.selectFrom('report')
			.innerJoin('desk_case', 'desk_case.id', 'report.case_id')
			.innerJoin('message', (join) => join.on(sql`'message:' || message.id`, '=', sql.ref('desk_case.about')))
			.innerJoin('alias', 'alias.id', 'message.alias_id')
			.innerJoin('conversation', 'conversation.id', 'message.conversation_id')
			.select([
				'conversation.id',
				'conversation.kind',
				'conversation.calm',
				'conversation.calm_since as since',
			])
			.select('alias.person_id as authorId')
			.where('report.id', '=', reportId)
			.where('conversation.kind', 'in', ['room', 'circle'])
			.executeTakeFirst();
		if (!here?.authorId || calmAt(here, tx.now)) return;
		if (!looksLikeRaid(await pushing(tx, here.id), await patternsOf(tx.db))) return;

		await setCalm(tx, here.id, null);
		await setCalm(tx, here.id, 'slow');
		await openPattern(tx, {
			about: `${here.kind}:${here.id}`,
			personId: here.authorId,
			because: 'attention.case.raid',
			tier: 2,
		});
	},
);

/** How many came lately, and how often what is said here was reported. */
async function pushing(tx: Tx, id: ConversationId) {
	const { joins } = await tx.db
		.selectFrom('alias')
		.innerJoin('sealing_key', 'sealing_key.id', 'alias.key_id')
		.select(sql<number>`count(*)::int`.as('joins'))
		.where('alias.conversation_id', '=', id)
		.where('sealing_key.made_at', '>', after(tx.now, -JOINS_WITHIN))
		.executeTakeFirstOrThrow();
	const { flags } = await tx.db
		.selectFrom('report')
		.innerJoin('desk_case', 'desk_case.id', 'report.case_id')
		.innerJoin('message', (join) => join.on(sql`'message:' || message.id`, '=', sql.ref('desk_case.about')))
		.select(sql<number>`count(*)::int`.as('flags'))
		.where('message.conversation_id', '=', id)
		.where('report.made_at', '>', after(tx.now, -FLAGS_WITHIN))
		.executeTakeFirstOrThrow();
	return { joins, flags };
}
