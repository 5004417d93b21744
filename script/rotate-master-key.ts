import { sql } from 'kysely';
import type { Database } from '#platform/db.ts';
import { addMasterKey, dropOldMasterKeys } from '#platform/master-key.ts';
import { rewrapKeys } from '#platform/rewrap.ts';
import { Vault } from '#platform/vault.ts';
import { withSpine } from './with-spine.ts';

/**
 * The new key is written down before anything is wrapped with it, and the old one is forgotten last; broken off
 * anywhere in between, everything can still be opened, and running it again finishes.
 */
await withSpine(async ({ config, spine }) => {
	if (await isHeartenRunning(spine.db)) {
		console.error(
			'Stop Hearten first: what it seals meanwhile with the old master key could never be opened again.',
		);
		process.exitCode = 1;
		return;
	}
	const fromFile = config.masterKey === undefined;
	const vault = fromFile ? new Vault(await addMasterKey(config.dataFolder)) : spine.vault;
	const count = await rewrapKeys(spine.db, vault, (done) => console.log(`${done} keys wrapped anew …`));
	if (fromFile) await dropOldMasterKeys(config.dataFolder);

	console.log(`Done: ${count} keys are wrapped by the new master key.`);
	console.log(
		fromFile
			? `It is in ${config.dataFolder}/master.key. Keep a copy elsewhere, and backups of the old one as long as old backups of the data.`
			: 'Now leave only the last key in HEARTEN_MASTER_KEY, and start Hearten.',
	);
});

async function isHeartenRunning(db: Database) {
	const { rows } = await sql`
		select pid from pg_stat_activity
		where datname = current_database() and application_name = 'hearten' and pid <> pg_backend_pid()`.execute(db);
	return rows.length > 0;
}
