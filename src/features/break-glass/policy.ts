import type { Case } from '#features/desk/case.ts';
import { may as mayAtDesk } from '#features/desk/policy.ts';
import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { stateOf, type Look } from './look.ts';

/** Everything a rule may look at. */
export interface Standing {
	viewer: Viewer | null;
	/** The case it is for; undefined when there is none. */
	case: Case | undefined;
	/** What was asked; undefined before it is, or when there is no such asking. */
	look: Look | undefined;
	/** Whether the viewer is, or was, somebody in the talk it is about. */
	inTalk: boolean;
	now: Date;
}

type NotHere = 'not-found';

/** Nobody looks into a talk of their own, nor lets somebody: to them there is nothing here, and nothing is told too early. */
const apart = ({ inTalk }: Standing): Ruling<NotHere> => (inTalk ? refuse('not-found') : allowed);

const isCoordinator = ({ viewer }: Standing) => viewer?.duties.includes('coordinator') ?? false;

export const may = {
	/** Whoever works on the case, alone or as the second person. */
	ask(standing: Standing): Ruling<NotHere | 'not-your-case' | 'case-is-settled'> {
		const ruling = mayAtDesk.read(standing);
		if (ruling.refused === 'not-yours') return refuse('not-your-case');
		if (ruling.refused === 'settled-already') return refuse('case-is-settled');
		return ruling.refused ? refuse(ruling.refused) : apart(standing);
	},

	/** Another steward, who could work on the case as well and has no part in the talk. */
	answer(
		standing: Standing,
	): Ruling<NotHere | 'your-own-asking' | 'answered-already' | 'asked-too-long-ago'> {
		const ruling = mayAtDesk.look(standing);
		if (ruling.refused) return ruling;
		const { look, viewer, now } = standing;
		if (!look || standing.inTalk) return refuse('not-found');
		if (look.askedBy === viewer!.id) return refuse('your-own-asking');
		const state = stateOf(look, now);
		if (state === 'lapsed') return refuse('asked-too-long-ago');
		return state === 'asked' ? allowed : refuse('answered-already');
	},

	/** Whoever asked, while the yes holds and the case is still theirs and not settled. Nobody else, ever. */
	read(standing: Standing): Ruling<NotHere | 'not-answered-yet' | 'over' | 'case-is-settled'> {
		const { viewer, look, now } = standing;
		if (!viewer || !look || look.askedBy !== viewer.id) return refuse('not-found');
		const ruling = may.ask(standing);
		if (ruling.refused === 'case-is-settled') return refuse('case-is-settled');
		if (ruling.refused) return refuse('not-found');
		const state = stateOf(look, now);
		if (state === 'open') return allowed;
		return refuse(state === 'asked' ? 'not-answered-yet' : 'over');
	},

	/** Whoever asked and whoever answered, and coordinators, who answer for both. */
	end(standing: Standing): Ruling<NotHere | 'over'> {
		const { viewer, look, now } = standing;
		if (!viewer || !look) return refuse('not-found');
		const isOneOfTwo =
			[look.askedBy, look.answeredBy].includes(viewer.id) && viewer.duties.includes('steward');
		if (!isOneOfTwo && !isCoordinator(standing)) return refuse('not-found');
		return ['asked', 'open'].includes(stateOf(look, now)) ? allowed : refuse('over');
	},

	/** That it was asked, why, and what became of it: the two, whoever could answer, and coordinators. No words of the talk. */
	know(standing: Standing): Ruling<NotHere> {
		const { viewer, look } = standing;
		if (!viewer || !look || standing.inTalk) return refuse('not-found');
		if (isCoordinator(standing)) return allowed;
		if (!viewer.duties.includes('steward')) return refuse('not-found');
		if ([look.askedBy, look.answeredBy].includes(viewer.id)) return allowed;
		return mayAtDesk.look(standing);
	},
};
