import type { AgeBand } from '#features/people/person.ts';
import type { Calm } from '#features/attention/raid.ts';
import { isBetween } from '#features/blocks/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import type { Vault } from '#platform/vault.ts';
import type { ConversationId, Kind } from '../conversation.ts';
import type { MessageId } from '../message.ts';
import { setCalm } from './calm.ts';
import { heldAnywhere, heldAt, keepBack, passOn } from './held.ts';
import type { Home } from './home.ts';

/**
 * What waits to be read, for whoever reads it: those who hold the place it was said in, and stewards; never its author. The
 * same rule guards the list and the two presses.
 */
export function heldDesk(homes: readonly Home[]) {
	const homeOf = (kind: Kind) => homes.find((home) => home.kind === kind);

	async function mayDecide(db: Reader, personId: PersonId, waits: Waits, now: Date): Promise<Ruling> {
		if (waits.authorId === personId) return refuse('your-own');
		// Somebody else reads what is from a person they do not meet.
		if (await isBetween(db, waits.authorId, personId)) return refuse('not-a-host');
		const viewer = await viewerById(db, personId);
		if (viewer?.duties.includes('steward') && viewer.ageBand === waits.ageBand) return allowed;
		return (
			(await homeOf(waits.kind)?.mayTend(db, personId, waits.conversationId, now)) ?? refuse('not-found')
		);
	}

	async function decided<Outcome extends object>(tx: Tx, id: MessageId, does: () => Promise<Outcome>) {
		const waits = await heldAt(tx.db, id);
		if (!waits || (await mayDecide(tx.db, tx.actor, waits, tx.now)).refused) return refuse('no-such-message');
		return does();
	}

	return {
		async list(db: Reader, vault: Vault, personId: PersonId, now: Date) {
			const shown = [];
			for (const { authorId, conversationId, kind, ageBand, ...words } of await heldAnywhere(db, vault)) {
				if ((await mayDecide(db, personId, { authorId, conversationId, kind, ageBand }, now)).refused)
					continue;
				const { id, author, body, contentNote, heldAt: at } = words;
				shown.push({
					...{ id, author, body, contentNote, at },
					where: await homeOf(kind)!.nameOf(db, conversationId, personId),
				});
			}
			return shown;
		},
		passOn: (tx: Tx, id: MessageId) => decided(tx, id, () => passOn(tx, id)),
		/** Slows a place down that many push into, closes its door to anybody new, or opens it again. */
		async calm(tx: Tx, { conversationId, to }: { conversationId: ConversationId; to: Calm | null }) {
			const kind = await kindOf(tx.db, conversationId);
			const home = kind && homeOf(kind);
			const viewer = await viewerById(tx.db, tx.actor);
			const tends = await home?.mayTend(tx.db, tx.actor, conversationId, tx.now);
			if (!tends || (tends.refused && !viewer?.duties.includes('steward'))) return refuse('not-found');
			return setCalm(tx, conversationId, to);
		},
		keepBack: (tx: Tx, id: MessageId) => decided(tx, id, () => keepBack(tx, id)),
	};
}

async function kindOf(db: Reader, id: ConversationId): Promise<Kind | undefined> {
	const row = await db.selectFrom('conversation').select('kind').where('id', '=', id).executeTakeFirst();
	return row?.kind;
}

interface Waits {
	authorId: PersonId;
	conversationId: ConversationId;
	kind: Kind;
	ageBand: AgeBand;
}
