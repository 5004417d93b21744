import type { Viewer } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import type { Audience } from './wishes.ts';

/** Why somebody wants to look, with everything that decides whether that counts. Undefined where there is no such thing. */
export type Ground =
	| {
			kind: 'talk';
			pairing:
				| {
						supporterId: PersonId | null;
						memberId: PersonId | null;
						/** Whether the two can still speak with each other. */
						goesOn: boolean;
						/** Whether they are talking at this moment. */
						isOn: boolean;
				  }
				| undefined;
	  }
	| {
			kind: 'case';
			case:
				| {
						subjectId: PersonId | null;
						isOpen: boolean;
						/** How near danger is: 1, 2 or 3. */
						tier: number;
						/** Whoever works on it, and the second steward. */
						takenBy: readonly (PersonId | null)[];
				  }
				| undefined;
	  };

/** Everything a rule may look at. */
export interface Standing {
	viewer: Viewer | null;
	ownerId: PersonId;
	/** Whom the person has said may look; undefined when they have written nothing. */
	mayLook: Record<Audience, boolean> | undefined;
	ground: Ground;
}

type CannotLook = 'not-found' | 'not-shared' | 'not-talking' | 'not-in-danger' | 'case-not-taken';

/** From this tier on somebody is in danger. */
export const DANGER = 2;

export const may = {
	/**
	 * Looking at somebody’s wishes: their supporter while the two talk, or the steward who works on a case in which they are
	 * in danger. Nobody whom the person has not said it of, and nobody at any other time.
	 */
	look(standing: Standing): Ruling<CannotLook> {
		const { viewer, ownerId, ground } = standing;
		if (!viewer || viewer.id === ownerId) return refuse('not-found');
		return ground.kind === 'talk' ? inTalk(standing, ground) : onCase(standing, ground);
	},
};

function inTalk(
	{ viewer, ownerId, mayLook }: Standing,
	{ pairing }: Ground & { kind: 'talk' },
): Ruling<CannotLook> {
	if (!pairing || pairing.supporterId !== viewer!.id || pairing.memberId !== ownerId)
		return refuse('not-found');
	if (!pairing.goesOn || !pairing.isOn) return refuse('not-talking');
	return mayLook?.supporter ? allowed : refuse('not-shared');
}

function onCase(
	{ viewer, ownerId, mayLook }: Standing,
	{ case: about }: Ground & { kind: 'case' },
): Ruling<CannotLook> {
	if (!viewer!.duties.includes('steward') || !about || about.subjectId !== ownerId)
		return refuse('not-found');
	if (!about.isOpen || about.tier < DANGER) return refuse('not-in-danger');
	if (!about.takenBy.includes(viewer!.id)) return refuse('case-not-taken');
	return mayLook?.stewards ? allowed : refuse('not-shared');
}
