import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { auction } from './auction.ts';
import { candidatesFor, type Search } from './candidates.ts';
import { certify, type Certificate } from './certificate.ts';
import { EXACT_UP_TO, matchExactly } from './exact.ts';
import { NONE, type Assignment, type Graph } from './graph.ts';
import type { Member } from './member.ts';
import type { Roster } from './roster.ts';
import { scarceSkills } from './scarcity.ts';
import { reasonsFor, score, type Reason } from './score.ts';

/** A supporter for a member: how well they fit, what that is worth to everybody, and the words for it. */
export interface Match {
	member: PersonId;
	supporter: PersonId;
	/** Between 0 and 1. Never shown to anybody as a number. */
	score: number;
	weight: number;
	reasons: Reason[];
}

/** What a run comes to. */
export interface Batch {
	/** In the order of the members’ ids. */
	matches: Match[];
	/** Who waits on: all who could take them are full, or nobody could. */
	waiting: PersonId[];
	/** How close this is to the best there is, among the candidates that were kept. */
	certificate: Certificate;
	/** What a place with each supporter is worth to others; until the next run, arrivals are placed by it. */
	prices: ReadonlyMap<PersonId, number>;
	/** Skills to be thrifty with until then. */
	scarce: ReadonlySet<string>;
}

/** What a run goes by. The scarce skills are those of the people who wait. */
export type Terms = Omit<Search, 'scarce' | 'prices'>;

/** Pairs those who wait with those who have room, so that it is worth nearly as much to all as it can be. */
export const matchBatch = (waiting: readonly Member[], roster: Roster, terms: Terms): Batch =>
	runBatch(waiting, roster, terms, auction);

/** The same, looking for the best there is among all who could be paired. For up to ten thousand people. */
export function matchBatchExactly(
	waiting: readonly Member[],
	roster: Roster,
	terms: Terms,
): Batch | Refused<'too-many-people'> {
	if (waiting.length + roster.supporters.length > EXACT_UP_TO) return refuse('too-many-people');
	return runBatch(waiting, roster, { ...terms, keep: roster.supporters.length }, matchExactly);
}

function runBatch(
	unordered: readonly Member[],
	roster: Roster,
	terms: Terms,
	assign: (graph: Graph) => Assignment,
): Batch {
	const members = [...unordered].sort((one, other) => (one.id < other.id ? -1 : 1));
	const scarce = scarceSkills(members, roster);
	const candidates = candidatesFor(members, roster, { ...terms, scarce });
	const room = Uint32Array.from(roster.supporters, ({ open, room }) => (open ? Math.max(0, room) : 0));
	const graph: Graph = { ...candidates, room };
	const assignment = assign(graph);

	const matches = members.flatMap((member, index): Match[] => {
		const edge = assignment.chosen[index]!;
		if (edge === NONE) return [];
		const supporter = roster.supporters[graph.supporter[edge]!]!;
		return [
			{
				member: member.id,
				supporter: supporter.id,
				score: score(member, supporter, terms.rarity, terms.shares),
				weight: graph.weight[edge]!,
				reasons: reasonsFor(member, supporter, terms.rarity, terms.shares),
			},
		];
	});
	return {
		matches,
		waiting: members.flatMap(({ id }, index) => (assignment.chosen[index] === NONE ? [id] : [])),
		certificate: certify(graph, assignment),
		prices: new Map(roster.supporters.map(({ id }, place) => [id, assignment.price[place]!])),
		scarce,
	};
}
