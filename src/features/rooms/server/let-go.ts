import { z } from 'zod';
import { holdStill } from '#features/conversations/server/index.ts';
import { job } from '#platform/job.ts';
import type { PersonId } from '#platform/ids.ts';
import { tellDoor } from './tell-door.ts';

/**
 * When a duty is taken from somebody, what they held by it is held no more at once (the rule asks for the duty); this
 * tells everybody.
 */
export const letGo = job(
	'rooms.let-go',
	z.object({ personId: z.uuid().transform((id) => id as PersonId) }),
	async (tx, { personId }) => {
		const held = await tx.db
			.selectFrom('hold')
			.select('room_id')
			.where('person_id', '=', personId)
			.orderBy('room_id')
			.execute();
		for (const { room_id: roomId } of held) {
			await holdStill(tx, roomId);
			await tellDoor(tx, roomId);
		}
	},
);
