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
	const rows = await toldBy(db, vault, [personId]);
	const about = rows.map(({ kind, audience, open }) => [kind, { audience, told: open() }]);
	return { ...nothingTold, ...(Object.fromEntries(about) as Partial<About>) };
}

export type Shown = { [K in Kind]?: About[K]['told'] };

/** What these people tell this viewer, by person. What may not be told is missing, as if there were nothing. */
export async function toldToBy(
	db: Reader,
	vault: Vault,
	people: readonly PersonId[],
	{ viewer, sharesCircle }: Pick<Between, 'viewer' | 'sharesCircle'>,
): Promise<Map<PersonId, Shown>> {
	const shown = new Map<PersonId, Shown>();
	for (const { personId, ageBand, kind, audience, open } of await toldBy(db, vault, people)) {
		if (mayTell(audience, { viewer, teller: { ageBand }, sharesCircle }).refused) continue;
		shown.set(personId, { ...shown.get(personId), [kind]: open() });
	}
	return shown;
}

/** Everything these people have told, still sealed, in one query. */
async function toldBy(db: Reader, vault: Vault, people: readonly PersonId[]) {
	if (people.length === 0) return [];
	const rows = await db
		.selectFrom('about')
		.innerJoin('person', 'person.id', 'about.person_id')
		.innerJoin('sealing_key', 'sealing_key.id', 'person.key_id')
		.select([
			'person.id as personId',
			'person.age_band as ageBand',
			'about.kind',
			'about.audience',
			'about.told',
			'sealing_key.id',
			'sealing_key.master',
			'sealing_key.wrapped',
		])
		.where('person.id', 'in', people)
		.execute();
	return rows.map(({ told, id, master, wrapped, ...row }) => ({
		...row,
		open: (): unknown =>
			JSON.parse(unseal(vault.unwrap({ id, master, wrapped }), told, contextOf(row.personId, row.kind))),
	}));
}

const contextOf = (personId: PersonId, kind: Kind) => `about:${personId}:${kind}`;
