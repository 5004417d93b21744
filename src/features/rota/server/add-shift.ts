import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { shiftAdded } from '../events.ts';
import { may } from '../policy.ts';
import type { RotaId, ShiftId } from '../rota.ts';
import { endOf } from '../shift.ts';
import { keepPace } from './pace.ts';
import { actorIn } from './standing.ts';

/** A single shift as a form asks about it: a local day and local times, on the rota’s own clocks. */
export interface SingleShift {
	on: string;
	at: string;
	until: string;
	expected: number | null;
}

/** Adds a single shift. One that was called off at the very same moment takes place after all. */
export async function addShift(
	tx: Tx,
	{ rotaId, on, at, until, expected }: SingleShift & { rotaId: RotaId },
) {
	const pace = await keepPace(tx);
	if (pace.refused) return pace;
	const rota = await tx.db.selectFrom('rota').select('zone').where('id', '=', rotaId).executeTakeFirst();

	const ruling = may.arrange(await actorIn(tx, rotaId));
	if (ruling.refused || !rota) return ruling.refused ? ruling : refuse('not-found');
	const { epochMilliseconds } = Temporal.PlainDate.from(on).toZonedDateTime({
		timeZone: rota.zone,
		plainTime: at,
	});
	const startsAt = new Date(epochMilliseconds);
	const endsAt = endOf(startsAt, { at, until }, rota.zone);
	if (!endsAt || endsAt <= tx.now) return refuse('never-comes');

	const shiftId = await writeShift(tx, { rotaId, startsAt, endsAt, expected });
	return shiftId ? { shiftId } : refuse('already-a-shift');
}

/** Writes a shift down, or has one that was called off take place; undefined where there is one at that moment. */
async function writeShift(
	tx: Tx,
	shift: { rotaId: RotaId; startsAt: Date; endsAt: Date; expected: number | null },
): Promise<ShiftId | undefined> {
	const { rotaId, startsAt, endsAt, expected } = shift;
	const row = await tx.db
		.insertInto('shift')
		.values({
			id: tx.newId(),
			rota_id: rotaId,
			pattern_id: null,
			starts_at: startsAt,
			ends_at: endsAt,
			expected,
			called_off_at: null,
		})
		.onConflict((already) =>
			already
				.columns(['rota_id', 'starts_at'])
				.doUpdateSet({ called_off_at: null, ends_at: endsAt, expected })
				.where('shift.called_off_at', 'is not', null),
		)
		.returning('id')
		.executeTakeFirst();
	if (row) await tx.announce(shiftAdded({ rotaId, shiftId: row.id }));
	return row?.id;
}
