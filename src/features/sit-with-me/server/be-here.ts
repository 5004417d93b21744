import { mySupporting } from '#features/supporters/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { hereBegun, hereEnded } from '../events.ts';
import { decideUntil, isHere } from '../here.ts';
import { may } from '../policy.ts';
import { keepPace } from './pace.ts';
import { hasRoomStill } from './room.ts';
import { hereStill } from './standing.ts';
import { tellTalks } from './tell.ts';

/** “I’m here for talks now”, until a time of one’s own. Said again, it says so anew. */
export async function beHere(tx: Tx, { until }: { until: Date }) {
	const pace = await keepPace(tx, 'here');
	if (pace.refused) return pace;
	const here = await hereStill(tx);
	const viewer = (await viewerById(tx.db, tx.actor)) ?? null;
	const mine = await mySupporting(tx.db, tx.vault, tx.actor);
	const ruling = may.beHere({ viewer, supporter: mine });
	if (ruling.refused) return ruling;
	const decision = decideUntil(until, tx.now);
	if ('refused' in decision) return decision;
	if (!here?.pairingId && !(await hasRoomStill(tx, mine!))) return refuse('has-no-room');

	const { page } = mine!;
	const row = {
		confirmed_at: tx.now,
		until: decision.until,
		languages: [...new Set([...page.languages, ...page.enoughLanguages])],
	};
	await tx.db
		.insertInto('here_for_talks')
		.values({ person_id: tx.actor, pairing_id: null, ...row })
		.onConflict((again) => again.column('person_id').doUpdateSet(row))
		.execute();
	if (!isHere(here, tx.now)) await tx.announce(hereBegun({ personId: tx.actor }));
	await tellTalks(tx, viewer!.ageBand);
	return { until: decision.until };
}

/** “I’m still here.” */
export async function stillHere(tx: Tx) {
	const pace = await keepPace(tx, 'here');
	if (pace.refused) return pace;
	const here = await hereStill(tx);
	if (!isHere(here, tx.now)) return refuse('not-here');
	await tx.db
		.updateTable('here_for_talks')
		.set({ confirmed_at: tx.now })
		.where('person_id', '=', tx.actor)
		.execute();
	return { until: here.until };
}

/** The talk is over for now, and the next one may come. The two stay paired for as long as both wish. */
export async function freeAgain(tx: Tx) {
	const here = await hereStill(tx);
	if (!isHere(here, tx.now)) return refuse('not-here');
	const mine = (await mySupporting(tx.db, tx.vault, tx.actor))!;
	if (await hasRoomStill(tx, mine)) await free(tx, tx.actor);
	else await endHere(tx, tx.actor);
	await tellTalks(tx, mine.ageBand);
	return { until: here.until };
}

/** Nobody is with them any more, and they are asked in twenty minutes whether they are still here. */
export const free = (tx: Tx, personId: PersonId) =>
	tx.db
		.updateTable('here_for_talks')
		.set({ pairing_id: null, confirmed_at: tx.now })
		.where('person_id', '=', personId)
		.execute();

/** One press, and nobody new comes. Whoever was told “with you in twelve minutes” waits on, and is told so. */
export async function stopBeingHere(tx: Tx) {
	await hereStill(tx);
	const viewer = await viewerById(tx.db, tx.actor);
	if (viewer && (await endHere(tx, tx.actor))) await tellTalks(tx, viewer.ageBand);
	return {};
}

/** Whether they were there. */
export async function endHere(tx: Tx, personId: PersonId): Promise<boolean> {
	const ended = await tx.db
		.deleteFrom('here_for_talks')
		.where('person_id', '=', personId)
		.returning('person_id')
		.executeTakeFirst();
	if (!ended) return false;
	await tx.db
		.updateTable('now_ask')
		.set({ noticed_by: null, with_you_at: null })
		.where('noticed_by', '=', personId)
		.where('state', '=', 'waiting')
		.execute();
	await tx.announce(hereEnded({ personId }));
	return true;
}
