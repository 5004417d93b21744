import { countsFor, type Count } from './counts.ts';
import type { Member } from './member.ts';
import type { Rarity } from './rarity.ts';
import { Ranking } from './ranking.ts';
import { isIn, numbersOf, setOf, sizeOf, type Roster } from './roster.ts';
import { scarceNeeds } from './scarcity.ts';
import type { shares } from './score.ts';
import { sharedHoursOver } from './shared-hours.ts';
import { sieve } from './sieve.ts';
import { lowestBit } from './week.ts';
import { burden, knobs, PERFECT, standing, thrift, weight, type Knobs } from './weight.ts';

/** How many supporters are kept for each member, unless said otherwise. */
export const KEPT = 32;

/** What looking for candidates goes by. */
export interface Search {
	rarity: Rarity;
	/** Skills to be thrifty with, from `scarcity.ts`. */
	scarce?: ReadonlySet<string>;
	knobs?: Knobs;
	shares?: typeof shares;
	/** How many to keep for each member. */
	keep?: number;
	/** What each supporter’s time is worth to others, by place in the roster: the prices of the last batch. */
	prices?: Float64Array;
}

/** The best for one member, best first. Used again for the next member. */
export interface Best {
	/** How many could take this member, whether or not they have room now. */
	options: number;
	/** How many of the best there are. */
	count: number;
	places: Uint32Array;
	scores: Float64Array;
	/** What each pairing is worth, without what it costs others. */
	weights: Int32Array;
}

/** Who could be paired with whom and what it is worth: the edges of each member together, one after the other. */
export interface Candidates {
	/** Where each member’s edges begin; one more, where the last one’s end. */
	start: Uint32Array;
	supporter: Uint32Array;
	weight: Int32Array;
	/** How many could take each member. */
	options: Uint32Array;
}

export function candidatesFor(members: readonly Member[], roster: Roster, search: Search): Candidates {
	const most = members.length * Math.min(search.keep ?? KEPT, roster.supporters.length);
	const start = new Uint32Array(members.length + 1);
	const options = new Uint32Array(members.length);
	const supporter = new Uint32Array(most);
	const worth = new Int32Array(most);
	const bestFor = bestOver(roster, search);
	let edges = 0;
	members.forEach((member, index) => {
		const best = bestFor(member);
		options[index] = best.options;
		for (let at = 0; at < best.count; at++) {
			supporter[edges] = best.places[at]!;
			worth[edges++] = best.weights[at]!;
		}
		start[index + 1] = edges;
	});
	return { start, supporter: supporter.subarray(0, edges), weight: worth.subarray(0, edges), options };
}

/** Looks over a whole roster for one member at a time. */
export function bestOver(roster: Roster, search: Search): (member: Member) => Best {
	const { supporters, words } = roster;
	const { knobs: by = knobs, prices = new Float64Array(supporters.length) } = search;
	const hoursSharedBy = sharedHoursOver(roster);
	const scarceFor = scarceOver(roster, search.scarce ?? new Set());
	const burdens = numbersOf(roster, (supporter) => burden(supporter, by));
	const thrifts = numbersOf(roster, (supporter) => thrift(supporter, by));
	const withRoom = setOf(roster, ['room']);
	const ranking = new Ranking(Math.min(search.keep ?? KEPT, supporters.length));
	const weights = new Int32Array(Math.min(search.keep ?? KEPT, supporters.length));
	const scores = new Float64Array(supporters.length);

	return (member) => {
		const hours = hoursSharedBy(member.hours);
		const able = sieve(member, roster, hours);
		const counts = countsFor(member, roster, { hours, rarity: search.rarity, shares: search.shares });
		const scarce = scarceFor(member);
		const reluctance = (place: number) => burdens[place]! + (isIn(scarce, place) ? thrifts[place]! : 0);
		scores.fill(0);
		for (const count of counts) addUp(count, able, scores);
		ranking.clear();
		for (let word = 0; word < words; word++) {
			const here = able[word]! & withRoom[word]!;
			for (let bits = here; bits !== 0; bits &= bits - 1) {
				const place = word * 32 + lowestBit(bits);
				const rank = PERFECT * scores[place]! - reluctance(place) - prices[place]!;
				if (rank > ranking.threshold) ranking.add(place, scores[place]!, rank);
			}
		}
		const options = sizeOf(able);
		const worth = standing(member, options, by);
		for (let at = 0; at < ranking.count; at++)
			weights[at] = weight(ranking.scores[at]!, worth, reluctance(ranking.places[at]!));
		return { options, count: ranking.count, places: ranking.places, scores: ranking.scores, weights };
	};
}

/** Adds what counts to the scores of all of whom it is true. */
function addUp({ those, adds }: Count, able: Uint32Array, scores: Float64Array): void {
	for (let word = 0; word < able.length; word++)
		for (let bits = those[word]! & able[word]!; bits !== 0; bits &= bits - 1)
			scores[word * 32 + lowestBit(bits)]! += adds;
}

/** Who has a scarce skill that a member does not need. */
function scarceOver(roster: Roster, scarce: ReadonlySet<string>): (member: Member) => Uint32Array {
	const forMost = setOf(roster, [...scarce]);
	return (member) => {
		const needed = scarceNeeds(member, scarce, roster);
		return needed.length === 0 ? forMost : setOf(roster, [...scarce.difference(new Set(needed))]);
	};
}
