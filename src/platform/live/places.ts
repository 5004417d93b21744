import type { Spine } from '../db.ts';
import { traceOf, type Log } from '../log.ts';
import { rightNow } from '../time.ts';
import type { PersonId } from '../ids.ts';
import { by, type Change, type Topic } from '../topic.ts';
import { send, type Client } from './client.ts';
import { closedFrame, linesFrame, liveFrame } from './frames.ts';

/** One topic that somebody watches in this process. Its reads happen one after another. */
export interface Place {
	name: string;
	topic: Topic;
	id: string;
	/** The last change that was given to whoever is live here. */
	change: number;
	/** The last change that is known to exist; infinite when somebody only said that there is one. */
	wanted: number;
	watchers: Map<Client, Watcher>;
	turn: Promise<void>;
	nudged: boolean;
	/** Who has said that they are writing, and when, in milliseconds since 1970. */
	writing: Map<PersonId, number>;
	/** Whether this process itself takes what is said there, or some of it. */
	spokenInHere: boolean;
}

export interface Watcher {
	client: Client;
	/** The last change sent. */
	sent: number;
	/** Not while it is catching up: then it gets everything after `sent` by itself. */
	live: boolean;
	/** Whose lines and writing it is not given. */
	hidden: ReadonlySet<PersonId>;
	/** How often its right was asked: only the latest answer counts, however they come. */
	asked: number;
}

/** Whether something of this person is given to this watcher. */
export const isShown = ({ hidden }: Pick<Watcher, 'hidden'>, personId: PersonId | null | undefined) =>
	!personId || !hidden.has(personId);

const nobody: ReadonlySet<PersonId> = new Set();

export interface PlacesOptions {
	spine: Spine;
	topics: readonly Topic[];
	log: Log;
	/** Whatever can wait asks the database in line. */
	inLine<Outcome>(work: () => Promise<Outcome>): Promise<Outcome>;
	/** The client asked for what it may not have, or what nobody asks for. */
	mistake(client: Client): void;
	/** What a client asked for cannot be known now. */
	tryAgain(client: Client, error: unknown): void;
	/** A client was dropped because it reads too slowly. */
	dropped(): void;
}

const WATCHES_A_SOCKET = 20;

/** All places that somebody watches in this process: what is new is read once for each, and given to whoever may hear it. */
export function openPlaces({ spine, topics, log, inLine, mistake, tryAgain, dropped }: PlacesOptions) {
	const places = new Map<string, Place>();

	return {
		all: () => places.values(),
		named: (name: string) => places.get(name),
		inTurn,
		look,
		handOver,
		watch,
		askAgain,
		forget,
		tellHowFar,
	};

	function inTurn(place: Place, work: () => Promise<void> | void): Promise<void> {
		place.turn = place.turn.then(work).catch((error: unknown) => {
			log.warn({ error: traceOf(error) }, 'live');
			// The database may be restarting. What is new will still be there.
			setTimeout(() => void look(place), 1000).unref();
		});
		return place.turn;
	}

	/** Reads what is new, once, however many nudges came meanwhile. `wanted` is the change the nudge was about. */
	function look(place: Place, wanted = Number.POSITIVE_INFINITY): Promise<void> {
		place.wanted = Math.max(place.wanted, wanted);
		if (place.nudged || place.wanted <= place.change) return place.turn;
		place.nudged = true;
		return inTurn(place, async () => {
			place.nudged = false;
			if (!isHeard(place)) return;
			while (place.change < place.wanted) {
				const lines = await place.topic.since(spine.db, spine.vault, place.id, place.change);
				const last = lines.at(-1);
				if (last) give(place, lines, last.change);
				else place.wanted = place.change;
			}
		});
	}

	/** What this process itself has just committed need not be read again, if it is the very next. */
	function handOver(name: string, lines: readonly Change[]) {
		const place = places.get(name);
		if (!place || !isHeard(place)) return;
		place.spokenInHere = true;
		void inTurn(place, () => {
			const follow = lines.every(({ change }, n) => change === place.change + 1 + n);
			if (follow && isHeard(place)) give(place, lines, place.change + lines.length);
		});
	}

	function isHeard({ watchers }: Place) {
		return watchers.values().some(({ live }) => live);
	}

	/** Makes one frame for everyone who is shown every line and has seen none of them. */
	function give(place: Place, lines: readonly Change[], to: number) {
		const from = place.change;
		place.change = to;
		let whole: Buffer | undefined;
		for (const watcher of place.watchers.values()) {
			if (!watcher.live || watcher.sent >= to) continue;
			const shown = linesFor(watcher, lines);
			// Also when none of them is for this viewer, so that nobody looks for a line that is not theirs.
			const frame =
				shown.length === lines.length && watcher.sent === from
					? (whole ??= linesFrame(place.name, from, lines, to))
					: linesFrame(place.name, watcher.sent, shown, to);
			if (!send(watcher.client, frame)) dropped();
			watcher.sent = Math.max(watcher.sent, to);
		}
	}

	function linesFor(watcher: Watcher, lines: readonly Change[]) {
		if (watcher.hidden.size === 0 && lines[0]!.change > watcher.sent) return lines;
		return lines.filter((line) => line.change > watcher.sent && isShown(watcher, line[by]));
	}

	/** Says to a client how far it has been told, so that whoever missed the last thing that happened finds out. */
	function tellHowFar(client: Client) {
		for (const place of client.watching.values()) {
			const watcher = place.watchers.get(client)!;
			if (watcher.live) send(client, liveFrame(place.name, watcher.sent));
		}
	}

	/** Stands in the place before asking whether it may, so that whoever’s right ends meanwhile is found there. */
	async function watch(client: Client, name: string, after: number | undefined) {
		const colon = name.indexOf(':');
		const topic = topics.find(({ prefix }) => prefix === name.slice(0, colon));
		const id = name.slice(colon + 1);
		const before = client.watching.get(name);
		// Asked for again by somebody who noticed that something did not come: from there, once more.
		if (before) forget(before, client);
		if (!topic || client.watching.size >= WATCHES_A_SOCKET) return mistake(client);

		const place = places.get(name) ?? newPlace(name, topic, id);
		places.set(name, place);
		const sent = after ?? Number.MAX_SAFE_INTEGER;
		const watcher: Watcher = { client, sent, live: false, hidden: nobody, asked: 0 };
		place.watchers.set(client, watcher);
		client.watching.set(name, place);

		if (!(await isAdmitted(place, watcher))) {
			if (stands(place, watcher)) putOut(place, client);
			return mistake(client);
		}
		comeIn(place, watcher, after).catch((error: unknown) => tryAgain(client, error));
	}

	/**
	 * Catches up as fast as the client reads, without holding up anybody else; then, in the place’s own turn, with
	 * whatever came meanwhile, so that nothing falls between what was missed and what is live. Where others are live and
	 * have been given no more than it has, there is nothing to look for.
	 */
	async function comeIn(place: Place, watcher: Watcher, after: number | undefined) {
		watcher.sent = after ?? (await inLine(() => place.topic.latest(spine.db, place.id)));
		if (after !== undefined) while (await catchUp(place, watcher, 'as it reads'));
		let trouble: unknown;
		await inTurn(place, async () => {
			try {
				while (
					(!isHeard(place) || watcher.sent < place.change) &&
					(await catchUp(place, watcher, 'at once'))
				);
				if (!stands(place, watcher)) return;
				if (!isHeard(place)) place.change = watcher.sent;
				watcher.live = true;
				send(watcher.client, liveFrame(place.name, watcher.sent));
			} catch (error) {
				trouble = error;
			}
		});
		if (trouble) throw trouble;
	}

	/** Sends the next lines it missed. False when there are none. */
	async function catchUp(place: Place, watcher: Watcher, pace: 'as it reads' | 'at once'): Promise<boolean> {
		if (!stands(place, watcher)) return false;
		const read = () => place.topic.since(spine.db, spine.vault, place.id, watcher.sent);
		// Nobody waits in line while a place waits for them.
		const lines = await (pace === 'at once' ? read() : inLine(read));
		const last = lines.at(-1);
		if (!last || !stands(place, watcher)) return false;
		const shown = linesFor(watcher, lines);
		const frame = linesFrame(place.name, watcher.sent, shown, last.change);
		watcher.sent = last.change;
		if (pace === 'at once') send(watcher.client, frame);
		else await new Promise<void>((sent) => send(watcher.client, frame, sent));
		return true;
	}

	function stands(place: Place, watcher: Watcher) {
		return place.watchers.get(watcher.client) === watcher;
	}

	/** Asks whether somebody may watch, and whose lines they are not shown while they do. */
	async function isAdmitted({ topic, id }: Place, watcher: Watcher) {
		const { client } = watcher;
		if (client.holder?.topics && !client.holder.topics.includes(topic.prefix)) return false;
		const asked = ++watcher.asked;
		return inLine(async () => {
			const viewer = client.holder?.viewer ?? null;
			if ((await topic.admit(spine.db, viewer, id, rightNow())).refused) return false;
			const hidden = (viewer && (await topic.hiddenFrom?.(spine.db, viewer))) ?? nobody;
			if (asked === watcher.asked) watcher.hidden = hidden;
			return true;
		});
	}

	/** Whoever may no longer watch hears nothing more; neither does anybody of whom that cannot be known now. */
	async function askAgain(place: Place, client: Client) {
		const watcher = place.watchers.get(client);
		if (!watcher) return;
		try {
			if (!(await isAdmitted(place, watcher)) && place.watchers.has(client)) putOut(place, client);
		} catch (error) {
			tryAgain(client, error);
		}
	}

	function putOut(place: Place, client: Client) {
		forget(place, client);
		send(client, closedFrame(place.name));
	}

	function forget(place: Place, client: Client) {
		place.watchers.delete(client);
		client.watching.delete(place.name);
		if (place.watchers.size === 0 && places.get(place.name) === place) places.delete(place.name);
	}
}

const newPlace = (name: string, topic: Topic, id: string): Place => ({
	name,
	topic,
	id,
	change: 0,
	wanted: 0,
	watchers: new Map(),
	turn: Promise.resolve(),
	nudged: false,
	writing: new Map(),
	spokenInHere: false,
});
