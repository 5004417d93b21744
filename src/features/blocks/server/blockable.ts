import type { Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import { isId, type PersonId } from '#platform/ids.ts';
import type { Known } from '../block.ts';
import { isBetween } from './between.ts';

/** Something by which people know each other, and so by which one can block another. */
export interface Blockable {
	/** `alias` in `alias:0198…`. */
	prefix: string;
	/** Who that is, as this viewer knows them; undefined where they are not shown it. */
	whose(db: Reader, viewer: Viewer, id: string, now: Date): Promise<Met | undefined>;
}

interface Met extends Known {
	personId: PersonId;
}

/**
 * Somebody as the viewer knows them. Oneself, nobody, and somebody whom a block stands between already look the same:
 * there is nobody to block.
 */
export async function whoIs(
	db: Reader,
	blockables: readonly Blockable[],
	viewer: Viewer,
	who: string,
	now: Date,
): Promise<Met | undefined> {
	const colon = who.indexOf(':');
	const blockable = blockables.find(({ prefix }) => prefix === who.slice(0, colon));
	const id = who.slice(colon + 1);
	const met = blockable && id.split('.').every(isId) ? await blockable.whose(db, viewer, id, now) : undefined;
	if (!met || met.personId === viewer.id || (await isBetween(db, viewer.id, met.personId))) return undefined;
	return met;
}
