import { sql } from 'kysely';
import { z } from 'zod';
import { matchBatch, type Batch, type Match } from '#features/matching/batch.ts';
import { rarityAmong } from '#features/matching/rarity.ts';
import { rosterOf } from '#features/matching/roster.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { job } from '#platform/job.ts';
import { after, days } from '#platform/time.ts';
import type { AskId } from '../ask.ts';
import { offer, seekingNow, seekingStill } from './cards.ts';
import { takesOneMore } from './loads.ts';
import { candidatesNow, membersNow } from './neighbourhood.ts';

/** Notes of runs are kept so long. */
const KEPT_FOR = days(90);

/**
 * Each hour puts those who wait to those who have room, so that it is worth as much to all as can be. One transaction: a run
 * that breaks off has done nothing, and whoever has a card already is not looked for again. While one runs, another does not.
 */
export const matchWaiting = job(
	'asking.match-waiting',
	z.object({}),
	async (tx) => {
		const { rows } = await sql<{ alone: boolean }>`
			select pg_try_advisory_xact_lock(hashtext('asking.match-waiting')) as alone`.execute(tx.db);
		if (!rows[0]?.alone) return;
		const seeking = await seekingNow(tx);
		const candidates = await candidatesNow(tx.db, tx.vault, tx.now);
		const members = await membersNow(tx.db, tx.vault, seeking, candidates, tx.now);
		const batch = matchBatch(members, rosterOf(candidates), { rarity: rarityAmong(candidates) });

		const askOf = new Map(seeking.map(({ personId, askId }) => [personId, askId]));
		const put = await putCards(tx, batch.matches, askOf);
		await keepForArrivals(tx, batch);
		await note(tx, batch, { waiting: members.length, put });
	},
	{ every: '0 * * * *' },
);

/** Every page is held before any ask, each in one order for everybody, so that nobody waits for anybody crosswise. */
async function putCards(tx: Tx, matches: readonly Match[], askOf: ReadonlyMap<PersonId, AskId>) {
	if (matches.length === 0) return 0;
	const supporters = [...new Set(matches.map(({ supporter }) => supporter))].sort();
	await tx.db
		.selectFrom('supporter')
		.select('id')
		.where('person_id', 'in', supporters)
		.orderBy('person_id')
		.forUpdate()
		.execute();
	const still = new Set(await seekingStill(tx, [...askOf.values()]));
	let put = 0;
	for (const { member, supporter } of matches) {
		const askId = askOf.get(member);
		if (!askId || !still.has(askId) || 'refused' in (await takesOneMore(tx, supporter))) continue;
		if ('offerId' in (await offer(tx, askId, supporter))) put += 1;
	}
	return put;
}

/** What a place with each is worth to others, for those who arrive until the next run. */
async function keepForArrivals(tx: Tx, { prices }: Batch) {
	await tx.db.deleteFrom('matching_price').execute();
	// One price for each that has any; whoever is full and wanted by nobody has none.
	const told = [...prices].filter(([, price]) => price > 0 && Number.isFinite(price));
	if (told.length > 0)
		await tx.db
			.insertInto('matching_price')
			.values(told.map(([supporter_id, price]) => ({ supporter_id, price })))
			.execute();
}

async function note(tx: Tx, { certificate, scarce }: Batch, run: { waiting: number; put: number }) {
	const { worth, bound } = certificate;
	await tx.db
		.insertInto('matching_run')
		.values({ id: tx.newId(), at: tx.now, ...run, worth, bound, scarce: [...scarce].sort() })
		.execute();
	await tx.db.deleteFrom('matching_run').where('at', '<', after(tx.now, -KEPT_FOR)).execute();
}
