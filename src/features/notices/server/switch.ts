import type { Tx } from '#platform/db.ts';
import { kinds, type NoticeKind } from '../notice.ts';

/** Says which kinds one wants to be told. The others are not kept for later either. */
export async function want(tx: Tx, wanted: readonly NoticeKind[]) {
	await tx.db.deleteFrom('notice_off').where('person_id', '=', tx.actor).execute();
	const off = kinds.filter((kind) => !wanted.includes(kind));
	if (off.length > 0)
		await tx.db
			.insertInto('notice_off')
			.values(off.map((kind) => ({ person_id: tx.actor, kind })))
			.execute();
	return { wanted };
}
