import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { jobs, reactions, topics } from '#composition';
import { foundOrganisation, signedInBy } from '#features/people/server/index.ts';
import { ConfigProblem, readConfig } from '#platform/config.ts';
import { connect, openConnections, transact, type Spine, type Whereabouts } from '#platform/db.ts';
import { openGateway } from '#platform/live.ts';
import { openLog } from '#platform/log.ts';
import { readMasterKeys } from '#platform/master-key.ts';
import { migrate, MigrationProblem, migrationsIn } from '#platform/migrate.ts';
import { CannotStart } from '#platform/postgres/cannot-start.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { rightNow } from '#platform/time.ts';
import { Vault } from '#platform/vault.ts';
import { startWorker } from '#platform/worker.ts';
import { openApp } from '#web/app.ts';
import { sessionTokenIn } from '#web/cookies.ts';
import { protect } from '#web/headers.ts';
import { seedCast } from '../db/seed.ts';

/** One process that runs everything: pages, sockets, jobs, and the database unless there is one already. */
async function main() {
	const config = readConfig(process.env);
	const log = openLog(config.log);
	await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });

	const embedded = config.databaseUrl
		? undefined
		: await startEmbedded(join(config.dataFolder, 'postgres'), { log: (line) => console.error(line) });
	const where: Whereabouts = config.databaseUrl
		? { url: config.databaseUrl }
		: { host: embedded!.host, port: embedded!.port, user: embedded!.user, database: embedded!.database };
	await migrate(where, await migrationsIn('db/migrations'));

	const connections = openConnections(where, { max: 20 });
	const vault = new Vault(await readMasterKeys(config.dataFolder, config.masterKey));
	const spine: Spine = { db: connect(connections), vault, reactions };
	const now = rightNow();
	const founded = await transact(spine, { actor: null, now }, (tx) =>
		foundOrganisation(tx, { name: 'Hearten', locale: 'en' }),
	);
	if (config.demo) await seedCast(spine, now);

	const worker = await startWorker(spine, where, jobs, log);
	const gateway = await openGateway({
		spine,
		connections,
		topics,
		log,
		async holderOf(cookie, at) {
			const token = sessionTokenIn(cookie, isSecure());
			const person = token ? await signedInBy(spine.db, token, at) : undefined;
			return person ? { viewer: person.id, session: person.session.digest.toString('hex') } : null;
		},
		sameOrigin: (origin, host) =>
			origin !== undefined && URL.canParse(origin) && new URL(origin).host === host,
	});

	function isSecure() {
		return config.origin?.startsWith('https:') ?? false;
	}

	const claimPath =
		'claimToken' in founded && founded.claimToken ? `/claim/${founded.claimToken}` : undefined;
	openApp({ spine, config, log, claimPath });

	// The adapter reads these once, when it is first imported.
	process.env.PROTOCOL_HEADER = 'x-hearten-protocol';
	process.env.BODY_SIZE_LIMIT = '256K';
	if (config.proxies > 0) {
		process.env.ADDRESS_HEADER = 'x-forwarded-for';
		process.env.XFF_DEPTH = String(config.proxies);
	}
	const { handler } = await import('#page-handler');

	const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
		// Whatever a visitor claims about the protocol is replaced by what the operator configured.
		request.headers['x-hearten-protocol'] = isSecure() ? 'https' : 'http';
		if (config.origin) request.headers.host = new URL(config.origin).host;
		protect({ set: (name, value) => response.setHeader(name, value) }, { secure: isSecure() });
		handler(request, response, () => response.writeHead(404).end());
	});
	server.on('upgrade', gateway.upgrade);
	server.on('error', (error: NodeJS.ErrnoException) => {
		const busy = error.code === 'EADDRINUSE';
		console.error(
			busy
				? `Port ${config.port} is taken by another program. Set PORT to a free one, such as PORT=${config.port + 1}.`
				: `Hearten cannot listen on ${config.host}:${config.port} (${error.code}).`,
		);
		void stop(1);
	});
	server.listen(config.port, config.host, () => {
		const address = server.address();
		const port = typeof address === 'object' ? address?.port : config.port;
		const origin = config.origin ?? `http://${config.host}:${port}`;
		console.log(`\n  Hearten is here: ${origin}`);
		if (claimPath)
			console.log(
				`\n  Nobody looks after it yet. Whoever opens this link first becomes its coordinator:\n  ${origin}${claimPath}`,
			);
		if (config.demo) console.log(`\n  This is a demo: be anybody you like at ${origin}/demo`);
		console.log('\n  Ctrl-C stops it.\n');
	});

	let stopping = false;
	async function stop(code: number) {
		if (stopping) return;
		stopping = true;
		// Whatever hangs, the database is stopped in order by its own guard when this process ends.
		setTimeout(() => process.exit(code), 10_000).unref();
		server.close();
		server.closeIdleConnections();
		await gateway.close();
		await worker.stop();
		await connections.end({ timeout: 3 });
		await embedded?.stop();
		process.exit(code);
	}
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
}

try {
	await main();
} catch (error) {
	if (!(error instanceof ConfigProblem || error instanceof MigrationProblem || error instanceof CannotStart))
		throw error;
	console.error(`Hearten cannot start.\n${error.message}`);
	process.exit(1);
}
