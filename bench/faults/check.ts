import type { Entry, Heard, Kept, Seen } from './history.ts';

/** What is wrong, as counts; all zero is well. */
export interface Verdict {
	/** Said and acknowledged. */
	acknowledged: number;
	/** Acknowledged, and not kept; or said differently since, and kept as it was before. */
	lost: number;
	/** Kept twice, or acknowledged in two places. */
	doubled: number;
	/** Taken back and acknowledged as such, and yet there, for a reader or for a client. */
	resurrected: number;
	/** Places without a message, or with two. */
	gaps: number;
	/** Acknowledged before another was begun, and standing behind it. */
	overtaken: number;
	/** Clients that were told changes out of their order, or one of them twice. */
	disordered: number;
	/** Clients that show something else in the end than what is kept. */
	differing: number;
	clients: number;
}

/** Holds what was promised against what is kept and what was heard. */
export function check(history: readonly Entry[], kept: readonly Kept[], heard: readonly Heard[]): Verdict {
	const verdict: Verdict = {
		acknowledged: 0,
		lost: 0,
		doubled: 0,
		resurrected: 0,
		gaps: 0,
		overtaken: 0,
		disordered: heard.filter(({ changes }) => changes.some((change, n) => n > 0 && change <= changes[n - 1]!))
			.length,
		differing: 0,
		clients: heard.length,
	};
	for (const { conversation, messages } of kept) {
		const entries = history.filter((entry) => entry.conversation === conversation);
		const expected = whatWasPromised(entries);
		const there = new Map(messages.map((message) => [message.place, message]));

		verdict.acknowledged += expected.size;
		verdict.doubled += messages.length - new Set(messages.map(({ clientId }) => clientId)).size;
		verdict.doubled += twoPlaces(entries);
		verdict.gaps += messages.filter(({ place }, n) => place !== n + 1).length;
		verdict.overtaken += overtaken(entries);
		for (const [place, { clientId, last }] of expected) {
			const message = there.get(place);
			if (!message || message.clientId !== clientId || (last && !isSame(message, last))) verdict.lost++;
			if (last?.state === 'gone' && message?.body) verdict.resurrected++;
		}
		for (const { shows } of heard.filter((client) => client.conversation === conversation)) {
			if (!agrees(shows, messages)) verdict.differing++;
			for (const [place, { last }] of expected)
				if (last?.state === 'gone' && shows.get(place)?.body) verdict.resurrected++;
		}
	}
	return verdict;
}

const isSame = (one: Seen, other: Seen) => one.state === other.state && one.body === other.body;

const agrees = (shows: Heard['shows'], messages: Kept['messages']) =>
	shows.size === messages.length &&
	messages.every((message) => {
		const shown = shows.get(message.place);
		return shown !== undefined && isSame(shown, message);
	});

/**
 * By place, whose message stands there and how it was left. Its author does one thing after another, so the last one
 * acknowledged is how it must be; unless something later about it never had an answer: then nothing is promised.
 */
function whatWasPromised(entries: readonly Entry[]) {
	const promised = new Map<number, { clientId: string; last: Seen | undefined }>();
	const unanswered = new Set<number>();
	for (const { type, deed, place } of entries) {
		if (deed.do === 'say') {
			if (type === 'ok' && place !== undefined && !promised.has(place))
				promised.set(place, { clientId: deed.clientId, last: { state: 'said', body: deed.body } });
			continue;
		}
		const about = promised.get(deed.place);
		if (!about) continue;
		if (type === 'invoke') unanswered.add(deed.place);
		if (type === 'ok') {
			unanswered.delete(deed.place);
			about.last = deed.do === 'edit' ? { state: 'said', body: deed.body } : { state: 'gone', body: '' };
		}
	}
	for (const place of unanswered) promised.get(place)!.last = undefined;
	return promised;
}

function twoPlaces(entries: readonly Entry[]): number {
	const places = new Map<string, Set<number>>();
	for (const { type, deed, place } of entries)
		if (type === 'ok' && deed.do === 'say' && place !== undefined)
			places.set(deed.clientId, (places.get(deed.clientId) ?? new Set()).add(place));
	return [...places.values()].filter(({ size }) => size > 1).length;
}

/** In real time: whoever has heard that theirs arrived stands before whoever sets out after that. */
function overtaken(entries: readonly Entry[]): number {
	let furthest = 0;
	let count = 0;
	const begunAfter = new Map<string, number>();
	for (const { type, deed, place } of entries) {
		if (deed.do !== 'say') continue;
		if (type === 'invoke' && !begunAfter.has(deed.clientId)) begunAfter.set(deed.clientId, furthest);
		if (type !== 'ok' || place === undefined) continue;
		if (place <= (begunAfter.get(deed.clientId) ?? 0)) count++;
		furthest = Math.max(furthest, place);
	}
	return count;
}
