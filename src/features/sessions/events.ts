import type { BookingId, PairingId } from '#features/pairings/pairing.ts';
import { fact } from '#platform/event.ts';
import type { BackupId } from './session.ts';

type About = { backupId: BackupId };
const backup = ({ backupId }: About) => `backup:${backupId}`;

/* Who asked for somebody, who came and who ended it: kept as facts, by the person who did it. */
export const backupAsked = fact<About>('sessions.backup-asked', backup);
export const backupCame = fact<About>('sessions.backup-came', backup, { changesAdmission: true });
export const backupEnded = fact<About>('sessions.backup-ended', backup);

type Paired = { pairingId: PairingId };
const pairing = ({ pairingId }: Paired) => `pairing:${pairingId}`;

export const notesWritten = fact<Paired>('sessions.notes-written', pairing);
export const notMet = fact<Paired & { bookingId: BookingId }>('sessions.not-met', pairing);
export const mentoringAgreed = fact<Paired>('sessions.mentoring-agreed', pairing);
export const mentoringEnded = fact<Paired>('sessions.mentoring-ended', pairing);
