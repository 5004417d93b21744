import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openConnections, type Whereabouts } from '#platform/db.ts';
import { migrate, migrationsIn } from '#platform/migrate.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { databaseAt } from './database.ts';

/** One server for the whole run (the embedded one, or HEARTEN_TEST_DATABASE_URL), and one migrated template. */
export default async function setUp(project: TestProject) {
	const outside = process.env.HEARTEN_TEST_DATABASE_URL;
	const folder = await mkdtemp(join(tmpdir(), 'hearten-test-'));
	const embedded = outside ? undefined : await startEmbedded(join(folder, 'pg'), { durable: false });
	const where: Whereabouts = embedded
		? { host: embedded.host, port: embedded.port, user: embedded.user, database: embedded.database }
		: { url: outside! };

	const template = `template_${randomBytes(6).toString('hex')}`;
	const admin = openConnections(where, { max: 1 });
	await admin.unsafe(`create database ${template}`);
	await migrate(databaseAt(where, template), await migrationsIn('db/migrations'));
	project.provide('postgres', { where, template });

	return async () => {
		await admin.unsafe(`drop database if exists ${template} with (force)`);
		await admin.end();
		await embedded?.stop();
		await rm(folder, { recursive: true, force: true });
	};
}
