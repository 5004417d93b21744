import type { Blockable } from '#features/blocks/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { may } from '../policy.ts';
import type { ShiftId } from '../rota.ts';

/** Somebody on a shift, `shift:SHIFT.PERSON`: for those who see the rota. */
export const shiftBlockable: Blockable = {
	prefix: 'shift',

	async whose(db, viewer, id) {
		const [shiftId, personId] = id.split('.') as [ShiftId, PersonId | undefined];
		if (!personId) return undefined;
		const row = await db
			.selectFrom('sign_up')
			.innerJoin('shift', 'shift.id', 'sign_up.shift_id')
			.innerJoin('rota', 'rota.id', 'shift.rota_id')
			.innerJoin('person', 'person.id', 'sign_up.person_id')
			.select(['rota.name', 'rota.held_by as heldBy', 'person.nickname'])
			.where('sign_up.shift_id', '=', shiftId)
			.where('sign_up.person_id', '=', personId)
			.where('sign_up.ended_at', 'is', null)
			.executeTakeFirst();
		if (!row || may.see({ viewer, rota: { heldBy: row.heldBy } }).refused) return undefined;
		return { personId, as: row.nickname, in: row.name };
	},
};
