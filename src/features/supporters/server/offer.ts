import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse, type Ruling } from '#platform/ruling.ts';
import { after, hours } from '#platform/time.ts';
import { usualHours, type Availability, type Window } from '../availability.ts';
import { supporterChanged } from '../events.ts';
import { may } from '../policy.ts';
import { usualCaps, type Caps, type SupporterId, type SupporterPage } from '../supporter.ts';
import { sealMyPage } from './page.ts';

/** Keeps the page that one offers oneself with. The first time it is only kept; putting it up is a press of its own. */
export async function keepPage(tx: Tx, page: SupporterPage) {
	const mayOffer = await asked(tx);
	if (mayOffer.refused) return mayOffer;
	const { zone } = await tx.db
		.selectFrom('person')
		.select('zone')
		.where('id', '=', tx.actor)
		.executeTakeFirstOrThrow();
	const sealed = await sealMyPage(tx, page);
	const { id } = await tx.db
		.insertInto('supporter')
		.values({
			id: tx.newId(),
			person_id: tx.actor,
			page: sealed,
			zone,
			...limitColumns({ ...usualCaps, ...usualHours }),
			...offColumns(usualOffHours),
		})
		.onConflict((known) => known.column('person_id').doUpdateSet({ page: sealed }))
		.returning('id')
		.executeTakeFirstOrThrow();
	await tx.announce(supporterChanged({ supporterId: id }));
	return { supporterId: id };
}

/** Most people sleep then; whoever does not says so. */
const usualOffHours: Window = { from: '22:00', until: '08:00' };

/** How much one carries at most, and how one can be booked. */
export type Limits = Caps & Pick<Availability, 'noticeHours' | 'aheadDays' | 'bufferMinutes'>;

/** Says how much one carries. What was agreed before stays. */
export const setLimits = (tx: Tx, limits: Limits) => change(tx, limitColumns(limits));

/** Puts one’s page up, or takes it down. */
export const openPage = (tx: Tx, open: boolean) => change(tx, { open });

/** One press: nobody new comes until one is back. Those one is with are told nothing and lose nothing. */
export const rest = (tx: Tx, resting: boolean) => change(tx, { resting });

/** After a heavy talk: nobody new for so many hours. Those one is with stay. None is being back. */
export const coolDown = (tx: Tx, forHours: number) =>
	change(tx, { cooling_until: forHours > 0 ? after(tx.now, hours(forHours)) : null });

/** Says when one is told of nothing. A card that comes then waits until they are over. */
export const setOffHours = (tx: Tx, offHours: Window | null) => change(tx, offColumns(offHours));

type Columns = Partial<
	ReturnType<typeof limitColumns> &
		ReturnType<typeof offColumns> & { open: boolean; resting: boolean; cooling_until: Date | null }
>;

async function change(tx: Tx, columns: Columns) {
	const mayOffer = await asked(tx);
	if (mayOffer.refused) return mayOffer;
	const changed = await tx.db
		.updateTable('supporter')
		.set(columns)
		.where('person_id', '=', tx.actor)
		.returning('id')
		.executeTakeFirst();
	if (!changed) return refuse('page-first');
	await tx.announce(supporterChanged({ supporterId: changed.id }));
	return { supporterId: changed.id };
}

/** Whether a coordinator’s asking stands. */
export async function asked(tx: Tx): Promise<Ruling<'not-asked-to-support'>> {
	return may.offer({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
}

/** The actor’s own page, held still; undefined before there is one. */
export const myPageStill = (tx: Tx): Promise<{ id: SupporterId } | undefined> =>
	tx.db.selectFrom('supporter').select('id').where('person_id', '=', tx.actor).forUpdate().executeTakeFirst();

const limitColumns = (limits: Limits) => ({
	pairings: limits.pairings,
	new_a_week: limits.newAWeek,
	hours_a_week: limits.hoursAWeek,
	nights_a_week: limits.nightsAWeek,
	notice_hours: limits.noticeHours,
	ahead_days: limits.aheadDays,
	buffer_minutes: limits.bufferMinutes,
});

const offColumns = (offHours: Window | null) => ({
	off_from: offHours?.from ?? null,
	off_until: offHours?.until ?? null,
});
