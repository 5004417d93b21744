import type { Ask, Organisation, Policy } from '../organisation.ts';
import { fittingNow } from './fitting.ts';

/** Whoever asked first is offered whoever fits them best among those who have room, at once or as soon as somebody has. */
export function firstCome(): Policy {
	const fitting = fittingNow(1);
	const offerBest = (ask: Ask, here: Organisation) => {
		const [best] = fitting(ask, here);
		if (best) here.offer(ask, best.id);
	};
	return {
		name: 'first come, best fit',
		asked: offerBest,
		hourly: (here) => here.waiting.forEach((ask) => offerBest(ask, here)),
	};
}
