import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { reactions } from '#composition';
import { ConfigProblem, type Config } from '#platform/config.ts';
import { connect, openConnections, type Connections, type Spine, type Whereabouts } from '#platform/db.ts';
import { KeyProblem, readMasterKeys } from '#platform/master-key.ts';
import { migrate, MigrationProblem, migrationsIn } from '#platform/migrate.ts';
import { CannotStart } from '#platform/postgres/cannot-start.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { borrowEmbedded } from '#platform/postgres/running.ts';
import { mastersNeeded, Vault } from '#platform/vault.ts';

/** The spine, and what lies below it. */
export interface OpenSpine {
	spine: Spine;
	connections: Connections;
	where: Whereabouts;
	/** The migrations that were run on the way. */
	migrated: readonly string[];
	close(): Promise<void>;
}

export interface HowToOpen {
	/**
	 * `own` starts the embedded database and keeps it; `borrowed` uses the one of a running Hearten, if there is one;
	 * `shared` needs one by URL, and the key of the others who use it.
	 */
	database: 'own' | 'borrowed' | 'shared';
	/** Connections at most. */
	connections: number;
}

/** Opens everything that operations stand on: the database, brought up to date, and the keys. */
export async function openSpine(
	config: Config,
	{ database, connections: max }: HowToOpen,
): Promise<OpenSpine> {
	if (database === 'shared' && !config.databaseUrl)
		throw new ConfigProblem(
			'HEARTEN_DATABASE_URL is needed by a process that does a part of the work: name the PostgreSQL that all of them share.',
		);
	await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
	const folder = join(config.dataFolder, 'postgres');
	const start = database === 'borrowed' ? borrowEmbedded : startEmbedded;
	const embedded = config.databaseUrl
		? undefined
		: await start(folder, { log: (line) => console.error(line) });
	const where: Whereabouts = embedded
		? { host: embedded.host, port: embedded.port, user: embedded.user, database: embedded.database }
		: { url: config.databaseUrl! };
	try {
		const migrated = await migrate(where, await migrationsIn('db/migrations'));
		const connections = openConnections(where, { max });
		const db = connect(connections);
		const vault = new Vault(
			await readMasterKeys(config.dataFolder, config.masterKey, await mastersNeeded(db), {
				mayMake: database !== 'shared',
			}),
		);
		return {
			spine: { db, vault, reactions },
			connections,
			where,
			migrated,
			async close() {
				await connections.end({ timeout: 3 });
				await embedded?.stop();
			},
		};
	} catch (trouble) {
		await embedded?.stop();
		throw trouble;
	}
}

/** Whether this is something whoever runs the server can mend, told by its message; anything else is a bug. */
export const isToldInWords = (trouble: unknown): trouble is Error =>
	[ConfigProblem, MigrationProblem, KeyProblem, CannotStart].some((kind) => trouble instanceof kind);
