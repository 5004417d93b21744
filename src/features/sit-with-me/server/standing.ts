import { sql } from 'kysely';
import { betweenSql, isBetween, notBetween } from '#features/blocks/server/index.ts';
import type { AgeBand } from '#features/people/person.ts';
import { canReturn, viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { isHere, type Here } from '../here.ts';
import type { Standing } from '../policy.ts';
import { USUAL_WAIT, type NowAskId, type Waiting } from '../waiting.ts';

/** Whether a supporter rests, or cools down after a heavy talk. */
const restsNow = (now: Date) =>
	sql<boolean>`(supporter.resting or coalesce(supporter.cooling_until > ${now}, false))`;

/** Who has said that they are there, with what decides whether it counts. */
const heres = (db: Reader, now: Date) =>
	db
		.selectFrom('here_for_talks as here')
		.innerJoin('supporter', 'supporter.person_id', 'here.person_id')
		.select([
			'here.person_id as personId',
			'here.confirmed_at as confirmedAt',
			'here.until',
			'here.languages',
			'here.pairing_id as pairingId',
		])
		.select(restsNow(now).as('resting'))
		.select(
			sql<boolean>`exists (select from duty where duty.person_id = here.person_id and duty.duty = 'supporter')`.as(
				'asked',
			),
		);

/** Somebody’s being there for talks; whether it counts is asked of `isHere`. */
export const hereOf = (db: Reader, personId: PersonId, now: Date): Promise<Here | undefined> =>
	heres(db, now).where('here.person_id', '=', personId).executeTakeFirst();

/** Somebody who could ask: among whom, in which language, and who they are themselves, where that is known. */
export interface Asker {
	ageBand: AgeBand;
	language: string;
	personId?: PersonId | undefined;
}

/** Everybody who is there for talks now, and could sit with them. */
export async function thoseHere(
	db: Reader,
	{ ageBand, language, personId }: Asker,
	now: Date,
): Promise<Here[]> {
	const rows = await heres(db, now)
		.innerJoin('person', 'person.id', 'here.person_id')
		.where((where) => notBetween(where, personId ?? null, 'here.person_id'))
		.where('person.age_band', '=', ageBand)
		.where(sql<boolean>`${language} = any (here.languages)`)
		.where('here.until', '>', now)
		.execute();
	return rows.filter((here) => here.personId !== personId && isHere(here, now));
}

/** Whoever said that they are there and does not count any more. */
export async function thoseGone(db: Reader, now: Date): Promise<Here[]> {
	const rows = await heres(db, now).orderBy('here.person_id').execute();
	return rows.filter((here) => !isHere(here, now));
}

const waitings = (db: Reader, now: Date) =>
	db
		.selectFrom('now_ask')
		.innerJoin('person', 'person.id', 'now_ask.person_id')
		.select([
			'now_ask.id',
			'now_ask.person_id as personId',
			'person.age_band as ageBand',
			'now_ask.language',
			'now_ask.state',
			'now_ask.asked_at as askedAt',
			// Nobody is told that somebody comes whom they are not to meet.
			sql<PersonId | null>`case when not ${betweenSql(sql.ref('now_ask.person_id'), sql.ref('now_ask.noticed_by'))}
				then now_ask.noticed_by end`.as('noticedBy'),
			'now_ask.with_you_at as withYouAt',
			'now_ask.pairing_id as pairingId',
			'now_ask.told_most as toldMost',
			canReturn(now).as('canReturn'),
		]);

type Row = Awaited<ReturnType<ReturnType<typeof waitings>['execute']>>[number];

/** Says of each whether whoever noticed them is still there. */
async function withNoticed(db: Reader, rows: readonly Row[], now: Date): Promise<(Waiting & Told)[]> {
	const by = [...new Set(rows.flatMap(({ noticedBy }) => noticedBy ?? []))];
	const there = by.length === 0 ? [] : await heres(db, now).where('here.person_id', 'in', by).execute();
	const counts = new Set(there.filter((here) => isHere(here, now)).map(({ personId }) => personId));
	return rows.map(({ noticedBy, withYouAt, ...row }) => ({
		...row,
		noticed: noticedBy && withYouAt && counts.has(noticedBy) ? { by: noticedBy, withYouAt } : undefined,
	}));
}

interface Told {
	toldMost: number | null;
}

/** Somebody who waits, or waited, by the id of what they asked. */
export async function waitingById(db: Reader, id: NowAskId, now: Date) {
	const rows = await waitings(db, now).where('now_ask.id', '=', id).execute();
	return (await withNoticed(db, rows, now))[0];
}

/** What somebody waits for now, or was told that nobody came to. */
export async function currentOf(db: Reader, personId: PersonId, now: Date) {
	const rows = await waitings(db, now)
		.where('now_ask.person_id', '=', personId)
		.where('now_ask.state', '!=', 'paired')
		.execute();
	return (await withNoticed(db, rows, now))[0];
}

/** Everybody who waits, in the order in which they asked. */
export async function thoseWaiting(db: Reader, now: Date, where: { ageBand?: AgeBand; id?: PersonId } = {}) {
	const { ageBand, id: seenBy = null } = where;
	const rows = await waitings(db, now)
		.where('now_ask.state', '=', 'waiting')
		.where((asked) => notBetween(asked, seenBy, 'now_ask.person_id'))
		.$if(ageBand !== undefined, (asked) => asked.where('person.age_band', '=', ageBand!))
		.orderBy('now_ask.asked_at')
		.orderBy('now_ask.id')
		.execute();
	return withNoticed(db, rows, now);
}

/** After how many minutes without anybody a wait is over. */
export async function waitMinutes(db: Reader): Promise<number> {
	const row = await db.selectFrom('talks_limits').select('wait_minutes').executeTakeFirst();
	return row?.wait_minutes ?? USUAL_WAIT;
}

/*
 * What is held still is held in one order: who is there, their page as a supporter, who waits, and last of all the count of
 * changes. Of several of one kind, in the order of their ids.
 */

/** The actor’s own being there, held still until the transaction ends. */
export async function hereStill(tx: Tx): Promise<Here | undefined> {
	await tx.db
		.selectFrom('here_for_talks')
		.select('person_id')
		.where('person_id', '=', tx.actor)
		.forUpdate()
		.execute();
	return hereOf(tx.db, tx.actor, tx.now);
}

/** Somebody who waits, held still until the transaction ends. */
export async function waitingStill(tx: Tx, id: NowAskId) {
	await tx.db.selectFrom('now_ask').select('id').where('id', '=', id).forUpdate().execute();
	return waitingById(tx.db, id, tx.now);
}

/** What the actor waits for, held still. */
export async function currentStill(tx: Tx) {
	await tx.db
		.selectFrom('now_ask')
		.select('id')
		.where('person_id', '=', tx.actor)
		.where('state', '!=', 'paired')
		.forUpdate()
		.execute();
	return currentOf(tx.db, tx.actor, tx.now);
}

/** What the rules need to know of the actor as somebody who is there. */
export async function actorStanding(
	tx: Tx,
	{ here, waiting }: Pick<Standing, 'here' | 'waiting'>,
): Promise<Standing> {
	const supporter = await supporterOf(tx.db, tx.actor, tx.now);
	const viewer = (await viewerById(tx.db, tx.actor)) ?? null;
	const apart = waiting !== undefined && (await isBetween(tx.db, tx.actor, waiting.personId));
	return { viewer, supporter, here, waiting, apart, now: tx.now };
}

/** Whether somebody has a page as a supporter, and rests. */
export const supporterOf = (db: Reader, personId: PersonId, now: Date) =>
	db
		.selectFrom('supporter')
		.select(restsNow(now).as('resting'))
		.where('person_id', '=', personId)
		.executeTakeFirst();
