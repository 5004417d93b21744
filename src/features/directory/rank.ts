import { days, hours } from '#platform/time.ts';
import { bm25, type Document } from './bm25.ts';
import { wallOf } from './coming.ts';
import type { Understood } from './concepts.ts';
import type { ListingId } from './events.ts';
import type { Listing } from './listing.ts';
import { distance, type Point } from './place.ts';
import {
	fitsInto,
	HOUR,
	liesIn,
	momentOf,
	nextOf,
	stretchesOf,
	type FreeHours,
	type Kept,
	type Stretch,
	type When,
} from './when.ts';

/** What is weighed of a listing. */
export interface Weighed
	extends
		Document,
		Pick<
			Listing,
			'name' | 'group' | 'place' | 'languages' | 'size' | 'newcomersWelcome' | 'observersWelcome' | 'types'
		> {
	id: ListingId;
	/** Before anything was asked: 0 to 1. */
	welcome: number;
	position: Point | null;
	coming: readonly Kept[];
	/** When somebody last said that it is so. */
	confirmed: Date | null;
	/** Whether it says all that was asked for, or only some of it. */
	saysAll: boolean;
}

/** Who asks, and what for. */
export interface Wanting {
	understood: Understood;
	when: When;
	stretches: readonly Stretch[] | undefined;
	hours: readonly FreeHours[];
	near: (Point & { km: number }) | undefined;
	now: Date;
	/** The reader’s. */
	zone: string;
}

/** Why something is where it is in the list, as it can be told. */
export type Reason =
	| { why: 'says'; words: readonly string[] }
	| { why: 'now' | 'fits-your-hours' | 'newcomers' | 'observers' | 'confirmed' }
	| { why: 'near'; km: number }
	| { why: 'small'; size: number };

export interface Ranked {
	id: ListingId;
	score: number;
	saysAll: boolean;
	reasons: Reason[];
	next: Kept | undefined;
	km: number | undefined;
}

/** What each thing counts for. What was asked for counts 1; nothing is counted of how many people looked at it. */
const counts = {
	hours: 0.3,
	language: 0.15,
	wish: 0.3,
	near: 0.3,
	welcome: 0.15,
	soon: 0.08,
	fresh: 0.06,
} as const;

/** Best first: what says most of what was asked for and suits a newcomer best, without ten alike in a row. */
export function rank(some: readonly Weighed[], wanting: Wanting, { bm25: byWords = true } = {}): Ranked[] {
	const { concepts, of } = wanting.understood;
	const shares = some.map((each) => bm25(each, concepts, of));
	const most = Math.max(...shares.map(sum), Number.MIN_VALUE);
	const wished =
		wanting.understood.wish &&
		stretchesOf({ ...wanting.when, when: wanting.understood.wish }, wanting.now, wanting.zone);

	const moment = {
		...wanting,
		isNow: wanting.when.when === 'now',
		wallNow: wallOf(wanting.now, wanting.zone),
	};

	const weighed = some.map((each, n) => {
		const next = nextOf(each.coming, moment);
		const km = wanting.near && each.position ? distance(wanting.near, each.position) : undefined;
		const fits = each.coming.some((time) => fitsInto(wanting.hours, time, wanting.zone));
		const suits = wished !== undefined && each.coming.some((time) => liesIn(time, wished));
		const soon = next
			? Math.exp(-Math.max(0, momentOf(next, wanting.zone) - wanting.now.getTime()) / hours(36))
			: 0;
		const nearness = km === undefined ? 0 : Math.exp(-km / wanting.near!.km);
		const asked =
			concepts.length > 0
				? byWords
					? sum(shares[n]!) / most
					: 1 - n / some.length
				: wanting.near
					? nearness
					: soon;
		const score =
			asked +
			counts.hours * Number(fits) +
			counts.wish * Number(suits) +
			counts.near * nearness +
			counts.language *
				Number(each.languages.some((tag) => tag.split('-')[0] === wanting.understood.language)) +
			counts.welcome * each.welcome +
			counts.soon * soon +
			counts.fresh * freshness(each.confirmed, wanting.now);
		return {
			each,
			score,
			next,
			km,
			reasons: reasonsFor(each, { next, km, fits, share: shares[n]! }, wanting),
		};
	});
	return varied(weighed).map(({ each, ...ranked }) => ({ id: each.id, saysAll: each.saysAll, ...ranked }));
}

const sum = (some: readonly number[]) => some.reduce((total, each) => total + each, 0);

/** 1 for what was confirmed just now, 0 after ninety days, and less for what nobody has looked at for a year. */
function freshness(confirmed: Date | null, now: Date): number {
	if (!confirmed) return 0;
	const age = (now.getTime() - confirmed.getTime()) / days(90);
	return age < 1 ? 1 - age : age > 4 ? -1 : 0;
}

interface Known {
	next: Kept | undefined;
	km: number | undefined;
	fits: boolean;
	share: readonly number[];
}

function reasonsFor(
	each: Weighed,
	{ next, km, fits, share }: Known,
	{ understood, now, zone }: Wanting,
): Reason[] {
	const said = understood.concepts.filter((_, n) => share[n]! > 0).map(({ asked }) => asked);
	const isOn = next !== undefined && momentOf(next, zone) - now.getTime() < HOUR / 2;
	return [
		...(said.length > 0 ? [{ why: 'says' as const, words: said.slice(0, 4) }] : []),
		...(isOn ? [{ why: 'now' as const }] : []),
		...(fits ? [{ why: 'fits-your-hours' as const }] : []),
		...(km === undefined ? [] : [{ why: 'near' as const, km }]),
		...(each.newcomersWelcome || each.types.includes('BE') ? [{ why: 'newcomers' as const }] : []),
		...(each.size !== null && each.size <= 12 ? [{ why: 'small' as const, size: each.size }] : []),
		...(each.observersWelcome ? [{ why: 'observers' as const }] : []),
		...(freshness(each.confirmed, now) > 0 ? [{ why: 'confirmed' as const }] : []),
	].slice(0, 3);
}

/** How much each one that is alike and already above takes from it, and how far down it is looked for others. */
const ALIKE = { name: 0.2, group: 0.08, place: 0.05 } as const;
const VARIED = 100;

/**
 * Maximal marginal relevance, simply: of what is left, the best, less what resembles it above. Those that say all stay
 * first. What is alike only ever loses, so whatever is still worth more than the next one’s last worth is the best.
 */
function varied<Of extends { each: Weighed; score: number }>(weighed: readonly Of[]): Of[] {
	const seen = new Map<string, number>();
	const left = weighed
		.map((one) => ({ one, keys: keysOf(one.each), worth: one.score + (one.each.saysAll ? SAYS_ALL : 0) }))
		.toSorted((a, b) => b.worth - a.worth);
	const first = new Map(left.map((one) => [one, one.worth]));

	const chosen: Of[] = [];
	while (left.length > 0 && chosen.length < VARIED) {
		const best = left.shift()!;
		const alike = sum(best.keys.map(([key, less]) => less * Math.min(4, seen.get(key) ?? 0)));
		best.worth = first.get(best)! - alike;
		const after = left.findIndex(({ worth }) => worth <= best.worth);
		if (after > 0 || (after < 0 && left.length > 0)) {
			left.splice(after < 0 ? left.length : after, 0, best);
			continue;
		}
		chosen.push(best.one);
		for (const [key] of best.keys) seen.set(key, (seen.get(key) ?? 0) + 1);
	}
	return [...chosen, ...left.map(({ one }) => one)];
}

/** More than anything else adds up to. */
const SAYS_ALL = 100;

const keysOf = ({ name, group, place }: Weighed): readonly (readonly [string, number])[] => [
	[`name ${name.toLowerCase()}`, ALIKE.name],
	...(group ? [[`group ${group.toLowerCase()}`, ALIKE.group] as const] : []),
	...(place ? [[`place ${place.toLowerCase()}`, ALIKE.place] as const] : []),
];
