import type { AddressInfo } from 'node:net';
import { jobs, topics } from '#composition';
import { bearerBy, bearerTokenIn } from '#features/access/server/index.ts';
import { topicsOf } from '#features/access/token.ts';
import { foundOrganisation, signedInBy } from '#features/people/server/index.ts';
import { readConfig } from '#platform/config.ts';
import { transact, type Reader } from '#platform/db.ts';
import { openGateway, type Holder } from '#platform/live.ts';
import { openLog } from '#platform/log.ts';
import { rightNow } from '#platform/time.ts';
import { startWorker } from '#platform/worker.ts';
import { openApp } from '#web/app.ts';
import { sessionTokenIn } from '#web/cookies.ts';
import { isOurs, isSecure, servePages } from '#web/serve.ts';
import { seedCast } from '../db/seed.ts';
import { isToldInWords, openSpine } from './open-spine.ts';

/** One process that runs everything: pages, sockets, jobs, and the database unless there is one already. */
async function main() {
	const config = readConfig(process.env);
	const log = openLog(config.log);
	const { spine, connections, where, close } = await openSpine(config, { database: 'own', connections: 20 });

	const now = rightNow();
	if (config.demo) await seedCast(spine, now);
	const { claimToken } = await transact(spine, { actor: null, now }, (tx) =>
		foundOrganisation(tx, { name: 'Hearten', locale: 'en' }),
	);

	const worker = await startWorker(spine, where, jobs, log);
	const gateway = await openGateway({
		spine,
		connections,
		topics,
		log,
		holderOf: ({ cookie, authorization }, at) =>
			authorization === undefined
				? sessionHolder(spine.db, sessionTokenIn(cookie, isSecure(config)), at)
				: tokenHolder(spine.db, bearerTokenIn(authorization), at),
		sameOrigin: (origin, host) => isOurs(config, origin, host),
	});

	openApp({ spine, config, log });
	const server = await servePages(config, log);
	server.on('upgrade', gateway.upgrade);
	server.on('error', (error: NodeJS.ErrnoException) => {
		console.error(
			error.code === 'EADDRINUSE'
				? `Port ${config.port} is taken by another program. Set PORT to a free one, such as PORT=${config.port + 1}.`
				: `Hearten cannot listen on ${config.host}:${config.port} (${error.code}).`,
		);
		void stop(1);
	});
	server.listen(config.port, config.host, () => {
		const { port } = server.address() as AddressInfo;
		const origin = config.origin ?? `http://${config.host}:${port}`;
		console.log(`\n  Hearten is here: ${origin}`);
		if (claimToken)
			console.log(
				`\n  Nobody looks after it yet. Whoever opens this link first becomes its coordinator:\n  ${origin}/claim/${claimToken}`,
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
		await close();
		process.exit(code);
	}
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
}

/** Whoever came by a page. */
async function sessionHolder(db: Reader, token: string | undefined, at: Date): Promise<Holder | null> {
	const person = token ? await signedInBy(db, token, at) : undefined;
	if (!person) return null;
	const { digest, endsAt } = person.session;
	return { viewer: person.id, session: digest.toString('hex'), until: endsAt };
}

/** A program, which watches what its token lets it read. */
async function tokenHolder(db: Reader, token: string | undefined, at: Date): Promise<Holder | null> {
	const bearer = token ? await bearerBy(db, token, at) : undefined;
	if (!bearer) return null;
	const { digest, endsAt } = bearer.token;
	const session = `token ${digest.toString('hex')}`;
	return { viewer: bearer.id, session, until: endsAt, topics: topicsOf(bearer.token) };
}

try {
	await main();
} catch (trouble) {
	if (!isToldInWords(trouble)) throw trouble;
	console.error(`Hearten cannot start.\n${trouble.message}`);
	process.exit(1);
}
