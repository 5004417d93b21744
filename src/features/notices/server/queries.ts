import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { kinds } from '../notice.ts';

const MOST = 60;

/** What somebody was told, the latest first. */
export const noticesFor = (db: Reader, me: PersonId) =>
	db
		.selectFrom('notice')
		.select(['id', 'kind', 'at', 'path', 'unread'])
		.where('person_id', '=', me)
		.orderBy('made_at', 'desc')
		.orderBy('id', 'desc')
		.limit(MOST)
		.execute();

/** Whether there is anything new; never how much. */
export async function hasNotices(db: Reader, me: PersonId): Promise<boolean> {
	const row = await db
		.selectFrom('notice')
		.select('id')
		.where('person_id', '=', me)
		.where('unread', '=', true)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Which kinds somebody wants to be told. */
export async function wantedBy(db: Reader, me: PersonId) {
	const off = await db.selectFrom('notice_off').select('kind').where('person_id', '=', me).execute();
	return kinds.filter((kind) => off.every((row) => row.kind !== kind));
}
