import type { Blockable } from '#features/blocks/server/index.ts';
import { may } from '../policy.ts';
import type { SupporterId } from '../supporter.ts';

/** A supporter, by their page: for whoever finds it. */
export const supporterBlockable: Blockable = {
	prefix: 'supporter',

	async whose(db, viewer, id) {
		const row = await db
			.selectFrom('supporter')
			.innerJoin('person', 'person.id', 'supporter.person_id')
			.leftJoin('duty', (join) =>
				join.onRef('duty.person_id', '=', 'person.id').on('duty.duty', '=', 'supporter'),
			)
			.select([
				'supporter.id',
				'supporter.open',
				'supporter.resting',
				'supporter.cooling_until as coolingUntil',
			])
			.select(['person.id as personId', 'person.age_band as ageBand', 'person.nickname', 'duty.duty'])
			.where('supporter.id', '=', id as SupporterId)
			.executeTakeFirst();
		if (!row) return undefined;
		const { nickname, duty, ...supporter } = row;
		// Who is kept apart already is asked by whoever asks this.
		const seen = may.see({ viewer, supporter: { ...supporter, asked: duty !== null }, apart: false });
		return seen.refused ? undefined : { personId: row.personId, as: nickname, in: null };
	},
};
