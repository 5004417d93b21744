import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Vault } from '#platform/vault.ts';
import { VERSIONS_KEPT, type Audience, type Look } from '../wishes.ts';
import { openVersions } from './versions.ts';

/** One’s own wishes, every version that is kept, and whom one lets look. Looking at one’s own leaves nothing behind. */
export async function myWishes(db: Reader, vault: Vault, me: PersonId) {
	const [newest, ...earlier] = await openVersions(db, vault, me, VERSIONS_KEPT);
	return { newest, earlier, mayLook: await mayLookAt(db, me) };
}

/** Whom somebody lets look; undefined when they have kept nothing. */
export async function mayLookAt(
	db: Reader,
	ownerId: PersonId,
): Promise<Record<Audience, boolean> | undefined> {
	return db
		.selectFrom('wishes')
		.select(['supporter_may as supporter', 'stewards_may as stewards'])
		.where('person_id', '=', ownerId)
		.executeTakeFirst();
}

/** More than anybody reads at once. */
const MOST = 200;

/** Who looked at somebody’s wishes, when and why, the latest first. In a talk by the name they have there. */
export async function looksAt(db: Reader, ownerId: PersonId): Promise<Look[]> {
	const rows = await db
		.selectFrom('wishes_look as look')
		.leftJoin('person', 'person.id', 'look.looked_by')
		.leftJoin('alias', (join) =>
			join.onRef('alias.conversation_id', '=', 'look.about').onRef('alias.person_id', '=', 'look.looked_by'),
		)
		.select(['look.at', 'look.ground', 'person.nickname', 'alias.name as alias'])
		.where('look.owner_id', '=', ownerId)
		.orderBy('look.at', 'desc')
		.orderBy('look.id', 'desc')
		.limit(MOST)
		.execute();
	return rows.map(({ at, ground, nickname, alias }) => ({
		at,
		ground,
		by: (ground === 'talk' ? alias : nickname) ?? '',
	}));
}
