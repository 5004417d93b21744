import type { Tx } from '#platform/db.ts';
import type { Settings } from '../person.ts';

/** Changes how things are shown to oneself. */
export async function changeSettings(tx: Tx, { locale, zone, theme, discreet }: Settings) {
	await tx.db
		.updateTable('person')
		.set({ locale, zone, theme, discreet })
		.where('id', '=', tx.actor)
		.execute();
	return {};
}

/** From now on, addresses, title and icon name nothing; or they do again. */
export async function setDiscreet(tx: Tx, discreet: boolean) {
	await tx.db.updateTable('person').set({ discreet }).where('id', '=', tx.actor).execute();
	return {};
}
