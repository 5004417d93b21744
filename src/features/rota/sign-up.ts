import type { Duty } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { hours } from '#platform/time.ts';
import type { Limits } from './limits.ts';
import type { Shift } from './rota.ts';
import { weekOf } from './shift.ts';

/** A shift somebody holds. */
export interface HeldShift extends Shift {
	night: boolean;
}

/** Somebody who would hold a shift, with what they hold already. */
export interface Holder {
	personId: PersonId;
	duties: readonly Duty[];
	/** Whose clock their week is told by. */
	zone: string;
	limits: Limits;
	held: readonly HeldShift[];
}

/** A shift as it is right now. */
export interface OpenShift extends HeldShift {
	heldBy: readonly Duty[];
	calledOff: boolean;
	/** How many can sign up by themselves. */
	places: number;
	people: readonly PersonId[];
}

/** What a coordinator may set aside, with a reason; nobody else may. */
export type Strain = 'too-many-hours' | 'too-many-nights' | 'too-little-rest';

/** What nobody may set aside. */
export type Impossible =
	'shift-over' | 'shift-called-off' | 'not-asked-to-hold' | 'already-on-it' | 'in-two-places';

export type CannotSignUp = Impossible | 'shift-full' | Strain;

/** Decides whether somebody signs up for a shift: those asked to, where there is a place, within their limits. */
export function decideSignUp(
	shift: OpenShift,
	me: Holder,
	now: Date,
): { signedUp: true } | Refused<CannotSignUp> {
	const impossible = whyImpossible(shift, me, now);
	if (impossible) return refuse(impossible);
	if (shift.people.length >= shift.places) return refuse('shift-full');
	const [strain] = strains(shift, me);
	return strain ? refuse(strain) : { signedUp: true };
}

/** A coordinator may go past places and limits, and then always says why. Nothing else gives way. */
export function decidePutOn(
	shift: OpenShift,
	them: Holder,
	because: string,
	now: Date,
): { putOn: true } | Refused<Impossible | 'reason-needed'> {
	const impossible = whyImpossible(shift, them, now);
	if (impossible) return refuse(impossible);
	return because.trim() === '' ? refuse('reason-needed') : { putOn: true };
}

/** Until it begins; whoever holds it by then asks for cover. */
export function decideStepBack(
	shift: OpenShift,
	me: PersonId,
	now: Date,
): { steppedBack: true } | Refused<'not-on-it' | 'already-begun'> {
	if (!shift.people.includes(me)) return refuse('not-on-it');
	return shift.startsAt <= now ? refuse('already-begun') : { steppedBack: true };
}

/** Cover can be asked for until the very end. */
export function decideAskForCover(
	shift: OpenShift,
	me: PersonId,
	now: Date,
): { asked: true } | Refused<'not-on-it' | 'shift-over'> {
	if (!shift.people.includes(me)) return refuse('not-on-it');
	return shift.endsAt <= now ? refuse('shift-over') : { asked: true };
}

/** Taking over from somebody who asks: their place becomes mine, so a full shift is no hindrance. */
export function decideCover(
	shift: OpenShift,
	{ from, asked }: { from: PersonId; asked: boolean },
	me: Holder,
	now: Date,
): { covered: true } | Refused<CannotSignUp | 'cover-taken'> {
	if (!asked || !shift.people.includes(from)) return refuse('cover-taken');
	const decision = decideSignUp(withFreePlace(shift), me, now);
	return 'refused' in decision ? decision : { covered: true };
}

/** One person and the shift they would give away. */
export interface Side {
	holder: Holder;
	shift: OpenShift;
}

export type CannotSwap = CannotSignUp | 'not-on-it' | 'already-begun' | 'does-not-fit-them';

/**
 * Whether two people can give each other their shifts: each must be able to hold the other’s once their own is gone.
 * What hinders the other one is theirs to know, so it is told in general.
 */
export function decideSwap(mine: Side, theirs: Side, now: Date): { swapped: true } | Refused<CannotSwap> {
	for (const { holder, shift } of [mine, theirs]) {
		const free = decideStepBack(shift, holder.personId, now);
		if ('refused' in free) return free;
	}
	const forMe = decideSignUp(withFreePlace(theirs.shift), without(mine), now);
	if ('refused' in forMe) return forMe;
	const forThem = decideSignUp(withFreePlace(mine.shift), without(theirs), now);
	return 'refused' in forThem ? refuse('does-not-fit-them') : { swapped: true };
}

const withFreePlace = (shift: OpenShift): OpenShift => ({ ...shift, places: Infinity });

const without = ({ holder, shift }: Side): Holder => ({
	...holder,
	held: holder.held.filter(({ shiftId }) => shiftId !== shift.shiftId),
});

function whyImpossible(shift: OpenShift, who: Holder, now: Date): Impossible | undefined {
	if (shift.calledOff) return 'shift-called-off';
	if (shift.endsAt <= now) return 'shift-over';
	if (!mayHold(shift, who.duties)) return 'not-asked-to-hold';
	if (shift.people.includes(who.personId)) return 'already-on-it';
	return who.held.some((held) => held.startsAt < shift.endsAt && shift.startsAt < held.endsAt)
		? 'in-two-places'
		: undefined;
}

/** Whether one of somebody’s duties is among those asked to hold. */
export const mayHold = ({ heldBy }: { heldBy: readonly Duty[] }, duties: readonly Duty[]): boolean =>
	duties.some((duty) => heldBy.includes(duty));

/** Every limit that holding this as well would go past. */
export function strains(shift: HeldShift, { held, limits, zone }: Holder): Strain[] {
	const week = weekOf(shift.startsAt, zone);
	const thatWeek = [shift, ...held.filter(({ startsAt }) => weekOf(startsAt, zone) === week)];
	const length = thatWeek.reduce((sum, { startsAt, endsAt }) => sum + (+endsAt - +startsAt), 0);
	const nights = thatWeek.filter(({ night }) => night).length;
	const rested = held.every(
		({ startsAt, endsAt }) =>
			+shift.startsAt - +endsAt >= hours(limits.restHours) ||
			+startsAt - +shift.endsAt >= hours(limits.restHours),
	);
	return [
		...(length > hours(limits.hoursAWeek) ? (['too-many-hours'] as const) : []),
		...(shift.night && nights > limits.nightsAWeek ? (['too-many-nights'] as const) : []),
		...(rested ? [] : (['too-little-rest'] as const)),
	];
}
