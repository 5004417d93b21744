import type { Viewer } from '#features/people/person.ts';
import type { Pairing } from '#features/pairings/pairing.ts';
import { may as mayInPairing } from '#features/pairings/policy.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { after } from '#platform/time.ts';
import { COMER_READS_FOR, LASTS, type Backup } from './backup.ts';
import { mayStillAnswer, mayStillDebrief, talkNow, type Session } from './session.ts';

/** Everything a rule may look at. */
export interface Standing {
	viewer: Viewer | null;
	/** Undefined when there is no such pairing. */
	pairing: Pairing | undefined;
	/** Undefined when there is no such session in it. */
	session: Session | undefined;
	now: Date;
}

type NotHere = 'not-found';

export const may = {
	/** What the two have together is for the two. */
	look: ({ viewer, pairing }: Standing): Ruling<NotHere> => mayInPairing.read({ viewer, pairing }),

	/** Writing down together what was agreed: those who can speak with each other. */
	note: ({ viewer, pairing }: Standing): Ruling<NotHere | 'pairing-ended' | 'supporter-stopped'> =>
		mayInPairing.speak({ viewer, pairing }),

	/** “I need a second person”: either of the two, while a session is on, or while they may be talking for the first time. */
	callSecond(standing: Standing): Ruling<NotHere | 'pairing-ended' | 'supporter-stopped' | 'not-on'> {
		const speak = may.note(standing);
		if (speak.refused) return speak;
		const { session, now } = standing;
		return talkNow(standing.pairing!.beganAt, session, now) ? allowed : refuse('not-on');
	},

	/** Saying how it was: afterwards, for two weeks. */
	answer(standing: Standing): Ruling<NotHere | 'not-to-answer'> {
		const look = may.look(standing);
		if (look.refused) return look;
		const { session, now } = standing;
		return session && mayStillAnswer(session, now) ? allowed : refuse('not-to-answer');
	},

	/** Asking for somebody to talk to afterwards: the supporter, within the hour. */
	askDebrief(standing: Standing): Ruling<NotHere | 'debrief-too-late'> {
		const look = may.look(standing);
		if (look.refused) return look;
		const { viewer, pairing, session, now } = standing;
		if (viewer!.id !== pairing!.supporterId) return refuse('not-found');
		return session && mayStillDebrief(session, now) ? allowed : refuse('debrief-too-late');
	},
};

/** Whoever may come, as the rules see them. */
export interface ComingStanding {
	viewer: Viewer | null;
	/** Whether they hold a shift at this moment. */
	onShift: boolean;
	/** Undefined when nobody is asked for. */
	backup: Backup | undefined;
	/** Whether a block stands between them and whoever it would bring them together with. */
	apart: boolean;
	now: Date;
}

const has = (viewer: Viewer, duty: Viewer['duties'][number]) => viewer.duties.includes(duty);

/** Whether somebody is one of those whom a call of this kind is for: no matter what else. */
export function isCalled(
	kind: Backup['kind'],
	{ viewer, onShift }: Pick<ComingStanding, 'viewer' | 'onShift'>,
): boolean {
	if (!viewer) return false;
	if (has(viewer, 'supporter') && onShift) return true;
	return has(viewer, kind === 'second-person' ? 'steward' : 'coordinator');
}

export const mayCome = {
	/**
	 * Coming when somebody is asked for. A second person is a steward, or another supporter on shift; after a heavy talk
	 * it is a coordinator or a supporter on shift. Of the same age band, and nobody who asked.
	 */
	come(standing: ComingStanding): Ruling<NotHere | 'somebody-came'> {
		const { viewer, backup, apart, now } = standing;
		if (!viewer || !backup || apart || !isCalled(backup.kind, standing)) return refuse('not-found');
		if (backup.ageBand !== viewer.ageBand || backup.askers.includes(viewer.id)) return refuse('not-found');
		if (backup.cameAt || backup.endedAt || backup.lapsesAt <= now) return refuse('somebody-came');
		return allowed;
	},

	/** Those who asked, and whoever came. */
	find({ viewer, backup, apart }: ComingStanding): Ruling<NotHere> {
		if (!viewer || !backup?.cameAt || apart) return refuse('not-found');
		return backup.askers.includes(viewer.id) || backup.comerId === viewer.id ? allowed : refuse('not-found');
	},

	/** Those who asked keep what was said; whoever came reads it for one more day. */
	read(standing: ComingStanding): Ruling<NotHere> {
		const found = mayCome.find(standing);
		if (found.refused) return found;
		const { viewer, backup, now } = standing;
		if (backup!.askers.includes(viewer!.id)) return allowed;
		return now < after(endOf(backup!), COMER_READS_FOR) ? allowed : refuse('not-found');
	},

	/** Until one of them ends it, for two hours at most, and with somebody who may come. */
	speak(standing: ComingStanding): Ruling<NotHere | 'backup-ended'> {
		const read = mayCome.read(standing);
		if (read.refused) return read;
		const { backup, now } = standing;
		return now < endOf(backup!) && backup!.comerId && backup!.comerMay ? allowed : refuse('backup-ended');
	},
};

/** When it ends at the latest. */
function endOf({ cameAt, endedAt }: Backup): Date {
	const latest = after(cameAt!, LASTS);
	return endedAt && endedAt < latest ? endedAt : latest;
}
