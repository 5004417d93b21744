import { bestOver } from '#features/matching/candidates.ts';
import type { Roster } from '#features/matching/roster.ts';
import type { Supporter } from '#features/matching/supporter.ts';
import type { Ask, Organisation } from '../organisation.ts';

/** Fit is all that counts. */
export const fitAlone = { hour: 0, longWait: 0, fewOptions: 0, load: 0, scarce: 0 };

/** Looks up who could take somebody now, the best fit first. */
export function fittingNow(keep: number): (ask: Ask, here: Organisation) => Supporter[] {
	let known: { roster: Roster; look: ReturnType<typeof bestOver> } | undefined;
	return (ask, here) => {
		const roster = here.team.rosterNow();
		if (known?.roster !== roster)
			known = { roster, look: bestOver(roster, { rarity: here.rarity, knobs: fitAlone, keep }) };
		const { count, places } = known.look(here.memberNow(ask));
		return [...places.subarray(0, count)].map((place) => roster.supporters[place]!);
	};
}
