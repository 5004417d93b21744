import { z } from 'zod';
import { holdStill } from '#features/conversations/server/index.ts';
import type { RotaId } from '#features/rota/rota.ts';
import { job } from '#platform/job.ts';
import { tellDoor } from './tell-door.ts';

/** When who holds a shift has changed, a closed room opens at another time than its door says: it is told anew. */
export const tellOpening = job(
	'rooms.tell-opening',
	z.object({ rotaId: z.uuid().transform((id) => id as RotaId) }),
	async (tx, { rotaId }) => {
		const room = await tx.db.selectFrom('room').select('id').where('rota_id', '=', rotaId).executeTakeFirst();
		if (!room) return;
		await holdStill(tx, room.id);
		await tellDoor(tx, room.id, { stirred: true });
	},
);
