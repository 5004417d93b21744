import type { PersonId } from '#platform/ids.ts';
import { hours, minutes } from '#platform/time.ts';

export const backupKinds = ['second-person', 'debrief'] as const;

/** What somebody is asked to come for: a talk that needs another one, or a supporter who has just had a heavy one. */
export type BackupKind = (typeof backupKinds)[number];

/** Somebody who is asked to come, or has. */
export interface Backup {
	kind: BackupKind;
	/** Those who asked for somebody: the two of a talk, or one supporter. Whoever has gone is null. */
	askers: readonly (PersonId | null)[];
	ageBand: string;
	/** Null until somebody comes. */
	comerId: PersonId | null;
	cameAt: Date | null;
	endedAt: Date | null;
	lapsesAt: Date;
	/** Whether whoever came still has a duty by which they may. */
	comerMay: boolean;
}

/** How long somebody is asked for. After that nobody is, and those who asked are told. */
export const ASKED_FOR: Readonly<Record<BackupKind, number>> = {
	'second-person': minutes(30),
	debrief: hours(24),
};

/** It lasts as long as it is needed, and no longer than this. */
export const LASTS = hours(2);

/** Whoever came reads for a day what was said while they were there. */
export const COMER_READS_FOR = hours(24);
