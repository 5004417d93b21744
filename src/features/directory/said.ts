import type { Listing } from './listing.ts';
import { partOf, type Day, type PartOfDay } from './times.ts';
import { folded, wordsIn } from './words.ts';

/** How much a word says about a listing, by where it stands. PostgreSQL’s letters: A most, D least. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** The names of what lists say in codes, in every language there is: `names.type('W')` is Women, Mujeres. */
export interface Names {
	type(code: string): readonly string[];
	language(tag: string): readonly string[];
	/** Day of the week, part of the day, and whatever else is said by a code of ours. */
	fact(name: string): readonly string[];
}

/** Everything that a listing can be found by in words, by weight. Each of its fields is in it whole. */
export function saidBy(listing: Listing, body: string | null, names: Names): Record<Weight, string[]> {
	const facts = attributesOf(listing).flatMap((name) => names.fact(name));
	const all = (...some: readonly (string | null | undefined)[]) => some.filter((each) => each != null);
	return {
		A: all(listing.name, listing.group, ...listing.topics),
		B: [
			...all(listing.about, listing.identity),
			...listing.types.flatMap((code) => names.type(code)),
			...listing.languages.flatMap((tag) => names.language(tag)),
			...facts,
		],
		C: [
			...all(listing.place, listing.address, listing.region, listing.postcode, listing.country, body),
			...listing.days.flatMap((day) => names.fact(`day.${day}`)),
			...(listing.time === null ? [] : names.fact(`part.${partOf(hourIn(listing.time))}`)),
			...all(listing.time),
		],
		D: all(
			listing.notes,
			listing.placeNotes,
			listing.onlineNotes,
			listing.phoneNotes,
			listing.joining,
			listing.cost,
			listing.phone,
			listing.onlineUrl,
			listing.website,
		),
	};
}

/** What has a name of its own, because people look for it. */
function attributesOf(listing: Listing): string[] {
	return [
		listing.form,
		listing.kind,
		...listing.access,
		...(listing.structure ? [listing.structure] : []),
		...(listing.inPerson ? ['in-person'] : []),
		...(listing.here || listing.onlineUrl ? ['online'] : []),
		...(listing.phone ? ['phone'] : []),
		...(listing.newcomersWelcome ? ['newcomers'] : []),
		...(listing.observersWelcome ? ['observers'] : []),
		...(listing.cost === null ? ['free'] : []),
		...(listing.ageBand === 'adult' ? [] : [`band.${listing.ageBand}`]),
	];
}

/** A day of the week and a part of it on which something is, on its own clocks; either may be unknown. */
export interface Held {
	day: Day | undefined;
	part: PartOfDay | undefined;
}

/**
 * All that can be asked of a listing with yes or no, as words that no text can hold: each begins with “#”. `held` is
 * empty where its own clocks do not count. A question is then part of the same look into the index as the words.
 */
export function factsOf(listing: Listing, held: readonly Held[]): string[] {
	const { kind, form, ageBand, topics, languages, access, types } = listing;
	const facts = [
		EVERYTHING,
		`kind:${kind}`,
		`form:${form}`,
		`band:${ageBand}`,
		...topics.map((topic) => `topic:${topicKey(topic)}`),
		...languages.map((tag) => `lang:${tag.toLowerCase().split('-')[0]}`),
		...access.map((need) => `access:${need}`),
		...types.map((code) => `type:${code.toLowerCase()}`),
		...(listing.inPerson ? ['in-person'] : []),
		...(listing.here || listing.onlineUrl || listing.phone ? ['online'] : []),
		...(listing.phone ? ['phone'] : []),
		...(listing.cost === null ? ['free'] : []),
		...(listing.newcomersWelcome || types.includes('BE') ? ['newcomers'] : []),
		...(listing.observersWelcome ? ['observers'] : []),
		...(listing.position ? [] : ['somewhere']),
		...held.flatMap(({ day, part }) => [
			...(day === undefined ? [] : [`day:${day}`]),
			...(part === undefined ? [] : [`part:${part}`]),
			...(day === undefined || part === undefined ? [] : [`at:${day}-${part}`]),
		]),
	];
	return [...new Set(facts)].map((fact) => `#${fact}`);
}

/** What every listing has. */
export const EVERYTHING = 'all';

/** A topic as it stands in addresses: however it is capitalised, it is one. */
export const topicKey = (topic: string): string =>
	folded(topic)
		.match(/[\p{L}\p{N}]+/gu)
		?.join('-') ?? '';

/** A tsvector, as PostgreSQL reads one, and how many words are in it. */
export function termsOf(
	said: Record<Weight, string[]>,
	facts: readonly string[],
): { terms: string; length: number } {
	const places = new Map<string, string[]>();
	let place = 0;
	for (const weight of ['A', 'B', 'C', 'D'] as const)
		for (const word of said[weight].flatMap(wordsIn)) {
			if (!places.has(word)) places.set(word, []);
			// PostgreSQL counts no further than this.
			const at = Math.min(++place, 16_383);
			const known = places.get(word)!;
			if (known.length < 200) known.push(`${at}${weight}`);
		}
	const words = [...places].map(([word, at]) => `'${word}':${at.join(',')}`);
	return { terms: [...facts.map((fact) => `'${fact}'`), ...words].join(' '), length: place };
}

const hourIn = (time: string) => Number(time.slice(0, 2));

/** How well something takes in somebody new, before anybody has asked for anything: 0 to 1. Nothing of it is popularity. */
export function welcomeOf({ newcomersWelcome, observersWelcome, size, about, types }: Listing): number {
	const small = size !== null && size <= 12 ? 0.2 : 0;
	const said = (about ? 0.15 : 0) + (newcomersWelcome || types.includes('BE') ? 0.4 : 0);
	return Math.min(1, 0.15 + said + small + (observersWelcome ? 0.1 : 0));
}
