import type { Duty } from '#features/people/person.ts';
import type { Id, PersonId } from '#platform/ids.ts';

export type RotaId = Id<'rota'>;
export type ShiftId = Id<'shift'>;
export type ShiftPatternId = Id<'shift-pattern'>;
export type SwapId = Id<'swap'>;

export const rotaKinds = ['room', 'on-call'] as const;

/** Whether its shifts are times somebody holds a room, or times somebody can be reached. */
export type RotaKind = (typeof rotaKinds)[number];

/** What is being covered, and by whom. Times are local to the zone, `23:00`. */
export interface RotaDetails {
	name: string;
	kind: RotaKind;
	/** IANA name of the zone whose clocks its shifts keep. */
	zone: string;
	/** The duties whose holders may sign up. */
	heldBy: readonly Duty[];
	/** Holders that every shift needs. */
	least: number;
	/** One holder for every so many people expected; null where that does not matter. */
	onePer: number | null;
	/** Places beyond what is needed, for company and for learning. */
	spare: number;
	/** A shift that reaches into these hours is a night; the same time twice means that there is none. */
	nightFrom: string;
	nightUntil: string;
}

/** What most rotas want; a name and a zone have to be added. */
export const usualRota = {
	kind: 'room',
	heldBy: ['supporter', 'steward'],
	least: 1,
	onePer: 12,
	spare: 1,
	nightFrom: '23:00',
	nightUntil: '06:00',
} as const satisfies Partial<RotaDetails>;

/** A time that somebody holds. */
export interface Shift {
	shiftId: ShiftId;
	startsAt: Date;
	endsAt: Date;
}

/** A shift that is held now, and by whom. */
export interface ShiftNow extends Shift {
	personIds: PersonId[];
}

/** A shift to come. */
export interface ShiftToCome extends Shift {
	signedUp: number;
	needed: number;
}

/** How many holders a shift needs for the people expected, of whom there may be no telling. */
export const neededFor = (
	{ least, onePer }: Pick<RotaDetails, 'least' | 'onePer'>,
	expected: number | null,
): number => Math.max(least, onePer && expected !== null ? Math.ceil(expected / onePer) : 0);

/** How many can sign up by themselves. */
export const placesIn = (
	rota: Pick<RotaDetails, 'least' | 'onePer' | 'spare'>,
	expected: number | null,
): number => neededFor(rota, expected) + rota.spare;

/** How many more a shift needs; 0 when it has enough. */
export const missingFrom = ({ needed, signedUp }: { needed: number; signedUp: number }): number =>
	Math.max(0, needed - signedUp);
