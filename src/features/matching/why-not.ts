import type { PersonId } from '#platform/ids.ts';
import { bestOver, type Search } from './candidates.ts';
import { obstaclesBetween, type Obstacle } from './feasible.ts';
import type { Member } from './member.ts';
import type { Roster } from './roster.ts';
import { reasonsFor, type Reason } from './score.ts';

/** Why a member was not paired with a supporter, for coordinators. `matching.why-not.<code>` says each. */
export type WhyNot =
	/** They cannot be, and all that stands between them. */
	| { because: 'obstacles'; obstacles: Obstacle[] }
	/** They can be, and so many others are before this one. */
	| { because: 'others-fit-better'; better: number; reasons: Reason[] }
	/** Nobody is better for the member, but others who wait need the place more. */
	| { because: 'needed-more'; reasons: Reason[] }
	/** Nothing stands between them: the next run may well pair them. */
	| { because: 'nothing'; reasons: Reason[] };

export function whyNot(
	member: Member,
	supporter: PersonId,
	roster: Roster,
	search: Omit<Search, 'keep'>,
): WhyNot | undefined {
	const place = roster.placeOf.get(supporter);
	if (place === undefined) return undefined;
	const who = roster.supporters[place]!;
	const obstacles = obstaclesBetween(member, who);
	if (obstacles.length > 0) return { because: 'obstacles', obstacles };

	const { count, places, weights } = bestOver(roster, { ...search, keep: roster.supporters.length })(member);
	const better = places.subarray(0, count).indexOf(place);
	const reasons = reasonsFor(member, who, search.rarity, search.shares);
	if (weights[better]! <= (search.prices?.[place] ?? 0)) return { because: 'needed-more', reasons };
	return better > 0 ? { because: 'others-fit-better', better, reasons } : { because: 'nothing', reasons };
}
