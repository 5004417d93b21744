import type { Personal } from '#platform/personal.ts';
import { pairingsOfPerson } from '#features/pairings/server/index.ts';
import { aftersOf } from './say-how-it-was.ts';
import { forgetNotes, notesOf } from './notes.ts';

/** What somebody wrote down with another, how their sessions were for them, and when they asked for somebody or came. */
export const personal: Personal = {
	feature: 'sessions',

	async export(db, vault, personId) {
		const pairings = await pairingsOfPerson(db, personId);
		const notes = [];
		for (const pairing of pairings)
			notes.push(...(await notesOf(db, vault, pairing)).map((version) => ({ pairing, ...version })));
		const backups = await db
			.selectFrom('backup')
			.select(['kind', 'asked_at as askedAt', 'came_at as cameAt', 'ended_at as endedAt'])
			.select((mine) => mine('comer_id', '=', personId).as('came'))
			.where((mine) => mine.or([mine('asked_by', '=', personId), mine('comer_id', '=', personId)]))
			.orderBy('asked_at')
			.execute();
		const notMet = await db
			.selectFrom('not_met')
			.select('booking_id as booking')
			.where('said_by', '=', personId)
			.execute();
		const mentoring =
			pairings.length === 0
				? []
				: await db
						.selectFrom('mentoring')
						.select(['pairing_id as pairing', 'review_on as reviewOn', 'agreed_at as agreedAt'])
						.where('pairing_id', 'in', pairings)
						.execute();
		return { notes, howSessionsWere: await aftersOf(db, vault, personId), backups, notMet, mentoring };
	},

	/** The pages they shared go for both; what they asked for is over. Counts stay: nobody is in them. */
	async erase(tx, personId) {
		for (const pairingId of await pairingsOfPerson(tx.db, personId)) {
			await forgetNotes(tx, pairingId);
			await tx.db.deleteFrom('mentoring').where('pairing_id', '=', pairingId).execute();
		}
		await tx.db.deleteFrom('session_after').where('person_id', '=', personId).execute();
		await tx.db
			.updateTable('backup')
			.set({ ended_at: tx.now })
			.where((mine) => mine.or([mine('asked_by', '=', personId), mine('comer_id', '=', personId)]))
			.where('ended_at', 'is', null)
			.execute();
		for (const part of ['asked_by', 'comer_id'] as const)
			await tx.db
				.updateTable('backup')
				.set({ [part]: null })
				.where(part, '=', personId)
				.execute();
		await tx.db.updateTable('not_met').set({ said_by: null }).where('said_by', '=', personId).execute();
	},
};
