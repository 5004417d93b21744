import { after, days } from '#platform/time.ts';

/** What nobody has confirmed for so long says so, and is found further down. */
export const STALE_AFTER = days(90);

/** Who last said that a listing is still so: those who keep it here, the group itself by its link, or its list. */
export type ConfirmedBy = 'keeper' | 'group' | 'list';

/** How sure one can be of a listing. A place of our own answers for itself. */
export type Freshness =
	| { is: 'our-own' }
	| { is: 'fresh' | 'stale'; by: ConfirmedBy; at: Date }
	/** Nobody ever has. */
	| { is: 'stale'; by: null; at: null };

export interface Confirmed {
	ours: boolean;
	confirmedAt: Date | null;
	confirmedAs: 'keeper' | 'group' | null;
	/** When the list that it is in was last brought in. */
	listedAt: Date | null;
}

/** The latest word counts, whoever gave it. */
export function freshnessOf({ ours, confirmedAt, confirmedAs, listedAt }: Confirmed, now: Date): Freshness {
	if (ours) return { is: 'our-own' };
	const words = [
		...(confirmedAt && confirmedAs ? [{ at: confirmedAt, by: confirmedAs }] : []),
		...(listedAt ? [{ at: listedAt, by: 'list' as const }] : []),
	];
	const [latest] = words.sort((a, b) => b.at.getTime() - a.at.getTime());
	if (!latest) return { is: 'stale', by: null, at: null };
	return { is: after(latest.at, STALE_AFTER) <= now ? 'stale' : 'fresh', ...latest };
}
