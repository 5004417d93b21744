import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { openConnections, type Connections } from '#platform/db.ts';
import { openGateway, type Holder } from '#platform/live.ts';
import { openLog } from '#platform/log.ts';
import { allowed, refuse } from '#platform/ruling.ts';
import { after, hours, rightNow } from '#platform/time.ts';
import type { Topic } from '#platform/topic.ts';
import type { PersonId } from '#platform/ids.ts';
import { databaseAt } from './database.ts';
import { test as base, type World } from './world.ts';

type Gateway = Awaited<ReturnType<typeof openGateway>>;

export interface Line {
	change: number;
	body: string;
}

/** A place with numbered lines in a table, where whoever is on its list may watch. */
export class Porch {
	readonly world: World;
	readonly allowed = new Set<string>(['ana', 'ben']);
	/** Whose session still stands; a cookie here says no more than who it is. */
	readonly sessions = new Set<string>(['ana', 'ben']);
	/** Who wants to know of others that they are writing, and have others know it of them. */
	readonly wantHints = new Set<string>();
	/** `ben ana`: Ben is not shown what is Ana’s. */
	readonly avoids = new Set<string>();
	/** Who may not speak. */
	readonly silent = new Set<string>();
	until = after(rightNow(), hours(1));
	reads: number[] = [];
	/** What happens before an answer is given, once it is known. */
	beforeReading: (change: number) => Promise<void> = async () => {};
	beforeAdmitting = async () => {};
	beforeHolding = async () => {};
	readonly gateways: Gateway[] = [];
	#servers: Server[] = [];
	#closing: (() => Promise<void>)[] = [];

	constructor(world: World) {
		this.world = world;
	}

	async build() {
		await sql`create table porch_line (change int primary key, body text not null)`.execute(this.world.db);
	}

	readonly topic: Topic<Line> = {
		prefix: 'porch',
		admit: async (_, viewer) => {
			const ruling = viewer && this.allowed.has(viewer) ? allowed : refuse('not-on-the-list');
			await this.beforeAdmitting();
			return ruling;
		},
		since: async (_, __, ___, change) => {
			this.reads.push(change);
			await this.beforeReading(change);
			const { rows } =
				await sql<Line>`select change, body from porch_line where change > ${change} order by change limit 100`.execute(
					this.world.db,
				);
			return rows;
		},
		latest: async () => {
			const { rows } = await sql<{ last: number }>`select max(change) as last from porch_line`.execute(
				this.world.db,
			);
			return rows[0]?.last ?? 0;
		},
		hiddenFrom: async (_, viewer) => {
			const pairs = [...this.avoids].map((pair) => pair.split(' ') as [string, PersonId]);
			return new Set(pairs.filter(([one]) => one === viewer).map(([, other]) => other));
		},
		writing: {
			as: async (_, viewer) => (this.silent.has(viewer) ? undefined : `as-${viewer}`),
			who: async (_, __, as) => {
				const name = as.slice('as-'.length);
				return { author: { id: as, name }, personId: name as PersonId };
			},
		},
	};

	/** One more process that people’s sockets can be on. Returns its address. */
	async gateway(): Promise<string> {
		const { where } = inject('postgres');
		const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(this.world.db);
		const connections: Connections = openConnections(databaseAt(where, rows[0]!.name), { max: 2 });
		const gateway = await openGateway({
			spine: this.world.spine,
			connections,
			topics: [this.topic],
			sessionIn: ({ cookie }) => cookie || undefined,
			holderOf: async (session) => {
				const holder = this.#holder(session);
				await this.beforeHolding();
				return holder;
			},
			sameOrigin: (origin, host) => new URL(origin ?? 'http://nobody.invalid').host === host,
			log: openLog('silent'),
		});
		this.gateways.push(gateway);
		const server = createServer().on('upgrade', gateway.upgrade).listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		this.#servers.push(server);
		this.#closing.push(async () => {
			await gateway.close();
			await connections.end({ timeout: 1 });
			server.closeAllConnections();
			server.close();
		});
		return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	}

	#holder(session: string): Holder | null {
		return this.sessions.has(session)
			? { viewer: session as PersonId, until: this.until, hints: this.wantHints.has(session) }
			: null;
	}

	/** Says lines from this one to that one, in one transaction or in one for each. */
	async say(from: number, to = from, { body = 'hello', each = true } = {}) {
		const nudges = each ? to - from + 1 : 1;
		for (let n = 0; n < nudges; n++) {
			const [first, last] = each ? [from + n, from + n] : [from, to];
			await this.world.as(null, async (tx) => {
				await sql`insert into porch_line select n, ${body} from generate_series(${first}::int, ${last}::int) n`.execute(
					tx.db,
				);
				await tx.nudge('porch:1');
				return {};
			});
		}
	}

	async nudge(topic: string) {
		await this.world.as(null, async (tx) => (await tx.nudge(topic), {}));
	}

	async close() {
		for (const close of this.#closing) await close();
	}
}

export const test = base.extend<{ porch: Porch }>({
	porch: async ({ world }, use) => {
		const porch = new Porch(world);
		await porch.build();
		await use(porch);
		await porch.close();
	},
});

/** Something that waits until it is let go. */
export function gate() {
	let open = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	return { opened, open };
}
