import { messageOf } from '#features/conversations/server/index.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import { thingNamed } from '#features/desk/server/index.ts';
import type { Reader } from '#platform/db.ts';
import { isId, type PersonId } from '#platform/ids.ts';
import type { LineAround, Reportable, Reported } from '#platform/reportable.ts';
import type { Vault } from '#platform/vault.ts';

export interface Thing extends Reported {
	/** The one name that it has, however it was named: `message:0198…`. */
	about: string;
	reportable: Reportable;
	id: string;
}

/**
 * What somebody wants to tell stewards of, as they may see it; undefined when there is no such thing or it is not for them.
 * A line of a conversation can be named by who said it there and at which place, which is all that its readers know of it.
 */
export async function thingFor(
	db: Reader,
	vault: Vault,
	{ viewer, about }: { viewer: PersonId; about: string },
	now: Date,
): Promise<Thing | undefined> {
	const name = await canonical(db, about);
	const thing = name ? thingNamed(name) : undefined;
	if (!name || !thing || !isId(thing.id)) return undefined;
	const shown = await thing.reportable.show(db, vault, viewer, thing.id, now);
	return shown && { ...shown, ...thing, about: name };
}

async function canonical(db: Reader, about: string): Promise<string | undefined> {
	const line = /^line:([0-9a-f-]{36})\.([1-9]\d{0,8})$/.exec(about);
	if (!line) return about;
	const [, alias = '', place] = line;
	const id = isId(alias) ? await messageOf(db, alias as unknown as AliasId, Number(place)) : undefined;
	return id && `message:${id}`;
}

/** What was said around it, where there is anything. */
export const aroundThing = (
	db: Reader,
	vault: Vault,
	{ reportable, id }: Thing,
	now: Date,
): Promise<LineAround[]> => reportable.around?.(db, vault, id, now) ?? Promise.resolve([]);
