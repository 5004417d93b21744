import { askAnything } from '#platform/db.ts';
import { theApp } from '#web/app.ts';
import type { RequestHandler } from './$types.js';

/** 200 when this process can reach its database; for a proxy or a monitor, and it tells nothing else. */
export const GET: RequestHandler = async () => {
	try {
		await askAnything(theApp().spine.db);
		return new Response('well\n');
	} catch {
		return new Response('not well: the database does not answer\n', { status: 503 });
	}
};
