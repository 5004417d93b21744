import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { isHere, type Here } from './here.ts';
import { noticedNow, type Waiting } from './waiting.ts';

/** Everything a rule may look at. */
export interface Standing {
	viewer: Viewer | null;
	/** The viewer’s page as a supporter; undefined before there is one. */
	supporter: { resting: boolean } | undefined;
	/** Their being there for talks, if they said so. */
	here: Here | undefined;
	/** Whoever waits. Undefined where there is nobody, or nobody any more. */
	waiting: Waiting | undefined;
	/** Whether a block stands between the two. */
	apart: boolean;
	now: Date;
}

type CannotBeHere = 'not-asked-to-support' | 'page-first' | 'resting';
type CannotSee = CannotBeHere | 'not-here' | 'no-such-card';

export const may = {
	/** Waiting is for anybody with a nickname, which the same page makes. */
	wait: ({ viewer }: Pick<Standing, 'viewer'>): Ruling<'not-signed-in'> =>
		viewer ? allowed : refuse('not-signed-in'),

	/** Being there for talks: those whom a coordinator has asked, who have a page, and do not rest. */
	beHere({ viewer, supporter }: Pick<Standing, 'viewer' | 'supporter'>): Ruling<CannotBeHere> {
		if (!viewer?.duties.includes('supporter')) return refuse('not-asked-to-support');
		if (!supporter) return refuse('page-first');
		return supporter.resting ? refuse('resting') : allowed;
	},

	/** The card of somebody who waits: for those who are there now, in a language of theirs, in the same age band. */
	seeCard(standing: Standing): Ruling<CannotSee> {
		const mayBeHere = may.beHere(standing);
		if (mayBeHere.refused) return mayBeHere;
		const { viewer, here, waiting, apart, now } = standing;
		if (!isHere(here, now)) return refuse('not-here');
		const isForThem =
			waiting?.state === 'waiting' &&
			!apart &&
			waiting.canReturn &&
			waiting.personId !== viewer!.id &&
			waiting.ageBand === viewer!.ageBand &&
			here.languages.includes(waiting.language);
		return isForThem ? allowed : refuse('no-such-card');
	},

	/** “I see you”: also while in a talk. Of several at one moment one is the first. */
	notice(standing: Standing): Ruling<CannotSee | 'somebody-comes'> {
		const see = may.seeCard(standing);
		if (see.refused) return see;
		const by = noticedNow(standing.waiting!, standing.now)?.by;
		return by === undefined || by === standing.viewer!.id ? allowed : refuse('somebody-comes');
	},

	/** “I am with you now”: one talk at a time. Whoever can come at once may, also where another said they will. */
	come(standing: Standing): Ruling<CannotSee | 'with-somebody'> {
		const see = may.seeCard(standing);
		if (see.refused) return see;
		return standing.here!.pairingId === null ? allowed : refuse('with-somebody');
	},

	/** Saying after how long a wait is over. */
	limitWait: ({ viewer }: Pick<Standing, 'viewer'>): Ruling<'not-a-coordinator'> =>
		viewer?.duties.includes('coordinator') ? allowed : refuse('not-a-coordinator'),
};
