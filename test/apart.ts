import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConnections, type Connections, type Spine, type Whereabouts } from '#platform/db.ts';
import { readMasterKeys } from '#platform/master-key.ts';
import { startEmbedded, type Embedded } from '#platform/postgres/embedded.ts';
import { Vault } from '#platform/vault.ts';
import { environment } from './environment.ts';
import { makeDatabase } from './database.ts';
import { cookieOf, spineOn } from './hearten.ts';
import { Part, type PartName } from './part.ts';
import { openProxy } from './proxy.ts';

/** Where the database comes from: a server there is, with a template; else one of its own beside the processes. */
interface Around {
	settings?: Record<string, string>;
	server?: { where: Whereabouts; template: string } | undefined;
	within?: string;
}

interface Database {
	where: Whereabouts;
	end(): Promise<void>;
}

/** Two processes with pages, two with sockets and one with jobs, on one database, behind one address. */
export class Apart {
	/** What they keep, the database too when it is their own. */
	readonly data: string;
	readonly origin: string;
	readonly web: readonly Part[];
	readonly live: readonly Part[];
	readonly worker: Part;
	readonly #database: Database;
	readonly #key: string;
	readonly #closeProxy: () => void;
	#open: Connections[] = [];
	#toFall: Part[] = [];

	private constructor(
		from: Pick<Apart, 'data' | 'origin' | 'web' | 'live' | 'worker'> & {
			database: Database;
			key: string;
			closeProxy: () => void;
		},
	) {
		this.data = from.data;
		this.origin = from.origin;
		this.web = from.web;
		this.live = from.live;
		this.worker = from.worker;
		this.#database = from.database;
		this.#key = from.key;
		this.#closeProxy = from.closeProxy;
	}

	static async start({ settings = {}, server, within = tmpdir() }: Around = {}): Promise<Apart> {
		const data = await mkdtemp(join(within, 'hearten-apart-'));
		const database = await databaseFor(data, server);
		const key = randomBytes(32).toString('hex');
		let made = 0;
		const start = (name: PartName) =>
			Part.start(name, {
				...environment(database.where),
				HEARTEN_DEMO: 'no',
				HEARTEN_PSEUDO_LOCALES: 'no',
				...settings,
				HEARTEN_LOG: 'warn',
				HEARTEN_MASTER_KEY: key,
				HEARTEN_DATA: join(data, `${name}-${++made}`),
			});
		const web = [await start('web'), await start('web')];
		const live = [await start('live'), await start('live')];
		const worker = await start('worker');
		const ports = (parts: readonly Part[]) => parts.map(({ port }) => String(port));
		const proxy = await openProxy({ pages: ports(web), live: ports(live) });
		return new Apart({
			...{ data, origin: proxy.origin, web, live, worker, database, key },
			closeProxy: () => proxy.close(),
		});
	}

	get parts(): readonly Part[] {
		return [...this.web, ...this.live, this.worker];
	}

	/** The last each of them said. */
	get said() {
		return this.parts.map(({ name, said }) => `${name}:\n${said}`).join('\n');
	}

	/**
	 * `kill -9` of any one of them, and its next start, while the others go on; none twice before each had it once. Answers
	 * with which it was.
	 */
	async fell(random: () => number): Promise<string> {
		if (this.#toFall.length === 0) this.#toFall = [...this.parts];
		const [part] = this.#toFall.splice(Math.floor(random() * this.#toFall.length), 1) as [Part];
		await part.end('SIGKILL');
		await part.start();
		return part.name;
	}

	async isWell(): Promise<boolean> {
		return (await Promise.all(this.parts.map((part) => part.isWell()))).every(Boolean);
	}

	async remove() {
		this.#closeProxy();
		await Promise.all(this.#open.map((open) => open.end({ timeout: 5 })));
		await Promise.all(this.parts.map((part) => part.end('SIGKILL')));
		await this.#database.end();
		await rm(this.data, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
	}

	async spine({ max = 4 } = {}): Promise<Spine> {
		const connections = openConnections(this.#database.where, { max });
		this.#open.push(connections);
		return spineOn(connections, new Vault(await readMasterKeys(this.data, this.#key)));
	}

	whereabouts = async (): Promise<Whereabouts> => this.#database.where;

	cookieOf = cookieOf;
}

async function databaseFor(data: string, server: Around['server']): Promise<Database> {
	const url = process.env.HEARTEN_TEST_DATABASE_URL;
	if (server || url) {
		const made = await (server ? makeDatabase(server.where, server.template) : makeDatabase({ url: url! }));
		return { where: made.where, end: () => made.drop() };
	}
	const embedded: Embedded = await startEmbedded(join(data, 'postgres'));
	const { host, port, user, database } = embedded;
	return { where: { host, port, user, database }, end: () => embedded.stop() };
}
