import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { newSlug } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { isZone } from '#platform/time.ts';
import { rotaClosed, rotaOpened } from '../events.ts';
import { may } from '../policy.ts';
import { usualRota, type RotaDetails, type RotaId } from '../rota.ts';
import { callOffAll } from './call-off-shift.ts';
import { keepPace } from './pace.ts';

/** A coordinator opens a rota. */
export async function openRota(tx: Tx, details: RotaDetails) {
	const pace = await keepPace(tx);
	if (pace.refused) return pace;
	const ruling = may.open({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	if (!isZone(details.zone)) return refuse('no-such-zone');
	return makeRota(tx, details);
}

/** Makes a rota, for whatever has decided already that there shall be one: a room, when it opens. */
export async function makeRota(
	tx: Tx,
	details: Pick<RotaDetails, 'name' | 'zone'> & Partial<RotaDetails>,
): Promise<{ rotaId: RotaId; slug: string }> {
	const { heldBy, onePer, nightFrom, nightUntil, ...rest }: RotaDetails = { ...usualRota, ...details };
	const rotaId: RotaId = tx.newId();
	const slug = newSlug();
	await tx.db
		.insertInto('rota')
		.values({
			id: rotaId,
			slug,
			name: rest.name,
			kind: rest.kind,
			zone: rest.zone,
			held_by: [...heldBy],
			least: rest.least,
			one_per: onePer,
			spare: rest.spare,
			night_from: nightFrom,
			night_until: nightUntil,
			opened_at: tx.now,
			closed_at: null,
		})
		.execute();
	await tx.announce(rotaOpened({ rotaId }));
	return { rotaId, slug };
}

/** Ends a rota, for whatever has decided so: its patterns go, and what is still to come of it is called off. */
export async function closeRota(tx: Tx, rotaId: RotaId) {
	await tx.db
		.updateTable('rota')
		.set({ closed_at: tx.now })
		.where('id', '=', rotaId)
		.where('closed_at', 'is', null)
		.execute();
	const patterns = await tx.db
		.deleteFrom('shift_pattern')
		.where('rota_id', '=', rotaId)
		.returning('id')
		.execute();
	await callOffAll(tx, (shift) => shift('shift.rota_id', '=', rotaId));
	await tx.announce(rotaClosed({ rotaId }));
	return { closed: rotaId, patterns: patterns.length };
}
