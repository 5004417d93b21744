import { randomUUID } from 'node:crypto';
import type { Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import type { Vault } from '#platform/vault.ts';
import type { AliasId, ConversationId } from '../conversation.ts';
import { calmIn } from './calm.ts';
import { cardIn } from './card.ts';
import { heldCount, heldOf } from './held.ts';
import { messageLineAt, messagesBefore } from './lines.ts';
import { hasSpoken, resonancesOf } from './queries.ts';
import { placeRead } from './reading.ts';

interface Asked {
	/** Who reads; null for a visitor. */
	viewer: Pick<Viewer, 'id'> | null;
	/** Who that is in this conversation; undefined for those who are nobody here. */
	me: AliasId | undefined;
	/** Whether they may see what is hidden. */
	host: boolean;
	/** `before` and `reply` of the address, as places. */
	query: URLSearchParams;
	now: Date;
}

/** Everything a page of a conversation shows: fifty lines, and what is about to be answered. */
export async function pageOf(
	db: Reader,
	vault: Vault,
	id: ConversationId,
	{ viewer, me, host, query, now }: Asked,
) {
	const reader = { personId: viewer?.id ?? null, aliasId: me, host };
	const before = placeIn(query, 'before');
	const replyTo = placeIn(query, 'reply');
	const lines = await messagesBefore(db, vault, id, reader, before);
	const from = lines[0]?.place ?? 1;
	return {
		id,
		me,
		lines,
		before,
		earlier: from > 1 ? from : undefined,
		/** Whether the reader has said nothing here yet. */
		first: !me || !(await hasSpoken(db, id, me)),
		mine: me ? await resonancesOf(db, id, me, { from, to: lines.at(-1)?.place ?? 0 }) : [],
		/** Up to where they had read before, on any device. */
		readTo: me ? await placeRead(db, vault, me) : undefined,
		replying: replyTo ? await messageLineAt(db, vault, id, reader, replyTo) : undefined,
		/** What lies before the reader after what they have said. */
		card: me ? await cardIn(db, vault, { aliasId: me, now }) : undefined,
		/** What the reader has said and nobody else sees yet. */
		held: me ? await heldOf(db, vault, me) : [],
		/** Whether many push into this place, so that it goes slowly. */
		calm: (await calmIn(db, id, now))?.calm,
		/** How much waits to be read by whoever holds this place. */
		toRead: host ? await heldCount(db, id) : 0,
		/** So that pressing the button twice, without a script, says it once. */
		clientId: randomUUID(),
	};
}

function placeIn(query: URLSearchParams, name: string) {
	const asked = Number(query.get(name) ?? Number.NaN);
	return Number.isInteger(asked) && asked > 0 && asked < 2 ** 31 ? asked : undefined;
}
