import { z } from 'zod';
import type { AgeBand } from '#features/people/person.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import type { SupporterId } from '#features/supporters/supporter.ts';
import { job } from '#platform/job.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import { isWaiting } from '../waiting.ts';
import { endHere, free } from './be-here.ts';
import { endLeft, endUnanswered } from './leave.ts';
import { forgetOldWaits } from './past-waits.ts';
import { hereOf, thoseGone, thoseWaiting, waitingStill, waitMinutes } from './standing.ts';
import { tellTalks } from './tell.ts';
import { isHere } from '../here.ts';

/**
 * What time has done: whoever no longer is there, waits that are over, and those who have left for good. The rules know
 * already; this writes it down and tells everybody.
 */
export const lookAround = job(
	'sit-with-me.look-around',
	z.object({}),
	async (tx) => {
		const bands = new Set<AgeBand>();
		for (const { personId } of await thoseGone(tx.db, tx.now)) await endHereIfGone(tx, personId, bands);
		const limit = await waitMinutes(tx.db);
		const waiting = await thoseWaiting(tx.db, tx.now);
		for (const { id } of waiting.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
			const now = await waitingStill(tx, id);
			if (now?.state !== 'waiting' || (now.canReturn && isWaiting(now, limit, tx.now))) continue;
			if (now.canReturn) await endUnanswered(tx, now);
			else {
				await endLeft(tx, now);
				await tx.db.deleteFrom('now_ask').where('id', '=', id).execute();
			}
			bands.add(now.ageBand);
		}
		await tx.db
			.deleteFrom('now_ask')
			.where('state', '=', 'lapsed')
			.where('ended_at', '<', after(tx.now, -days(1)))
			.execute();
		await forgetOldWaits(tx);
		for (const band of [...bands].sort()) await tellTalks(tx, band);
	},
	{ every: '* * * * *' },
);

async function endHereIfGone(tx: Tx, personId: PersonId, bands: Set<AgeBand>) {
	await tx.db
		.selectFrom('here_for_talks')
		.select('person_id')
		.where('person_id', '=', personId)
		.forUpdate()
		.execute();
	const here = await hereOf(tx.db, personId, tx.now);
	if (!here || isHere(here, tx.now)) return;
	const viewer = await viewerById(tx.db, personId);
	if ((await endHere(tx, personId)) && viewer) bands.add(viewer.ageBand);
}

const Someone = z.object({ personId: z.uuid().transform((id) => id as PersonId) });

/** When a duty is taken, being there ends with it at once; this tells everybody. */
export const letGo = job('sit-with-me.let-go', Someone, (tx, { personId }) => endIfGone(tx, personId));

/** When a supporter rests, the same. */
export const letRest = job(
	'sit-with-me.let-rest',
	z.object({ supporterId: z.uuid().transform((id) => id as SupporterId) }),
	async (tx, { supporterId }) => {
		const row = await tx.db
			.selectFrom('supporter')
			.select('person_id as personId')
			.where('id', '=', supporterId)
			.executeTakeFirst();
		if (row) await endIfGone(tx, row.personId);
	},
);

async function endIfGone(tx: Tx, personId: PersonId) {
	const bands = new Set<AgeBand>();
	await endHereIfGone(tx, personId, bands);
	for (const band of bands) await tellTalks(tx, band);
}

/** When two are paired no longer, the one who is there for talks is free for the next. */
export const freeAfter = job(
	'sit-with-me.free-after',
	z.object({ pairingId: z.uuid().transform((id) => id as PairingId) }),
	async (tx, { pairingId }) => {
		const here = await tx.db
			.selectFrom('here_for_talks')
			.innerJoin('person', 'person.id', 'here_for_talks.person_id')
			.select(['here_for_talks.person_id as personId', 'person.age_band as ageBand'])
			.where('here_for_talks.pairing_id', '=', pairingId)
			.executeTakeFirst();
		if (!here) return;
		await free(tx, here.personId);
		await tellTalks(tx, here.ageBand);
	},
);
