import { offersOf, type Supporter } from './supporter.ts';
import { bitsIn, SLOTS, slotsOf } from './week.ts';

/**
 * All supporters of an organisation, turned around: for each thing to look for, who has it. Made once for a batch, or kept
 * while supporters stay as they are. Its order is that of their ids, so that nothing depends on how rows came.
 */
export interface Roster {
	supporters: readonly Supporter[];
	placeOf: ReadonlyMap<string, number>;
	/**
	 * Who has what, one bit for each place: `band:adult`, `speaks:es:2` (that well or better), `lived:grief`,
	 * `gender:woman`, `declines:debt`, `tie:town:7`, `avoids:<id>`, `open`, `room`.
	 */
	having: ReadonlyMap<string, Uint32Array>;
	/** Who has time in each half hour of the week. */
	freeAt: readonly Uint32Array[];
	/** 32-bit words in a set of supporters. */
	words: number;
}

export function rosterOf(unordered: readonly Supporter[]): Roster {
	const supporters = [...unordered].sort((one, other) => (one.id < other.id ? -1 : 1));
	const words = Math.ceil(supporters.length / 32);
	return {
		supporters,
		placeOf: new Map(supporters.map(({ id }, place) => [id, place])),
		having: gather(supporters, words),
		freeAt: timetable(supporters, words),
		words,
	};
}

/**
 * The same roster with some supporters as they are now. Only what they carry may have changed: `open`, `pairings`, `cap` and
 * `room`; whoever tells something else about themselves needs a new roster.
 */
export function carryingNow(roster: Roster, changed: readonly Supporter[]): Roster {
	const supporters = [...roster.supporters];
	for (const supporter of changed) {
		const place = roster.placeOf.get(supporter.id);
		if (place === undefined) throw new Error('Whoever is new needs a new roster.');
		supporters[place] = supporter;
	}
	const those = (are: (supporter: Supporter) => boolean) => {
		const set = new Uint32Array(roster.words);
		supporters.forEach((supporter, place) => are(supporter) && addOne(set, place));
		return set;
	};
	const having = new Map(roster.having).set('open', those(isOpen)).set('room', those(hasRoom));
	return { ...roster, supporters, having };
}

/** Everybody who has any of these things. Not to be changed: it may be the roster’s own. */
export function setOf({ having, words }: Roster, keys: readonly string[]): Uint32Array {
	const [first, ...more] = keys;
	const only = first === undefined ? undefined : having.get(first);
	if (only && more.length === 0) return only;
	const union = new Uint32Array(words);
	for (const key of keys) {
		const set = having.get(key);
		if (set) for (let word = 0; word < words; word++) union[word]! |= set[word]!;
	}
	return union;
}

/** A number for each supporter, by their place. */
export function numbersOf(
	{ supporters }: Roster,
	number: (supporter: Supporter, place: number) => number,
): Float64Array {
	const numbers = new Float64Array(supporters.length);
	for (let place = 0; place < numbers.length; place++) numbers[place] = number(supporters[place]!, place);
	return numbers;
}

/** How many are in a set. */
export const sizeOf = (set: Uint32Array | undefined): number =>
	set ? set.reduce((count, word) => count + bitsIn(word), 0) : 0;

/** Some supporters by their ids; whoever is not in the roster is left out. */
export function setOfThose({ placeOf, words }: Roster, ids: readonly string[]): Uint32Array {
	const set = new Uint32Array(words);
	for (const id of ids) {
		const place = placeOf.get(id);
		if (place !== undefined) addOne(set, place);
	}
	return set;
}

/** Who is in a set and who is not, by their place. */
export const isIn = (set: Uint32Array, place: number): boolean => ((set[place >>> 5]! >>> place) & 1) === 1;

function addOne(set: Uint32Array, place: number): void {
	set[place >>> 5]! |= 1 << place;
}

function gather(supporters: readonly Supporter[], words: number): Map<string, Uint32Array> {
	const having = new Map<string, Uint32Array>();
	supporters.forEach((supporter, place) => {
		for (const key of keysOf(supporter)) {
			const set = having.get(key) ?? new Uint32Array(words);
			addOne(set, place);
			having.set(key, set);
		}
	});
	return having;
}

const keysOf = (supporter: Supporter): string[] => [
	`band:${supporter.ageBand}`,
	...supporter.languages.flatMap(({ language, fluency }) =>
		[1, 2, 3].filter((level) => level <= fluency).map((level) => `speaks:${language}:${level}`),
	),
	...offersOf(supporter),
	...supporter.declines.map((topic) => `declines:${topic}`),
	...supporter.ties.map((tie) => `tie:${tie}`),
	...supporter.avoids.map((id) => `avoids:${id}`),
	...(isOpen(supporter) ? ['open'] : []),
	...(hasRoom(supporter) ? ['room'] : []),
];

const isOpen = ({ open }: Supporter) => open;
const hasRoom = ({ room }: Supporter) => room > 0;

function timetable(supporters: readonly Supporter[], words: number): Uint32Array[] {
	const nobody = new Uint32Array(words);
	const freeAt = Array.from({ length: SLOTS }, () => nobody);
	supporters.forEach(({ hours }, place) => {
		for (const slot of slotsOf(hours)) {
			if (freeAt[slot] === nobody) freeAt[slot] = new Uint32Array(words);
			addOne(freeAt[slot]!, place);
		}
	});
	return freeAt;
}
