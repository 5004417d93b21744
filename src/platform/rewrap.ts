import type { Database } from './db.ts';
import type { Vault } from './vault.ts';

const BATCH = 500;

/**
 * Wraps every key anew under the current master key, without touching a word. Safe to stop and run again; `progress`
 * hears how many are done. Returns how many were re-wrapped.
 */
export async function rewrapKeys(
	db: Database,
	vault: Vault,
	progress: (done: number) => void,
): Promise<number> {
	for (let done = 0; ;) {
		const count = await db.transaction().execute(async (transaction) => {
			const rows = await transaction
				.selectFrom('sealing_key')
				.select(['id', 'master', 'wrapped'])
				.where('master', '!=', vault.currentMaster)
				.limit(BATCH)
				.forUpdate()
				.execute();
			for (const row of rows)
				await transaction
					.updateTable('sealing_key')
					.set({ master: vault.currentMaster, wrapped: vault.wrap(row.id, vault.unwrap(row)) })
					.where('id', '=', row.id)
					.execute();
			return rows.length;
		});
		if (count === 0) return done;
		progress((done += count));
	}
}
