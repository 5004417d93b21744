import type { PersonId } from '#platform/ids.ts';
import type { Match } from './batch.ts';
import { bestOver, type Search } from './candidates.ts';
import type { Member } from './member.ts';
import { numbersOf, type Roster } from './roster.ts';
import { reasonsFor } from './score.ts';

/** How many supporters are suggested. */
export const SUGGESTIONS = 3;

/** What placing somebody who has just come goes by: that of a batch, and the prices it left. */
export interface ArrivalTerms extends Omit<Search, 'prices' | 'keep'> {
	prices: ReadonlyMap<PersonId, number>;
}

/**
 * Up to three supporters for somebody who has just asked, without waiting for the next batch: those from whom most is left
 * after what their place is worth to others. Whoever is worth more to others is not suggested.
 */
export function suggestionsOver(roster: Roster, terms: ArrivalTerms): (member: Member) => Match[] {
	const prices = numbersOf(roster, ({ id }) => finite(terms.prices.get(id)));
	const bestFor = bestOver(roster, { ...terms, prices, keep: SUGGESTIONS });
	return (member) => {
		const { count, places, scores, weights } = bestFor(member);
		return Array.from({ length: count }, (_, at) => ({
			place: places[at]!,
			score: scores[at]!,
			weight: weights[at]!,
		}))
			.filter(({ place, weight }) => weight > prices[place]!)
			.map(({ place, score, weight }) => {
				const supporter = roster.supporters[place]!;
				const reasons = reasonsFor(member, supporter, terms.rarity, terms.shares);
				return { member: member.id, supporter: supporter.id, score, weight, reasons };
			});
	};
}

/** Whoever was full when prices were made, without anybody wanting to pay, costs nothing once there is room again. */
const finite = (price: number | undefined) => (price !== undefined && Number.isFinite(price) ? price : 0);
