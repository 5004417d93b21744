import { record } from '#features/audit/server/index.ts';
import { messagesBefore } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { LookId, What } from '../look.ts';
import { may } from '../policy.ts';
import { actorStill } from './standing.ts';

/** A page of the talk, to be read and nothing else. That this page was opened is in the log before anybody sees it. */
export async function readTalk(tx: Tx, { lookId, before }: { lookId: LookId; before: number | undefined }) {
	const { look, ruling } = await open(tx, lookId, 'talk');
	if (ruling.refused) return ruling;
	// With what hosts have hidden: that is often what it is about.
	const reader = { personId: null, aliasId: undefined, host: true };
	const lines = await messagesBefore(tx.db, tx.vault, look!.conversationId, reader, before);
	const from = lines[0]?.place ?? 0;
	await record(tx, {
		...{ kind: 'break-glass.read', by: tx.actor, about: `look:${lookId}`, at: tx.now },
		facts: { case: look!.caseId, talk: look!.conversationId, from, to: lines.at(-1)?.place ?? 0 },
	});
	return { lines, earlier: from > 1 ? from : undefined };
}

/** Who goes by the name it is about; nobody once they have erased themselves. Each time it is looked at is in the log. */
export async function seeWhoItIs(tx: Tx, lookId: LookId) {
	const { look, ruling } = await open(tx, lookId, 'alias');
	if (ruling.refused) return ruling;
	const who = await tx.db
		.selectFrom('alias')
		.leftJoin('person', 'person.id', 'alias.person_id')
		.select(['alias.name', 'person.nickname'])
		.where('alias.id', '=', look!.aliasId)
		.executeTakeFirst();
	await record(tx, {
		...{ kind: 'break-glass.alias-seen', by: tx.actor, about: `look:${lookId}`, at: tx.now },
		facts: { case: look!.caseId, alias: look!.aliasId },
	});
	return { name: who?.name ?? '', nickname: who?.nickname ?? null };
}

/** Held still, so that nothing is shown behind an end that is being made; and nothing but what was asked for. */
async function open(tx: Tx, lookId: LookId, what: What) {
	const standing = await actorStill(tx, lookId);
	const ruling: ReturnType<typeof may.read> =
		standing.look?.what === what ? may.read(standing) : refuse('not-found');
	return { look: standing.look, ruling };
}
