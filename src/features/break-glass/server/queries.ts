import type { Viewer } from '#features/people/person.ts';
import type { ConversationId } from '#features/conversations/conversation.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Vault } from '#platform/vault.ts';
import { after, days } from '#platform/time.ts';
import { stateOf, type LookId } from '../look.ts';
import { may } from '../policy.ts';
import { openReasons } from './reason.ts';
import { lookColumns, standingIn } from './standing.ts';

/** What is shown beside other things, and not only where one looks for it. */
const LATELY = days(30);

/** Why somebody asked; undefined once they have gone. Who may know is asked of the rule. */
export async function reasonFor(db: Reader, vault: Vault, lookId: LookId): Promise<string | undefined> {
	const rows = await db
		.selectFrom('look')
		.select(['id', 'reason', 'key_id'])
		.where('id', '=', lookId)
		.execute();
	return (await openReasons(db, vault, rows)).get(lookId);
}

/** Who asked, who answered, and in what kind of talk. */
export const whoAndWhere = (db: Reader, lookId: LookId) =>
	db
		.selectFrom('look')
		.innerJoin('conversation', 'conversation.id', 'look.conversation_id')
		.leftJoin('person as asker', 'asker.id', 'look.asked_by')
		.leftJoin('person as answerer', 'answerer.id', 'look.answered_by')
		.leftJoin('alias', 'alias.id', 'look.alias_id')
		.select(['conversation.kind', 'asker.nickname as asker', 'answerer.nickname as answerer', 'alias.name'])
		.where('look.id', '=', lookId)
		.executeTakeFirstOrThrow();

/** What a steward has asked for lately, and what they could answer; for a coordinator, all of it. */
export async function looksFor(db: Reader, viewer: Viewer, now: Date) {
	const rows = await db
		.selectFrom('look')
		.innerJoin('conversation', 'conversation.id', 'look.conversation_id')
		.leftJoin('person as asker', 'asker.id', 'look.asked_by')
		.select([...lookColumns, 'conversation.kind', 'asker.nickname as asker'])
		.where('look.asked_at', '>', after(now, -LATELY))
		.orderBy('look.asked_at', 'desc')
		.limit(200)
		.execute();
	const looks = [];
	for (const { kind, asker, ...look } of rows) {
		const standing = await standingIn(db, look.id, viewer, now);
		if (may.know(standing).refused) continue;
		looks.push({
			...{ id: look.id, what: look.what, kind, asker, askedAt: look.askedAt, until: look.until },
			toldLater: look.toldLater,
			state: stateOf(look, now),
			mine: look.askedBy === viewer.id,
			answerable: !may.answer(standing).refused,
		});
	}
	return looks;
}

/** What somebody has been told of: that their talk was read or their name looked behind, when and why. Never by whom. */
export async function toldTo(db: Reader, vault: Vault, personId: PersonId) {
	const rows = await db
		.selectFrom('look_told')
		.innerJoin('look', 'look.id', 'look_told.look_id')
		.innerJoin('conversation', 'conversation.id', 'look.conversation_id')
		.leftJoin('alias', (mine) =>
			mine
				.onRef('alias.conversation_id', '=', 'look.conversation_id')
				.onRef('alias.person_id', '=', 'look_told.person_id'),
		)
		.select(['look.id', 'look.what', 'look.minutes', 'look.told_later as toldLater'])
		.select(['look.answered_at', 'look.reason', 'look.key_id'])
		.select(['conversation.kind', 'conversation.id as conversationId', 'alias.name'])
		.where('look_told.person_id', '=', personId)
		.orderBy('look.answered_at', 'desc')
		.limit(100)
		.execute();
	const reasons = await openReasons(db, vault, rows);
	return rows.map(({ reason: _, key_id: __, answered_at, ...row }) => ({
		...row,
		at: answered_at!,
		reason: reasons.get(row.id),
	}));
}

/** The same of one talk, for its own page, as long as it is not long ago. */
export async function looksHere(
	db: Reader,
	conversationId: ConversationId,
	personId: PersonId | undefined,
	now: Date,
) {
	if (!personId) return [];
	const rows = await db
		.selectFrom('look_told')
		.innerJoin('look', 'look.id', 'look_told.look_id')
		.select(['look.id', 'look.what', 'look.answered_at'])
		.where('look_told.person_id', '=', personId)
		.where('look.conversation_id', '=', conversationId)
		.where('look.answered_at', '>', after(now, -LATELY))
		.orderBy('look.answered_at', 'desc')
		.execute();
	return rows.map(({ answered_at, ...row }) => ({ ...row, at: answered_at! }));
}
