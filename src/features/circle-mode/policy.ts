import { may as mayInCircle, type Standing as CircleStanding } from '#features/circles/policy.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';

/** Where somebody stands in the circle, and whether its meeting has called for a steward. */
export interface Standing extends CircleStanding {
	stewardCalled: boolean;
}

export const may = {
	/** The page of the meeting: for those who may read the circle, and for stewards whom it has called. */
	look(standing: Standing): Ruling<'not-found' | 'not-seated'> {
		return isCalledSteward(standing) ? allowed : mayInCircle.read(standing);
	},

	/** Coming to a meeting: the circle gathers, and whoever sits in it has accepted what it agreed. */
	come(standing: Standing): Ruling<'not-found' | 'not-seated' | 'circle-resting' | 'agreements-first'> {
		const look = may.look(standing);
		if (look.refused) return look;
		const { circle, seat, acceptedVersion } = standing;
		if (circle!.state !== 'gathering') return refuse('circle-resting');
		if (seat && acceptedVersion < circle!.agreementsVersion) return refuse('agreements-first');
		return allowed;
	},

	/** The script, the settings, what hosts tell each other after, and how it was for people, in sums. */
	prepare: (standing: Standing): Ruling<'not-found' | 'not-a-host'> => mayInCircle.host(standing),
};

export const isCalledSteward = ({ viewer, seat, stewardCalled }: Standing): boolean =>
	stewardCalled && seat === undefined && (viewer?.duties.includes('steward') ?? false);
