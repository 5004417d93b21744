import type { Hue } from './sitter.ts';

/** A place around the table, or a little behind it. */
export interface RingSeat {
	/** taken by somebody · free · mine, the reader's own · observer, who sits in without a seat. */
	kind: 'taken' | 'free' | 'mine' | 'observer';
	/** The sitter's colour and shape; a free seat has none. */
	hue?: Hue | undefined;
	/** The sitter's name; a large ring shows its initials. */
	label?: string | undefined;
	/** Holds the talking piece. */
	lamp?: boolean | undefined;
}

/** gathering: in use · resting: paused, and dimmed · closed: over, chairs pushed in. */
export type RingState = 'gathering' | 'resting' | 'closed';

export interface PlacedSeat extends RingSeat {
	x: number;
	y: number;
	radius: number;
	/** Where the talking piece lies: on the table, in front of this seat. */
	piece: { x: number; y: number };
}

/** A ring draws this many seats or observers at most. Its sentence always tells the true number. */
const MOST_DRAWN = 36;

const SEATS_AT = 34;
const PUSHED_IN_AT = 25;
const OBSERVERS_AT = 49;
const PIECE_AT = 13;

/**
 * Sets out the seats clockwise from the top, and the observers behind the gaps between them, on a drawing
 * of 100 × 100 units with 0,0 in the middle (observers reach a little beyond).
 */
export function layOut(places: readonly RingSeat[], state: RingState) {
	const seats = fewEnough(places.filter(({ kind }) => kind !== 'observer'));
	const observers = fewEnough(places.filter(({ kind }) => kind === 'observer'));

	const distance = state === 'closed' ? PUSHED_IN_AT : SEATS_AT;
	const room = (Math.PI * distance) / Math.max(seats.length, 1);
	const radius = Math.min(state === 'closed' ? 8 : 10.5, room * 0.84);

	const step = 1 / Math.max(seats.length, observers.length, 1);
	return {
		seats: seats.map((seat, at) => ({
			...seat,
			...around(at / seats.length, distance),
			radius,
			piece: around(at / seats.length, PIECE_AT),
		})) satisfies PlacedSeat[],
		observers: observers.map((_, at) => around((at + 0.5) * step, OBSERVERS_AT)),
	};
}

/** Leaves out plain seats when there are too many to draw, never one's own or the one with the piece. */
function fewEnough(places: RingSeat[]) {
	if (places.length <= MOST_DRAWN) return places;
	const keep = places.length / MOST_DRAWN;
	return places.filter(({ kind, lamp }, at) => kind === 'mine' || lamp || Math.floor(at % keep) === 0);
}

function around(turn: number, distance: number) {
	const angle = (turn - 0.25) * 2 * Math.PI;
	return { x: tenth(Math.cos(angle) * distance), y: tenth(Math.sin(angle) * distance) };
}

const tenth = (value: number) => Math.round(value * 10) / 10 + 0;
