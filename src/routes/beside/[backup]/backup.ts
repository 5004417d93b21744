import { error } from '@sveltejs/kit';
import { aliasIn } from '#features/conversations/server/index.ts';
import { mayCome } from '#features/sessions/policy.ts';
import { backupById, comingStanding } from '#features/sessions/server/index.ts';

interface Asked {
	locals: App.Locals;
	params: { backup: string };
}

/** The talk of this address. To anybody but those in it, it is not there. */
export async function backupAt({ locals: { db, viewer, now }, params }: Asked) {
	if (!viewer) error(404);
	const backup = (await backupById(db, params.backup, viewer.id)) ?? error(404);
	const standing = await comingStanding(db, backup.id, viewer, now);
	if (mayCome.read(standing).refused) error(404);
	return { backup, standing, viewer, me: await aliasIn(db, backup.id, viewer.id) };
}
