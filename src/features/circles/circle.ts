import type { AgeBand } from '#features/people/person.ts';
import type { Id, PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';

export type CircleId = Id<'circle'>;

/** What a host says about a circle when opening it. */
export interface CircleDetails {
	name: string;
	about: string;
	topics: string[];
	/** The language spoken, as a BCP 47 tag. */
	language: string;
	structure: 'structured' | 'informal';
	venue: 'online' | 'in-person' | 'both';
	/** Where it meets; null when it only meets online. */
	address: string | null;
	capacity: number;
	joining: 'open' | 'by-request' | 'by-invitation';
	observersWelcome: boolean;
	ageBand: AgeBand;
	agreements: string;
}

/** A small group of people who meet in one room, live or at their own pace. */
export interface Circle {
	id: CircleId;
	capacity: number;
	state: 'gathering' | 'resting' | 'closed';
	joining: CircleDetails['joining'];
	observersWelcome: boolean;
	ageBand: AgeBand;
	agreementsVersion: number;
	/** In a meeting by text, while the talking piece goes round: only whoever holds it writes. */
	pieceOut: boolean;
}

/** A person’s place in a circle. Holding a seat is what being a member means. */
export interface Seat {
	personId: PersonId;
	role: 'member' | 'host';
	quietUntil: Date | null;
	/** Keeps the seat and hears nothing: no notices until they come back. */
	resting: boolean;
}

/** Somebody’s place in the line, and what it waits for: a host’s answer, a free seat, or their own answer. */
export type Wait = { personId: PersonId } & (
	{ state: 'asked' } | { state: 'waiting' } | { state: 'offered'; until: Date }
);

/** A circle as it is right now: who sits in it, and who waits, longest wait first. */
export interface Gathering {
	circle: Circle;
	seats: readonly Seat[];
	line: readonly Wait[];
}

export type Joining = { seat: 'taken' } | { seat: 'asked' } | { seat: 'waiting'; place: number };
export type CannotJoin =
	'already-seated' | 'circle-closed' | 'invitation-needed' | 'other-age-band' | 'nobody-to-answer';

/** Who is asking for a seat, and with what in hand. */
export interface Asking {
	personId: PersonId;
	ageBand: AgeBand;
	invited: boolean;
	/** Whether a host could say yes or no to them: not one whom a block stands between. */
	answered: boolean;
}

/**
 * Decides what asking for a seat leads to. A full circle is a wait, not a refusal, and nobody jumps the line. A seat
 * that is being offered to somebody is not free.
 */
export function decideJoin({ circle, seats, line }: Gathering, me: Asking): Joining | Refused<CannotJoin> {
	if (seats.some((seat) => seat.personId === me.personId)) return refuse('already-seated');
	if (circle.state === 'closed') return refuse('circle-closed');
	if (circle.ageBand !== me.ageBand) return refuse('other-age-band');
	const mine = line.find((wait) => wait.personId === me.personId);
	if (circle.joining === 'by-invitation' && !me.invited && !mine) return refuse('invitation-needed');
	if (mine?.state === 'offered') return { seat: 'taken' };
	if (circle.joining === 'by-request' && !me.invited && mine?.state !== 'waiting')
		return me.answered ? { seat: 'asked' } : refuse('nobody-to-answer');

	const place = placeInLine({ line }, me.personId) ?? waiting(line).length + 1;
	return place <= freeSeats({ circle, seats, line }) ? { seat: 'taken' } : { seat: 'waiting', place };
}

/** 1 for whoever is next; undefined for those who are not waiting for a seat. */
export function placeInLine({ line }: Pick<Gathering, 'line'>, personId: PersonId): number | undefined {
	const index = waiting(line).findIndex((wait) => wait.personId === personId);
	return index < 0 ? undefined : index + 1;
}

/** Seats that nobody holds and nobody is being offered. */
export function freeSeats({ circle, seats, line }: Gathering): number {
	const offered = line.filter((wait) => wait.state === 'offered').length;
	return Math.max(0, circle.capacity - seats.length - offered);
}

/** Who is offered a seat now: as many as there are free seats, longest wait first. */
export function decideOffers(gathering: Gathering): PersonId[] {
	if (gathering.circle.state === 'closed') return [];
	return waiting(gathering.line)
		.slice(0, freeSeats(gathering))
		.map((wait) => wait.personId);
}

const waiting = (line: readonly Wait[]) => line.filter((wait) => wait.state === 'waiting');

/** Where nobody hosts any more, whoever has a seat may take it on. */
export function decideTakeOn(
	{ seats }: Gathering,
	me: PersonId,
): { host: true } | Refused<'not-seated' | 'has-a-host'> {
	if (!seats.some((seat) => seat.personId === me)) return refuse('not-seated');
	return seats.some((seat) => seat.role === 'host') ? refuse('has-a-host') : { host: true };
}

/** A circle is never left without a host while somebody could be one. */
export function decideLeave(
	{ seats }: Gathering,
	me: PersonId,
): { left: true } | Refused<'not-seated' | 'last-host'> {
	const mine = seats.find((seat) => seat.personId === me);
	if (!mine) return refuse('not-seated');
	const others = seats.filter((seat) => seat.personId !== me);
	if (mine.role === 'host' && others.length > 0 && !others.some((seat) => seat.role === 'host'))
		return refuse('last-host');
	return { left: true };
}
