import type { Personal } from '#platform/personal.ts';
import { looksAt, mayLookAt } from './queries.ts';
import { openVersions } from './versions.ts';
import { VERSIONS_KEPT } from '../wishes.ts';

/** Somebody’s wishes with all their versions, who looked at them, and when they looked at another’s. */
export const personal: Personal = {
	feature: 'wishes',

	async export(db, vault, personId) {
		const lookedAtOthers = await db
			.selectFrom('wishes_look')
			.select(['at', 'ground'])
			.where('looked_by', '=', personId)
			.orderBy('at')
			.execute();
		return {
			versions: await openVersions(db, vault, personId, VERSIONS_KEPT),
			mayLook: (await mayLookAt(db, personId)) ?? null,
			lookedAt: await looksAt(db, personId),
			lookedAtOthers,
		};
	},

	/** That somebody looked at another’s wishes stays for that other; who it was does not. */
	async erase(tx, personId) {
		await tx.db.deleteFrom('wishes').where('person_id', '=', personId).execute();
		await tx.db.deleteFrom('wishes_look').where('owner_id', '=', personId).execute();
		await tx.db
			.updateTable('wishes_look')
			.set({ looked_by: null })
			.where('looked_by', '=', personId)
			.execute();
	},
};
