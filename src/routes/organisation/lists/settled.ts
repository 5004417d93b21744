import { setTimeout as pause } from 'node:timers/promises';
import { importById } from '#features/directory/server/index.ts';
import type { Reader } from '#platform/db.ts';

/** Most lists are read, and brought in, while one waits. Milliseconds. */
const PATIENCE = 4_000;
const LOOK = 150;

/** Waits a little for what the worker does, so that mostly the next page shows what came of it. */
export async function settled(db: Reader, id: Parameters<typeof importById>[1]) {
	for (let waited = 0; waited < PATIENCE; waited += LOOK) {
		await pause(LOOK);
		const now = await importById(db, id);
		if (!now || !['reading', 'coming-in'].includes(now.state)) return;
	}
}
