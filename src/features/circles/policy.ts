import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import type { Circle, Seat, Wait } from './circle.ts';

/** Everything a rule may look at. Rules never fetch, so they can be asked anywhere. */
export interface Standing {
	viewer: Viewer | null;
	/** Undefined when there is no such circle. */
	circle: Circle | undefined;
	seat: Seat | undefined;
	wait: Wait | undefined;
	observing: boolean;
	/** Holds a link that a host gave them. */
	invited: boolean;
	/** The version of the agreements this person has accepted; 0 for none. */
	acceptedVersion: number;
	/** Whether the talking piece of a meeting is in this person’s hand. */
	holdsPiece: boolean;
	now: Date;
}

type NotHere = 'not-found';
type NotSeated = NotHere | 'not-seated';

export const may = {
	/** Opening a circle is for those whom a coordinator has asked to host. */
	open: ({ viewer }: Pick<Standing, 'viewer'>): Ruling<'not-signed-in' | 'not-asked-to-host'> => {
		if (!viewer) return refuse('not-signed-in');
		const asked = viewer.duties.includes('host') || viewer.duties.includes('coordinator');
		return asked ? allowed : refuse('not-asked-to-host');
	},

	/** What is public about a circle. Bands never mix, and what is by invitation shows only to those it concerns. */
	find({ viewer, circle, seat, wait, observing, invited }: Standing): Ruling<NotHere> {
		if (!circle) return refuse('not-found');
		if (seat || wait || observing) return allowed;
		if (circle.state === 'closed') return refuse('not-found');
		if (circle.ageBand !== (viewer?.ageBand ?? 'adult')) return refuse('not-found');
		if (circle.joining === 'by-invitation' && !invited) return refuse('not-found');
		return allowed;
	},

	/** The conversation: for those who sit in it, and observers where they are welcome. */
	read(standing: Standing): Ruling<NotSeated> {
		const found = may.find(standing);
		if (found.refused) return found;
		if (standing.seat) return allowed;
		return standing.observing && standing.circle!.observersWelcome ? allowed : refuse('not-seated');
	},

	observe(
		standing: Standing,
	): Ruling<NotHere | 'not-signed-in' | 'already-seated' | 'observers-not-welcome'> {
		const found = may.find(standing);
		if (found.refused) return found;
		if (!standing.viewer) return refuse('not-signed-in');
		if (standing.seat) return refuse('already-seated');
		return standing.circle!.observersWelcome ? allowed : refuse('observers-not-welcome');
	},

	askForSeat(standing: Standing): Ruling<NotHere | 'not-signed-in' | 'already-seated'> {
		const found = may.find(standing);
		if (found.refused) return found;
		if (!standing.viewer) return refuse('not-signed-in');
		return standing.seat ? refuse('already-seated') : allowed;
	},

	/**
	 * Saying something needs a seat, a gathering circle, accepted agreements, not having been asked to pause, and the
	 * talking piece while it goes round.
	 */
	speak(
		standing: Standing,
	): Ruling<NotSeated | 'circle-resting' | 'agreements-first' | 'asked-to-pause' | 'piece-is-out'> {
		const read = may.read(standing);
		if (read.refused) return read;
		const { circle, seat, acceptedVersion, holdsPiece, now } = standing;
		if (!seat) return refuse('not-seated');
		if (circle!.state !== 'gathering') return refuse('circle-resting');
		if (acceptedVersion < circle!.agreementsVersion) return refuse('agreements-first');
		if (seat.quietUntil && seat.quietUntil > now) return refuse('asked-to-pause');
		return circle!.pieceOut && !holdsPiece ? refuse('piece-is-out') : allowed;
	},

	/** Going by another name here: for those who are here, and not while asked to pause, because it touches old words. */
	rename(standing: Standing): Ruling<NotSeated | 'asked-to-pause'> {
		const found = may.find(standing);
		if (found.refused) return found;
		const { seat, wait, observing, now } = standing;
		if (!seat && !wait && !observing) return refuse('not-seated');
		return seat?.quietUntil && seat.quietUntil > now ? refuse('asked-to-pause') : allowed;
	},

	/** A quiet answer asks less than a word: whoever has been asked to pause can still say “with you”. */
	resonate(standing: Standing): Ruling<NotSeated> {
		const read = may.read(standing);
		if (read.refused) return read;
		return standing.seat ? allowed : refuse('not-seated');
	},

	/** Settings, agreements, meetings, the line, hiding, asking to pause, handing over. */
	host(standing: Standing): Ruling<NotHere | 'not-a-host'> {
		const found = may.find(standing);
		if (found.refused) return found;
		return standing.seat?.role === 'host' ? allowed : refuse('not-a-host');
	},
};
