import type { Connections } from './db.ts';

/** An answer counts if it was proved, so many milliseconds ago at most, that nothing has been missed. */
const PROVED_WITHIN = 1_500;
/** How long after a proof the next is asked for, if somebody needs one. */
const PROVED_AGAIN = 500;
/** However little happens, everything is asked for again after this. */
const KEPT_FOR = 60_000;
const AT_MOST = 20_000;

interface Entry<Known> {
	known: Known;
	until: number;
}

interface How<Known> {
	/** What answers are about: `person`, when a change is said by `person:ID`, or `!person:ID` for a right. */
	about: string;
	/** Which one. */
	idOf(known: Known): string;
	/** Milliseconds, on a clock that nobody sets. */
	clock?(): number;
}

/**
 * Answers of the database that this process has in mind for a moment, because it would hear of a change: whoever makes one
 * nudges within the same transaction. An answer counts only as long as PostgreSQL has just answered on the connection that
 * hears, which it does behind everything committed before. So a change counts here within two seconds, whatever is lost or
 * hangs, and at once if this process made it.
 */
export async function openMemory<Known>(
	connections: Pick<Connections, 'listen'>,
	{ about, idOf, clock = () => performance.now() }: How<Known>,
) {
	const entries = new Map<string, Entry<Known>>();
	/** The keys of everything that is known about one. */
	const keysOf = new Map<string, Set<string>>();
	const change = new RegExp(`^!?${about}:([^ ]+)`);
	/** Grows with each change that was heard of, so that no answer is kept which was on its way meanwhile. */
	let heard = 0;
	let provedAt = Number.NEGATIVE_INFINITY;
	let proving = false;
	let tidiedAt = clock();

	const listening = await connections.listen('nudge', hear, forgetAll);

	/** A nudge: from another process, or from this one before it has come around. */
	function hear(payload: string) {
		const id = change.exec(payload)?.[1];
		if (id === undefined) return;
		heard++;
		for (const key of keysOf.get(id) ?? []) entries.delete(key);
		keysOf.delete(id);
	}

	/** Also when the connection is another: what was said before was perhaps not heard. */
	function forgetAll() {
		heard++;
		entries.clear();
		keysOf.clear();
	}

	/** Nobody who has gone is kept for much longer than they count. */
	function tidy(now: number) {
		if (now - tidiedAt < KEPT_FOR) return;
		tidiedAt = now;
		for (const [key, { known, until }] of entries) {
			if (until > now) continue;
			entries.delete(key);
			const keys = keysOf.get(idOf(known));
			keys?.delete(key);
			if (keys?.size === 0) keysOf.delete(idOf(known));
		}
	}

	async function prove() {
		const asked = clock();
		if (proving || asked - provedAt < PROVED_AGAIN) return;
		proving = true;
		try {
			await listening.hears();
			provedAt = asked;
		} catch {
			provedAt = Number.NEGATIVE_INFINITY;
		} finally {
			proving = false;
		}
	}

	return {
		hear,

		/** What is known under this key, if that is certain. */
		recall(key: string): Known | undefined {
			void prove();
			const now = clock();
			const entry = now - provedAt <= PROVED_WITHIN ? entries.get(key) : undefined;
			return entry && entry.until > now ? entry.known : undefined;
		},

		/** Asks the database, and keeps the answer in mind unless something changed meanwhile. */
		async ask(key: string, question: () => Promise<Known | undefined>): Promise<Known | undefined> {
			const before = heard;
			const known = await question();
			if (known === undefined || heard !== before) return known;
			const now = clock();
			tidy(now);
			if (entries.size >= AT_MOST) forgetAll();
			const id = idOf(known);
			entries.set(key, { known, until: now + KEPT_FOR });
			keysOf.set(id, (keysOf.get(id) ?? new Set()).add(key));
			return known;
		},
	};
}

export type Memory<Known> = Awaited<ReturnType<typeof openMemory<Known>>>;
