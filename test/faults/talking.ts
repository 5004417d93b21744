import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { MessageLine } from '#features/conversations/message.ts';
import { lockHolder, tell } from '#platform/postgres/processes.ts';
import { rightNow } from '#platform/time.ts';
import { Hearten } from '../hearten.ts';
import { settle, type Place } from '../settle.ts';
import { listenAs } from './page-live.ts';
import { randomFrom } from './random.ts';

/** Who is killed while people talk: the app with `kill -9`, or its database as by a crash, the app living on. */
export type Victim = 'app' | 'database';

export interface Talking {
	seed: number;
	circles: number;
	/** Who sends and who listens, in each circle. */
	people: number;
	/** In all. */
	messages: number;
	/** Messages a second, in all; none for as fast as answers come. */
	perSecond?: number;
	kills: number;
	victim: Victim;
	say: (line: string) => void;
}

/** What a checker found wrong, as counts; all zero is well. */
export interface Findings {
	/** How many were acknowledged. All that are sent are, sooner or later. */
	acknowledged: number;
	/** Sent again because no answer came. */
	sentAgain: number;
	/** Acknowledged, and not in the database, or not with the words that were sent. */
	lost: number;
	/** In the database twice, or acknowledged as two. */
	doubled: number;
	/** Places without a message. */
	gaps: number;
	/** Clients that did not hear every message once, in the order of places, word by word. */
	differing: number;
	clients: number;
	/** From when the last victim was back, and the last message acknowledged, until every client had all of them; in ms. */
	convergedIn: number;
}

/** One message, from the moment its sender decides on it. */
interface Sent {
	circle: Place;
	body: string;
	clientId: string;
	/** Where the server said it stands, each time it said so. */
	places: number[];
}

/**
 * People talk in circles while something is killed under them. Senders send again, with the same client id, until they
 * are answered; every tenth message is sent twice at once. Clients come back by themselves. Then everything is compared:
 * what was acknowledged, what is kept, and what each client heard.
 */
export async function talkThrough({ say, ...how }: Talking): Promise<Findings> {
	const random = randomFrom(how.seed);
	const hearten = await Hearten.start();
	const clients: Client[] = [];
	try {
		const spine = await hearten.spine();
		const size = { people: how.circles * how.people, circles: how.circles, messages: 0, seated: how.people };
		const { circles } = await settle(spine, size, rightNow());
		const cookies = new Map<string, string>();
		for (const person of circles.flatMap(({ seated }) => seated))
			if (!cookies.has(person)) cookies.set(person, await hearten.cookieOf(spine, person));

		for (const circle of circles)
			for (const person of circle.seated)
				clients.push(new Client(hearten.origin, circle, cookies.get(person)!));
		const sent: Sent[] = Array.from({ length: how.messages }, (_, n) => {
			const circle = circles[n % circles.length]!;
			return { circle, body: `Message ${n} of ${how.messages}`, clientId: randomUUID(), places: [] };
		});

		const post = poster(hearten.origin);
		const moments = Array.from({ length: how.kills }, () => Math.floor(random() * how.messages * 0.9)).sort(
			(a, b) => a - b,
		);
		const answered = { messages: 0 };
		let backAt = performance.now();
		const nemesis = (async () => {
			for (const moment of moments) {
				while (answered.messages < moment) await pause(2);
				await pause(random() * 20);
				const killed = performance.now();
				say(`killed the ${how.victim} after ${answered.messages} acknowledged messages`);
				await (how.victim === 'app' ? killApp(hearten) : killDatabase(hearten));
				backAt = performance.now();
				say(`it is back after ${Math.round(backAt - killed)} ms`);
			}
		})();

		const begun = performance.now();
		let next = 0;
		const sender = async () => {
			for (let n = next++; n < sent.length; n = next++) {
				if (how.perSecond) await pause(Math.max(0, begun + (n * 1000) / how.perSecond - performance.now()));
				const message = sent[n]!;
				const { seated } = message.circle;
				const cookie = cookies.get(seated[n % seated.length]!)!;
				const copies = n % 10 === 0 ? 2 : 1;
				await Promise.all(Array.from({ length: copies }, () => post.untilAnswered(message, cookie)));
				answered.messages++;
			}
		};
		await Promise.all([nemesis, ...Array.from({ length: Math.min(50, how.circles * 4) }, sender)]);

		const answeredAt = performance.now();
		await Promise.all(clients.map((client) => client.hasHeard(sent)));
		const convergedIn = performance.now() - Math.max(backAt, answeredAt);
		// Whatever is told twice is told about now.
		await pause(500);
		say(
			`every client has everything, ${Math.round(convergedIn)} ms after the last message and the last restart`,
		);

		const kept = await spine.db
			.selectFrom('message')
			.select(['conversation_id', 'place', 'client_id'])
			.orderBy('conversation_id')
			.orderBy('place')
			.execute();
		return {
			acknowledged: answered.messages,
			sentAgain: post.again,
			lost: sent.filter(
				({ circle, clientId, places }) =>
					!kept.some(
						(row) =>
							row.client_id === clientId && row.conversation_id === circle.id && row.place === places[0],
					),
			).length,
			doubled:
				kept.length -
				new Set(kept.map((row) => row.client_id)).size +
				sent.filter(({ places }) => new Set(places).size > 1).length,
			gaps: circles.filter(({ id }) =>
				kept.filter((row) => row.conversation_id === id).some(({ place }, n) => place !== n + 1),
			).length,
			differing: clients.filter((client) => !client.isRight(sent)).length,
			clients: clients.length,
			convergedIn,
		};
	} catch (trouble) {
		throw new Error(`${String(trouble)}\nHearten said last:\n${hearten.said}`, { cause: trouble });
	} finally {
		for (const client of clients) client.shut();
		await hearten.remove();
	}
}

/** Somebody’s page, listening, however often its connection is lost. */
class Client {
	readonly #circle: Place;
	readonly #heard: MessageLine[] = [];
	readonly #page: ReturnType<typeof listenAs>;
	#closed = false;

	constructor(origin: string, circle: Place, cookie: string) {
		this.#circle = circle;
		this.#page = listenAs({ origin, cookie }, `circle:${circle.id}`, 0, {
			lines: (lines) => this.#heard.push(...(lines as unknown as MessageLine[])),
			connected: () => {},
			closed: () => (this.#closed = true),
		});
	}

	shut() {
		this.#page.shut();
	}

	#expected(sent: readonly Sent[]) {
		return sent
			.filter(({ circle }) => circle === this.#circle)
			.toSorted((a, b) => a.places[0]! - b.places[0]!);
	}

	async hasHeard(sent: readonly Sent[]) {
		const { length } = this.#expected(sent);
		for (const patience = performance.now() + 60_000; this.#heard.length < length && !this.#closed;) {
			if (performance.now() > patience)
				throw new Error(`A client heard ${this.#heard.length} of ${length} messages, and then nothing.`);
			await pause(10);
		}
	}

	/** Every message once, in the order of places, word by word. */
	isRight(sent: readonly Sent[]): boolean {
		const expected = this.#expected(sent);
		return (
			!this.#closed &&
			this.#heard.length === expected.length &&
			this.#heard.every(({ place, body }, n) => place === n + 1 && body === expected[n]!.body)
		);
	}
}

/** Sends forms as the script of the conversation does. */
function poster(origin: string) {
	const counts = { again: 0, untilAnswered };
	async function untilAnswered(message: Sent, cookie: string) {
		for (;;) {
			const place = await once(message, cookie).catch((trouble: unknown) => {
				if (trouble instanceof Refusal) throw trouble;
			});
			if (place) return void message.places.push(place);
			counts.again++;
			await pause(50);
		}
	}
	async function once({ circle, body, clientId }: Sent, cookie: string): Promise<number | undefined> {
		const response = await fetch(`${origin}/circles/${circle.slug}/talk?/say`, {
			method: 'POST',
			body: new URLSearchParams({ body, contentNote: '', replyTo: '', clientId }),
			headers: { origin, cookie, accept: 'application/json', 'x-sveltekit-action': 'true' },
			signal: AbortSignal.timeout(20_000),
		});
		if (response.status >= 500) return undefined;
		const text = await response.text();
		const { type, location } = JSON.parse(text) as { type: string; location?: string };
		const place = Number(/#m(\d+)$/.exec(location ?? '')?.[1]);
		if (type !== 'redirect' || !place) throw new Refusal(`A message was refused: ${text}`);
		return place;
	}
	return counts;
}

/** Not a fault to be borne, but a test that is wrong. */
class Refusal extends Error {}

async function killApp(hearten: Hearten) {
	await hearten.kill();
	await hearten.start();
}

const isThere = (pid: number) => existsSync(`/proc/${pid}`);

/** As `pg_ctl stop -m immediate` does: nothing is written down, so the next start recovers. */
async function killDatabase(hearten: Hearten) {
	const server = lockHolder(join(hearten.data, 'postgres'));
	if (!server?.alive) throw new Error('There is no database to kill.');
	tell(server.pid, 'SIGQUIT');
	while (isThere(server.pid)) await pause(5);
	const isWell = () =>
		fetch(`${hearten.origin}/healthz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
	while ((await isWell())?.status !== 200) await pause(20);
}
