import {
	editMessage,
	type Editing,
	postMessage,
	readUpTo,
	resonate,
	type Home,
	type Saying,
} from '#features/conversations/server/index.ts';
import type { Resonance } from '#features/conversations/message.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { mayCome } from '../policy.ts';
import type { BackupId } from '../session.ts';
import { actorComing, comingStanding } from './backup-standing.ts';
import { namesIn } from './queries.ts';

/* What is said with whoever has come. */

export const sayBeside = (tx: Tx, { backupId, ...saying }: { backupId: BackupId } & Saying) =>
	postMessage(tx, backupId, saying, async () => {
		const ruling = mayCome.speak(await actorComing(tx, backupId));
		return () => ruling;
	});

export const resonateBeside = (
	tx: Tx,
	{ backupId, ...quietly }: { backupId: BackupId; place: number; kind: Resonance },
) => resonate(tx, backupId, quietly, async () => mayCome.speak(await actorComing(tx, backupId)));

export const editBeside = (tx: Tx, { backupId, ...editing }: { backupId: BackupId } & Editing) =>
	editMessage(tx, backupId, editing, async () => mayCome.speak(await actorComing(tx, backupId)));

/** Remembers up to where somebody has read, for their own devices. */
export async function readBesideUpTo(tx: Tx, { backupId, place }: { backupId: BackupId; place: number }) {
	const ruling = mayCome.read(await actorComing(tx, backupId));
	return ruling.refused ? ruling : readUpTo(tx, backupId, place);
}

/** What it says of its conversation to those who must reach into every one. */
export const backupHome: Home = {
	kind: 'backup',
	isNamed: false,

	async mayRead(db, viewer, id, now) {
		const who = viewer ? await viewerById(db, viewer) : undefined;
		return mayCome.read(await comingStanding(db, id as BackupId, who ?? null, now));
	},

	async mayWrite(db, viewer, id, now) {
		const who = await viewerById(db, viewer);
		return mayCome.speak(await comingStanding(db, id as BackupId, who ?? null, now));
	},

	/** Nobody holds a talk of two: what waits there is for stewards. */
	mayTend: async () => refuse('not-found'),

	/** It has no name but those of the people in it. */
	nameOf: async (db, id, seenBy) => (await namesIn(db, id as BackupId, seenBy)).join(' · '),

	pathOf: async (_db, id) => `/beside/${id}`,
};
