import type { Tx } from '#platform/db.ts';
import type { Settings } from '../person.ts';
import { sessionsChanged } from './sessions.ts';

/** Changes how things are shown to oneself, on open pages too. */
export async function changeSettings(
	tx: Tx,
	{ locale, zone, theme, discreet, writingHints, country }: Settings,
) {
	await tx.db
		.updateTable('person')
		.set({ locale, zone, theme, discreet, writing_hints: writingHints, country })
		.where('id', '=', tx.actor)
		.execute();
	await sessionsChanged(tx, tx.actor);
	return {};
}

/** From now on, addresses, title and icon name nothing; or they do again. */
export async function setDiscreet(tx: Tx, discreet: boolean) {
	await tx.db.updateTable('person').set({ discreet }).where('id', '=', tx.actor).execute();
	return {};
}
