import { keptListing } from '#features/directory/server/index.ts';
import { changeListing } from '#features/keeping/server/keep-listing.ts';
import { transact } from '#platform/db.ts';
import { rightNow } from '#platform/time.ts';
import type { App } from '../app.ts';
import type { Fields } from '../client.ts';

/** Riverside of the demo, which the host of the circle maintains and a member edits, and what waits on its desk. */
export async function lookAtRiverside(app: App) {
	const { db } = app.spine;
	const { id: bodyId } = await db
		.selectFrom('service_body')
		.select('id')
		.where('slug', '=', 'riverside')
		.executeTakeFirstOrThrow();
	const { id: proposal } = await db.selectFrom('proposal').select('id').executeTakeFirstOrThrow();
	const { id: remark } = await db.selectFrom('remark').select('id').executeTakeFirstOrThrow();
	const [rosa, nour, now] = [await app.idOf('rosa'), await app.idOf('nour'), rightNow()];
	const slug = 'the-boathouse';
	const { says, revision } = (await keptListing(db, bodyId, slug))!;
	const listing = { ...says, notes: 'A ramp leads to the door.' };
	const changed = await transact(app.spine, { actor: rosa, now }, (tx) =>
		changeListing(tx, { bodyId, slug, revision, listing, word: '' }),
	);
	if ('refused' in changed) throw new Error(`Rosa could not: ${changed.refused}`);

	const body = '/keeping/[body]';
	const details = { name: 'By the river', askEvery: '30' };
	const typed = { name: 'Another name', zone: 'Europe/London', days: '1', time: '10:00' };
	const forms: Record<string, Fields> = {
		'/keeping ?/open': { ...details, name: 'Hillside' },
		[`${body} ?/confirm`]: { listing: slug },
		[`${body} ?/seen`]: { remark },
		[`${body} ?/give`]: { nickname: 'Henk', role: 'editor' },
		[`${body} ?/take`]: { person: nour },
		[`${body} ?/details`]: details,
		[`${body}/new`]: typed,
		[`${body}/listings/[listing] ?/save`]: { ...typed, revision: '2' },
		[`${body}/listings/[listing]/history ?/revert`]: { revision: '1' },
		'/changed/[listing]': { what: 'time', words: 'A word.' },
	};
	return {
		address: (route: string) =>
			route.replace('[body]', 'riverside').replace('[listing]', slug).replace('[proposal]', proposal),
		forms,
	};
}
