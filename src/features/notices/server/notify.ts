import type { Tx } from '#platform/db.ts';
import type { NoticeKind, Telling } from '../notice.ts';

/** Tells somebody something, with whatever else this transaction does: unless they have switched its kind off. */
export async function notify(tx: Tx, { to, kind, about, at, path }: Telling) {
	const off = await tx.db
		.selectFrom('notice_off')
		.select('kind')
		.where('person_id', '=', to)
		.where('kind', '=', kind)
		.executeTakeFirst();
	if (off) return;
	await tx.db
		.insertInto('notice')
		.values({ id: tx.newId(), person_id: to, kind, about, at, path, made_at: tx.now })
		.execute();
}

/** Takes back what was told of something that is no longer so. Of these kinds only, and to whomever it was. */
export async function takeBack(tx: Tx, { about, kinds }: { about: string; kinds: readonly NoticeKind[] }) {
	await tx.db.deleteFrom('notice').where('about', '=', about).where('kind', 'in', kinds).execute();
}

/** Takes back whatever leads to a path, or below it: there is nothing there any more. */
export async function takeBackUnder(tx: Tx, path: string) {
	await tx.db
		.deleteFrom('notice')
		.where((leads) => leads.or([leads('path', '=', path), leads('path', 'like', `${path}/%`)]))
		.execute();
}
