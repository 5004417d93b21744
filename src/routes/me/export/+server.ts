import { redirect } from '@sveltejs/kit';
import { personal } from '#composition';
import { exportPerson } from '#features/people/server/index.ts';
import { freshlySignedIn } from '#web/signed-in.ts';
import type { RequestHandler } from './$types.js';

/** Everything kept about whoever asks, as a file. The file’s name says nothing. */
export const POST: RequestHandler = async (event) => {
	const me = freshlySignedIn(event);
	const { db, now, vault } = event.locals;
	const told = await exportPerson(db, vault, me.id, personal, now);
	return new Response(JSON.stringify(told, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="my-data.json"',
		},
	});
};

/** Coming back here from having shown who one is. */
export const GET: RequestHandler = () => redirect(303, '/me/data');
