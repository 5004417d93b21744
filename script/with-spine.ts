import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { reactions } from '#composition';
import { ConfigProblem, readConfig, type Config } from '#platform/config.ts';
import { connect, openConnections, type Connections, type Spine, type Whereabouts } from '#platform/db.ts';
import { readMasterKeys } from '#platform/master-key.ts';
import { migrate, MigrationProblem, migrationsIn } from '#platform/migrate.ts';
import { CannotStart } from '#platform/postgres/cannot-start.ts';
import { borrowEmbedded } from '#platform/postgres/running.ts';
import { Vault } from '#platform/vault.ts';

/** What a command works with. */
export interface Tools {
	config: Config;
	spine: Spine;
	/** One connection, so that what is set on it holds for the whole command. */
	connections: Connections;
	where: Whereabouts;
	/** The migrations that this command has run. */
	migrated: readonly string[];
}

/**
 * For commands: works on the database of a running Hearten, else starts it for as long as this takes. What is wrong
 * with the settings is told in a sentence.
 */
export async function withSpine(work: (tools: Tools) => Promise<unknown>): Promise<void> {
	try {
		await lend(readConfig(process.env), work);
	} catch (error) {
		const known = [ConfigProblem, MigrationProblem, CannotStart].some((problem) => error instanceof problem);
		if (!known) throw error;
		console.error((error as Error).message);
		process.exitCode = 1;
	}
}

async function lend(config: Config, work: (tools: Tools) => Promise<unknown>) {
	await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
	const embedded = config.databaseUrl ? undefined : await borrowEmbedded(join(config.dataFolder, 'postgres'));
	const where: Whereabouts = embedded
		? { host: embedded.host, port: embedded.port, user: embedded.user, database: embedded.database }
		: { url: config.databaseUrl! };
	try {
		const migrated = await migrate(where, await migrationsIn('db/migrations'));
		const connections = openConnections(where, { max: 1 });
		const vault = new Vault(await readMasterKeys(config.dataFolder, config.masterKey));
		const spine: Spine = { db: connect(connections), vault, reactions };
		await work({ config, spine, connections, where, migrated }).finally(() =>
			connections.end({ timeout: 5 }),
		);
	} finally {
		await embedded?.stop();
	}
}
