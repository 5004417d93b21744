import type { Supporter } from '#features/matching/supporter.ts';
import type { Ask, Organisation, Policy } from '../organisation.ts';
import { fittingNow } from './fitting.ts';

const LOOKED_AT = 5;

/** Members choose from a list in which whoever has had most pairings stands first, mostly one of the first. */
export function popularity(): Policy {
	const fitting = fittingNow(Infinity);
	const choose = (ask: Ask, here: Organisation) => {
		const begun = ({ id }: Supporter) => here.team.begun.get(id) ?? 0;
		const listed = fitting(ask, here)
			.sort((one, other) => begun(other) - begun(one))
			.slice(0, LOOKED_AT);
		if (listed.length === 0) return;
		const chosen = listed[ask.draw.pick(listed.map((_, place) => 1 / (place + 1)))]!;
		here.offer(ask, chosen.id);
	};
	return {
		name: 'choosing the popular',
		asked: choose,
		hourly: (here) => here.waiting.forEach((ask) => choose(ask, here)),
	};
}
