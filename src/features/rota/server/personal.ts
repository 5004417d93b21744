import type { Personal } from '#platform/personal.ts';
import { freeShiftsOf } from './free-shifts.ts';
import { keysOf, openWords } from './words.ts';

/** What a person held and asked, how much they want to hold, and what a coordinator told them or they told others. */
export const personal: Personal = {
	feature: 'rota',

	async export(db, vault, personId) {
		const rows = await db
			.selectFrom('sign_up')
			.innerJoin('shift', 'shift.id', 'sign_up.shift_id')
			.innerJoin('rota', 'rota.id', 'shift.rota_id')
			.selectAll('sign_up')
			.select('rota.name as rota')
			.where((either) =>
				either.or([either('sign_up.person_id', '=', personId), either('put_on_by', '=', personId)]),
			)
			.orderBy('sign_up.starts_at')
			.execute();
		const keys = await keysOf(db, vault, [
			personId,
			...rows.flatMap(({ put_on_by }) => (put_on_by ? [put_on_by] : [])),
		]);
		const putOnBecause = (row: (typeof rows)[number]) =>
			row.put_on_by
				? openWords(keys.get(row.put_on_by), row.put_on_because, 'put-on', row.shift_id, row.person_id)
				: undefined;
		const about = (row: (typeof rows)[number]) => ({
			rota: row.rota,
			startsAt: row.starts_at,
			endsAt: row.ends_at,
			putOnBecause: putOnBecause(row),
		});

		const regularly = await db
			.selectFrom('regular_holder')
			.innerJoin('shift_pattern', 'shift_pattern.id', 'regular_holder.pattern_id')
			.innerJoin('rota', 'rota.id', 'shift_pattern.rota_id')
			.select(['rota.name as rota', 'shift_pattern.rule', 'shift_pattern.at', 'regular_holder.since'])
			.where('regular_holder.person_id', '=', personId)
			.execute();
		const limits = await db
			.selectFrom('own_shift_limits')
			.select(['hours_a_week', 'nights_a_week', 'rest_hours'])
			.where('person_id', '=', personId)
			.executeTakeFirst();
		const calendar = await db
			.selectFrom('calendar_link')
			.select('made_on as madeOn')
			.where('person_id', '=', personId)
			.executeTakeFirst();
		const swaps = await db
			.selectFrom('swap')
			.innerJoin('shift as offered', 'offered.id', 'swap.offered_shift')
			.innerJoin('shift as wanted', 'wanted.id', 'swap.wanted_shift')
			.select(['offered.starts_at as offered', 'wanted.starts_at as wanted', 'swap.asked_at as askedAt'])
			.where((either) => either.or([either('offered_by', '=', personId), either('asked_of', '=', personId)]))
			.execute();
		return {
			shifts: rows
				.filter((row) => row.person_id === personId)
				.map((row) => ({
					...about(row),
					signedUpAt: row.signed_up_at,
					endedAt: row.ended_at,
					coverAskedAt: row.cover_asked_at,
					coverWord: openWords(keys.get(personId), row.cover_word, 'cover', row.shift_id, personId),
				})),
			putOthersOn: rows.filter((row) => row.put_on_by === personId).map(about),
			regularly,
			swaps,
			limits: limits ?? null,
			calendar: calendar ?? null,
		};
	},

	/** What they still held becomes a gap that others see at once; that they held anything before goes with them. */
	async erase(tx, personId) {
		await tx.db.deleteFrom('regular_holder').where('person_id', '=', personId).execute();
		await freeShiftsOf(tx, personId, { evenIfAsked: true });
		await tx.db
			.updateTable('sign_up')
			.set({ put_on_by: null, put_on_because: null })
			.where('put_on_by', '=', personId)
			.execute();
		for (const table of ['sign_up', 'own_shift_limits', 'calendar_link'] as const)
			await tx.db.deleteFrom(table).where('person_id', '=', personId).execute();
	},
};
