import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { changesAfter } from '#features/conversations/server/index.ts';
import type { Spine } from '#platform/db.ts';
import { rightNow } from '#platform/time.ts';
import { Apart } from '../../test/apart.ts';
import { Hearten } from '../../test/hearten.ts';
import { settle, type Place } from '../../test/settle.ts';
import { badNetwork, type Weather } from './bad-network.ts';
import { check, type Verdict } from './check.ts';
import { History, type Kept } from './history.ts';
import { Listener } from './listener.ts';
import type { Blow } from './nemesis.ts';
import { counts, doOneThing, type Speaker } from './people.ts';
import { smallDisk } from './small-disk.ts';
import { randomFrom } from '../../test/random.ts';

export type Processes = 'one' | 'many';

export interface Talking {
	seed: number;
	circles: number;
	/** Who talks and who listens, in each circle. */
	people: number;
	/** Things said, said differently and taken back, in all. */
	operations: number;
	/** In all circles together; none for as fast as answers come. */
	perSecond?: number;
	/** What happens meanwhile, spread over the run. */
	blows: readonly Blow[];
	/** Between each client’s socket and the server. */
	weather?: Omit<Weather, 'random'>;
	/** Everything in one process; or two with pages, two with sockets and one with jobs, on one database. */
	processes?: Processes;
	/** Megabytes of the disk that everything is kept on; without, that of the machine. Needs `canMount`. */
	disk?: number;
	say: (line: string) => void;
}

export interface Findings extends Verdict {
	/** Sent again because no answer came, or one that said “later”. */
	sentAgain: number;
	/** Of these, answered by a clear “later”. */
	toldLater: number;
	/** From when the last blow was over, and the last thing acknowledged, until every client shows what is kept; in ms. */
	convergedIn: number;
}

const PATIENCE = 120_000;
/** How far `settle` goes on from one circle to the next. */
const STEP = 17;

/**
 * People talk in circles while things go wrong around them. Then everything is compared: what was acknowledged, what is
 * kept, and what each client shows.
 */
export async function talkThrough({ say, ...how }: Talking): Promise<Findings> {
	const random = randomFrom(how.seed);
	const folder = mkdtempSync(join(tmpdir(), 'hearten-clock-'));
	const clock = join(folder, 'wrong-by');
	writeFileSync(clock, '0');
	const disk = how.disk ? smallDisk(how.disk) : undefined;
	const settings = {
		NODE_ARGUMENTS: `--import ${resolve(import.meta.dirname, 'clock.ts')}`,
		FAULT_CLOCK: clock,
	};
	const hearten = await (how.processes === 'many'
		? Apart.start({ settings, within: disk?.folder ?? tmpdir() })
		: Hearten.start(settings, disk?.folder));
	const network = how.weather && (await badNetwork(hearten.origin, { ...how.weather, random }));
	const listeners: Listener[] = [];
	counts.again = counts.refusedForNow = 0;
	try {
		const spine = await hearten.spine();
		// So many that nobody sits in two circles: how much one person may say at most is not what is looked for here.
		const people = how.circles * Math.max(STEP, how.people);
		const size = { people, circles: how.circles, messages: 0, seated: how.people };
		const { circles } = await settle(spine, size, rightNow());
		const history = new History();
		const speakers: Speaker[] = [];
		for (const [n, circle] of circles.entries())
			for (const [seat, person] of circle.seated.entries()) {
				const cookie = await hearten.cookieOf(spine, person);
				const name = `${n}.${seat}`;
				listeners.push(new Listener(name, circle, { origin: network?.origin ?? hearten.origin, cookie }));
				speakers.push({ origin: hearten.origin, cookie, circle, name, random, history, mine: new Map() });
			}

		let done = 0;
		let backAt = performance.now();
		const nemesis = (async () => {
			for (const [n, blow] of how.blows.entries()) {
				const moment = ((n + 0.3 + random() * 0.4) / how.blows.length) * how.operations * 0.9;
				while (done < moment) await pause(2);
				const begun = performance.now();
				await blow({ hearten, listeners, clock, random, say });
				backAt = performance.now();
				say(
					`blow ${n + 1} of ${how.blows.length} after ${done} things done, over in ${Math.round(backAt - begun)} ms`,
				);
			}
		})();

		const begun = performance.now();
		let next = 0;
		const talk = async (speaker: Speaker) => {
			for (let n = next++; n < how.operations; n = next++) {
				if (how.perSecond) await pause(Math.max(0, begun + (n * 1000) / how.perSecond - performance.now()));
				await doOneThing(speaker);
				done++;
			}
		};
		await Promise.all([nemesis, ...speakers.map(talk)]);

		const answeredAt = performance.now();
		const kept = await Promise.all(circles.map((circle) => keptOf(spine, circle)));
		await untilAll(listeners, kept);
		const convergedIn = performance.now() - Math.max(backAt, answeredAt);
		// Whatever is told twice is told about now.
		await pause(500);
		const apart = apartFrom(listeners, kept);
		say(
			`${apart.length === 0 ? 'everybody shows' : 'not everybody shows'} the same, ${Math.round(convergedIn)} ms after the last answer and the last blow`,
		);
		for (const { client, changes, closed } of apart)
			say(`${client} knows up to change ${changes.at(-1)}${closed ? ', and was told to go' : ''}`);
		return {
			...check(history.entries, kept, listeners),
			sentAgain: counts.again,
			toldLater: counts.refusedForNow,
			convergedIn,
		};
	} catch (trouble) {
		throw new Error(`${String(trouble)}\nHearten said last:\n${hearten.said}`, { cause: trouble });
	} finally {
		for (const listener of listeners) listener.shut();
		await network?.shut();
		await hearten.remove();
		disk?.remove();
		rmSync(folder, { recursive: true });
	}
}

/** As a reader who begins now: everything from the first change on. */
async function keptOf({ db, vault }: Spine, { id }: Place): Promise<Kept> {
	const lines = new Map<number, { place: number; state: string; body: string }>();
	for (let known = 0; ;) {
		const changes = await changesAfter(db, vault, id, known);
		if (changes.length === 0) break;
		for (const { place, state, body } of changes) lines.set(place, { place, state, body });
		known = changes.at(-1)!.change;
	}
	const sent = await db
		.selectFrom('message')
		.select(['place', 'client_id'])
		.where('conversation_id', '=', id)
		.orderBy('place')
		.execute();
	return {
		conversation: id,
		messages: sent.map(({ place, client_id }) => ({ ...lines.get(place)!, place, clientId: client_id })),
	};
}

/** Until each shows what is kept; those who never do are found by the checker. */
async function untilAll(listeners: readonly Listener[], kept: readonly Kept[]) {
	for (const patience = performance.now() + PATIENCE; performance.now() < patience; await pause(100))
		if (apartFrom(listeners, kept).length === 0) return;
}

/** Who shows something else than what is kept. */
function apartFrom(listeners: readonly Listener[], kept: readonly Kept[]) {
	const wanted = new Map(kept.map(({ conversation, messages }) => [conversation, digest(messages)]));
	const shownBy = ({ shows }: Listener) =>
		digest([...shows].map(([place, seen]) => ({ place, ...seen })).sort((a, b) => a.place - b.place));
	return listeners.filter((listener) => shownBy(listener) !== wanted.get(listener.conversation));
}

const digest = (messages: readonly { place: number; state: string; body: string }[]) =>
	createHash('sha256')
		.update(messages.map(({ place, state, body }) => `${place}\0${state}\0${body}`).join('\n'))
		.digest('hex');
