import type { Tx } from '#platform/db.ts';
import type { Id } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import type { Exception, WeeklyWindow, Window } from '../availability.ts';
import { supporterChanged } from '../events.ts';
import { asked, myPageStill } from './offer.ts';

/** More than anybody has; a script could. */
const MOST = 100;

/** Adds hours that come every week. Those that are there already stay as they are. */
export const addHours = (tx: Tx, windows: readonly WeeklyWindow[]) =>
	adding(tx, 'supporter_hours', windows.length, async (supporterId) => {
		await tx.db
			.insertInto('supporter_hours')
			.values(
				windows.map(({ weekday, from, until }) => ({
					id: tx.newId<'supporter-hours'>(),
					supporter_id: supporterId,
					weekday,
					from_time: from,
					until_time: until,
				})),
			)
			.onConflict((already) => already.doNothing())
			.execute();
	});

/** Adds days that are otherwise: away, or there at other hours. What was agreed before stays, and both are told so. */
export const addException = (
	tx: Tx,
	{ firstOn, lastOn, window }: Omit<Exception, 'windows'> & { window: Window | null },
) =>
	adding(tx, 'supporter_exception', 1, async (supporterId) => {
		await tx.db
			.insertInto('supporter_exception')
			.values({
				id: tx.newId(),
				supporter_id: supporterId,
				first_on: firstOn,
				last_on: lastOn,
				from_time: window?.from ?? null,
				until_time: window?.until ?? null,
			})
			.execute();
	});

async function adding(
	tx: Tx,
	table: 'supporter_hours' | 'supporter_exception',
	count: number,
	add: (supporterId: NonNullable<Awaited<ReturnType<typeof myPageStill>>>['id']) => Promise<void>,
) {
	const mayOffer = await asked(tx);
	if (mayOffer.refused) return mayOffer;
	const page = await myPageStill(tx);
	if (!page) return refuse('page-first');
	const there = await tx.db.selectFrom(table).select('id').where('supporter_id', '=', page.id).execute();
	if (there.length + count > MOST) return refuse('enough-hours');
	await add(page.id);
	await tx.announce(supporterChanged({ supporterId: page.id }));
	return { supporterId: page.id };
}

/** Takes hours, or an exception, away again. Nobody else’s. */
export async function dropHours(tx: Tx, { id }: { id: Id<'supporter-hours'> | Id<'supporter-exception'> }) {
	const mayOffer = await asked(tx);
	if (mayOffer.refused) return mayOffer;
	const page = await myPageStill(tx);
	if (!page) return refuse('page-first');
	for (const table of ['supporter_hours', 'supporter_exception'] as const) {
		const dropped = await tx.db
			.deleteFrom(table)
			.where('id', '=', id as never)
			.where('supporter_id', '=', page.id)
			.executeTakeFirst();
		if (dropped.numDeletedRows > 0n) {
			await tx.announce(supporterChanged({ supporterId: page.id }));
			return { dropped: id };
		}
	}
	return refuse('no-such-hours');
}
