import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import type { AgeBand, Duty, Viewer } from './person.ts';

/** Who may see something a person tells about themselves. */
export type Audience = 'nobody' | 'circles' | 'everyone';

export const audiences = ['nobody', 'circles', 'everyone'] as const satisfies readonly Audience[];

/** Between somebody who told something and somebody who looks. */
export interface Between {
	/** Nobody, when the page is open to visitors. */
	viewer: Pick<Viewer, 'ageBand'> | null;
	teller: { ageBand: AgeBand };
	/** Whether both have a seat in one circle. */
	sharesCircle: boolean;
}

/** Whether what was told to this audience may be told to the viewer. Visitors and other age bands are told nothing. */
export function mayTell(audience: Audience, { viewer, teller, sharesCircle }: Between): Ruling<'not-told'> {
	if (!viewer || viewer.ageBand !== teller.ageBand) return refuse('not-told');
	if (audience === 'everyone') return allowed;
	return audience === 'circles' && sharesCircle ? allowed : refuse('not-told');
}

/** Everything a rule about the organisation may look at. */
export interface Standing {
	viewer: Pick<Viewer, 'duties'> | null;
}

const has = (duty: Duty, { viewer }: Standing) => viewer?.duties.includes(duty) ?? false;

export const may = {
	changeOrganisation: (standing: Standing): Ruling<'not-a-coordinator'> =>
		has('coordinator', standing) ? allowed : refuse('not-a-coordinator'),

	giveDuty: (standing: Standing): Ruling<'not-a-coordinator'> =>
		has('coordinator', standing) ? allowed : refuse('not-a-coordinator'),

	takeDuty: (standing: Standing): Ruling<'not-a-coordinator'> =>
		has('coordinator', standing) ? allowed : refuse('not-a-coordinator'),
};
