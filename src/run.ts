import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jobs, topics } from '#composition';
import { bearerTokenIn, bearerWith, tokenDigest } from '#features/access/server/index.ts';
import { topicsOf } from '#features/access/token.ts';
import type { SignedIn } from '#features/people/person.ts';
import { foundOrganisation, sessionDigest, signedInWith } from '#features/people/server/index.ts';
import { readConfig, type Config } from '#platform/config.ts';
import { askAnything, transact, type Spine } from '#platform/db.ts';
import { openGateway } from '#platform/live.ts';
import type { Doorkeeper } from '#platform/live/door.ts';
import { openMemory, type Memory } from '#platform/memory.ts';
import { openLog } from '#platform/log.ts';
import { rightNow } from '#platform/time.ts';
import { startWorker } from '#platform/worker.ts';
import { openApp } from '#web/app.ts';
import { sessionTokenIn } from '#web/cookies.ts';
import { protect } from '#web/headers.ts';
import { isOurs, isSecure, servePages } from '#web/serve.ts';
import { keepCastAwake } from '../db/keep-open.ts';
import { seedCast } from '../db/seed.ts';
import { isToldInWords, openSpine } from './open-spine.ts';

/** What one process does: any of the three, as many processes as wanted, on one PostgreSQL. See docs/processes.md. */
export interface Duties {
	pages: boolean;
	live: boolean;
	jobs: boolean;
	/** `own` brings the embedded database along; `shared` needs one that other processes use as well, and their key. */
	database: 'own' | 'shared';
}

/** Runs until it is told to stop. What keeps it from starting, and whoever starts it can mend, is said in words. */
export async function run(duties: Duties) {
	try {
		await start(duties);
	} catch (trouble) {
		if (!isToldInWords(trouble)) throw trouble;
		console.error(`Hearten cannot start.\n${trouble.message}`);
		process.exit(1);
	}
}

async function start(duties: Duties) {
	const config = readConfig(process.env);
	const log = openLog(config.log);
	const { spine, connections, where, close } = await openSpine(config, {
		database: duties.database,
		connections: 20,
	});

	const claimToken = duties.pages ? await prepare(spine, config) : null;
	const allJobs = config.demo ? [...jobs, keepCastAwake(spine)] : jobs;
	const worker = duties.jobs ? await startWorker(spine, where, allJobs, log) : undefined;
	const sessions = duties.pages
		? await openMemory<SignedIn>(connections, { about: 'person', idOf: ({ id }) => id })
		: undefined;
	const gateway = duties.live
		? await openGateway({ spine, connections, topics, log, ...doorkeeper(spine, config, sessions) })
		: undefined;

	if (sessions) {
		const { hear } = sessions;
		openApp({ spine: { ...spine, handOver: gateway?.handOver, hear }, sessions, config, log });
	}
	const server = duties.pages ? await servePages(config, log) : serveHealth(spine, config);
	if (gateway) server.on('upgrade', gateway.upgrade);
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
		greet(config.origin ?? `http://${config.host}:${port}`, { claimToken, demo: config.demo });
	});

	let stopping = false;
	async function stop(code: number) {
		if (stopping) return;
		stopping = true;
		// Whatever hangs, the database is stopped in order by its own guard when this process ends.
		setTimeout(() => process.exit(code), 10_000).unref();
		server.close();
		server.closeIdleConnections();
		await gateway?.close();
		await worker?.stop();
		await close();
		process.exit(code);
	}
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
}

/** The organisation that pages are about; answers with the token that makes somebody its first coordinator. */
async function prepare(spine: Spine, config: Config): Promise<string | null> {
	const now = rightNow();
	if (config.demo) await seedCast(spine, now);
	const { claimToken } = await transact(spine, { actor: null, now }, (tx) =>
		foundOrganisation(tx, { name: 'Hearten', locale: 'en' }),
	);
	return claimToken;
}

const doorkeeper = (spine: Spine, config: Config, sessions: Memory<SignedIn> | undefined): Doorkeeper => ({
	sessionIn({ cookie, authorization }) {
		const token = authorization === undefined ? undefined : bearerTokenIn(authorization);
		if (token) return `t${tokenDigest(token).toString('latin1')}`;
		const session = sessionTokenIn(cookie, isSecure(config));
		return session && `s${sessionDigest(session).toString('latin1')}`;
	},
	async holderOf(found, now) {
		const digest = Buffer.from(found.slice(1), 'latin1');
		if (found.startsWith('t')) {
			// A program watches what its token lets it read.
			const bearer = await bearerWith(spine.db, digest, now);
			return bearer
				? { viewer: bearer.id, until: bearer.token.endsAt, topics: topicsOf(bearer.token) }
				: null;
		}
		const ask = () => signedInWith(spine.db, digest, now);
		// Whoever comes to listen speaks soon, and often here.
		const person = await (sessions ? sessions.ask(digest.toString('base64'), ask) : ask());
		return person && !person.shutOutUntil
			? { viewer: person.id, until: person.session.endsAt, hints: person.writingHints }
			: null;
	},
	sameOrigin: (origin, host) => isOurs(config, origin, host),
});

/** For a process without pages: whether it can do its work, for a proxy or a monitor, and nothing else. */
function serveHealth(spine: Spine, config: Config): Server {
	return createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
		protect({ set: (name, value) => response.setHeader(name, value) }, { secure: isSecure(config) });
		response.setHeader('cache-control', 'no-store');
		if (request.url !== '/healthz') return void response.writeHead(404).end();
		askAnything(spine.db).then(
			() => response.end('well\n'),
			() => response.writeHead(503).end('not well: the database does not answer\n'),
		);
	});
}

function greet(origin: string, { claimToken, demo }: { claimToken: string | null; demo: boolean }) {
	console.log(`\n  Hearten is here: ${origin}`);
	if (claimToken)
		console.log(
			`\n  Nobody looks after it yet. Whoever opens this link first becomes its coordinator:\n  ${origin}/claim/${claimToken}`,
		);
	if (demo) console.log(`\n  This is a demo: be anybody you like at ${origin}/demo`);
	console.log('\n  Ctrl-C stops it.\n');
}
