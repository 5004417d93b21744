import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seal, unseal } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import { kinds, nothingTold, type About, type Kind } from '../about.ts';
import { mayTell, type Between } from '../policy.ts';

/** Keeps what a person tells about themselves, and to whom. What says nothing is not kept. */
export async function tellAboutMe(tx: Tx, about: About) {
	const { key_id } = await tx.db
		.selectFrom('person')
		.select('key_id')
		.where('id', '=', tx.actor)
		.forUpdate()
		.executeTakeFirstOrThrow();
	const key = await tx.vault.key(tx.db, key_id);
	if (!key) throw new Error('A person’s key is missing.');

	await tx.db.deleteFrom('about').where('person_id', '=', tx.actor).execute();
	for (const kind of kinds) {
		const { told, audience } = about[kind];
		if (told.length === 0) continue;
		await tx.db
			.insertInto('about')
			.values({
				person_id: tx.actor,
				kind,
				audience,
				told: seal(key, JSON.stringify(told), contextOf(tx.actor, kind)),
			})
			.execute();
	}
	return {};
}

/** Everything a person tells about themselves, for their own eyes. */
export async function aboutMe(db: Reader, vault: Vault, personId: PersonId): Promise<About> {
	const person = await db.selectFrom('person').select('key_id').where('id', '=', personId).executeTakeFirst();
	const key = person && (await vault.key(db, person.key_id));
	if (!key) return nothingTold;
	const rows = await db
		.selectFrom('about')
		.select(['kind', 'audience', 'told'])
		.where('person_id', '=', personId)
		.execute();
	const told = rows.map(({ kind, audience, told }) => [
		kind,
		{ audience, told: JSON.parse(unseal(key, told, contextOf(personId, kind))) as unknown },
	]);
	return { ...nothingTold, ...(Object.fromEntries(told) as Partial<About>) };
}

/** What of it may be shown to this viewer; kinds that may not are missing, as if nothing had been told. */
export async function toldTo(
	db: Reader,
	vault: Vault,
	personId: PersonId,
	{ viewer, sharesCircle }: Pick<Between, 'viewer' | 'sharesCircle'>,
): Promise<{ [K in Kind]?: About[K]['told'] }> {
	const teller = await db
		.selectFrom('person')
		.select('age_band as ageBand')
		.where('id', '=', personId)
		.executeTakeFirst();
	if (!teller) return {};
	const about = await aboutMe(db, vault, personId);
	const shown = kinds
		.filter((kind) => about[kind].told.length > 0)
		.filter((kind) => !mayTell(about[kind].audience, { viewer, teller, sharesCircle }).refused)
		.map((kind) => [kind, about[kind].told] as const);
	return Object.fromEntries(shown);
}

const contextOf = (personId: PersonId, kind: Kind) => `about:${personId}:${kind}`;
