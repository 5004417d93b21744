import { MOST_TIMES, unsaid } from '#features/directory/listing.ts';
import type { Listable } from '#features/directory/server/index.ts';
import { minutesFrom, timesText } from '#features/directory/times-text.ts';
import type { RotaId } from '#features/rota/rota.ts';
import { patternEnded, patternMade, rotaChanged } from '#features/rota/server/index.ts';
import type { Reader } from '#platform/db.ts';
import { detailsChanged, roomMade } from '../events.ts';
import type { RoomId } from '../room.ts';

/** Rooms that can open, at the hours of their rota. Whether somebody holds one just now is told by its door. */
export const listable: Listable = {
	kind: 'room',

	follows: [
		...[roomMade, detailsChanged].map(({ factName }) => ({
			factName,
			subject: async (_db: Reader, { roomId }: Record<string, unknown>) => roomId as RoomId,
		})),
		...[patternMade, patternEnded, rotaChanged].map(({ factName }) => ({
			factName,
			subject: (db: Reader, { rotaId }: Record<string, unknown>) => roomOf(db, rotaId as RotaId),
		})),
	],

	async of(db, id) {
		const room = await db
			.selectFrom('room')
			.innerJoin('rota', 'rota.id', 'room.rota_id')
			.selectAll('room')
			.select('rota.zone')
			.where('room.id', '=', id as RoomId)
			// Whoever is changing it just now finishes first: what is listed is how it was left.
			.forShare('room')
			.executeTakeFirst();
		if (room?.state !== 'open') return undefined;

		const patterns = await db
			.selectFrom('shift_pattern')
			.selectAll()
			.where('rota_id', '=', room.rota_id)
			.orderBy('made_at')
			.orderBy('id')
			.execute();
		return {
			...unsaid,
			kind: 'room',
			slug: room.slug,
			name: room.name,
			about: room.about || null,
			languages: [room.language],
			form: 'drop-in',
			structure: 'informal',
			access: ['quiet', 'camera-free', 'text-welcome'],
			ageBand: room.age_band,
			observersWelcome: true,
			newcomersWelcome: true,
			zone: room.zone,
			times: patterns.slice(0, MOST_TIMES).flatMap(
				({ until, ...pattern }) =>
					timesText({
						...pattern,
						minutes: minutesFrom(pattern.at, until),
						zone: room.zone,
						except: [],
						also: [],
					}) ?? [],
			),
			here: true,
		};
	},

	async all(db) {
		const rows = await db.selectFrom('room').select('id').where('state', '=', 'open').execute();
		return rows.map(({ id }) => id);
	},
};

async function roomOf(db: Reader, rotaId: RotaId): Promise<RoomId | undefined> {
	const room = await db.selectFrom('room').select('id').where('rota_id', '=', rotaId).executeTakeFirst();
	return room?.id;
}
