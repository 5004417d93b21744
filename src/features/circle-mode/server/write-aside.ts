import { sql } from 'kysely';
import type { CircleId } from '#features/circles/circle.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import { aliasesApart, keyOf } from '#features/conversations/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { seal, unseal } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import type { AsideLine } from '../after.ts';
import { topicOf } from '../events.ts';
import { may } from '../policy.ts';
import { guides, sitterOf, type Sitting, type SittingId } from '../sitting.ts';
import { holdMeeting, standingOfActor, whoIs } from './going-on.ts';
import { keepPace } from './pace.ts';
import type { AsideLineId } from './tables.ts';

/** Says something on the private line: to whoever guides, or, as one of those who guide, to one person. */
export async function writeAside(
	tx: Tx,
	{ circleId, to, words }: { circleId: CircleId; to: AliasId; words: string },
) {
	const pace = await keepPace(tx);
	if (pace.refused) return pace;
	const going = await holdMeeting(tx, circleId);
	if (!going) return refuse('no-meeting');
	const standing = await standingOfActor(tx, circleId, going);
	const ruling = may.look(standing);
	if (ruling.refused) return ruling;
	const me = await whoIs(tx.db, circleId, standing);
	const apart = await aliasesApart(tx.db, circleId, tx.actor);
	if (apart.has(to)) return refuse('nobody-there');
	const decision = me ? decideAside(going.state, me.id, to) : refuse('not-here');
	if ('refused' in decision) return decision;

	const id: AsideLineId = tx.newId();
	await tx.db
		.insertInto('aside_line')
		.values({
			id,
			sitting_id: going.id,
			number: sql<number>`(select coalesce(max(number), 0) + 1 from aside_line where sitting_id = ${going.id})`,
			from_id: decision.from,
			to_id: to,
			words: seal(await keyOf(tx, decision.from), words, wordsOf(id)),
			said_at: tx.now,
		})
		.execute();
	await tx.db
		.updateTable('sitting')
		.set({ version: going.version + 1 })
		.where('id', '=', going.id)
		.execute();
	await tx.nudge(topicOf(going.id));
	return { to };
}

export const wordsOf = (id: AsideLineId) => `aside:${id}`;

const gone = ['left', 'removed'];

function decideAside(
	state: Sitting,
	from: AliasId,
	to: AliasId,
): { from: AliasId } | Refused<'not-here' | 'nobody-there' | 'only-to-guides'> {
	const [me, other] = [sitterOf(state, from), sitterOf(state, to)];
	if (!me || gone.includes(me.where)) return refuse('not-here');
	if (!other || gone.includes(other.where) || to === from) return refuse('nobody-there');
	return guides(state, from) || guides(state, to) ? { from } : refuse('only-to-guides');
}

/** What one person has said and been told on the private line of a meeting, oldest first. */
export async function asidesOf(
	db: Reader,
	vault: Vault,
	sittingId: SittingId,
	me: AliasId,
): Promise<AsideLine[]> {
	const rows = await db
		.selectFrom('aside_line')
		.innerJoin('alias', 'alias.id', 'aside_line.from_id')
		.select(['aside_line.id', 'number', 'from_id', 'to_id', 'words', 'said_at', 'alias.key_id'])
		.where('sitting_id', '=', sittingId)
		.where((where) => where.or([where('from_id', '=', me), where('to_id', '=', me)]))
		.orderBy('number')
		.execute();
	const keys = await vault.keys(
		db,
		rows.flatMap(({ key_id }) => key_id ?? []),
	);
	return rows.flatMap(({ id, number, from_id, to_id, words, said_at, key_id }) => {
		const key = key_id ? keys.get(key_id) : undefined;
		return key
			? [{ number, from: from_id, to: to_id, words: unseal(key, words, wordsOf(id)), saidAt: said_at }]
			: [];
	});
}
