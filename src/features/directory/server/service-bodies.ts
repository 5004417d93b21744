import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/db.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import type { ServiceBodyId } from '../events.ts';

/** What is said of an organisation or region that listings belong to. */
export interface BodyDetails {
	name: string;
	about: string | null;
	website: string | null;
	/** IANA; the clocks of its listings that name none. */
	zone: string | null;
	/** Days after which its listings are asked about. */
	askEvery: number;
}

/** Opens one, with a name for addresses that stays. */
export async function makeServiceBody(
	tx: Tx,
	{ slug, ...details }: BodyDetails & { slug: string },
): Promise<{ bodyId: ServiceBodyId } | Refused<'slug-taken'>> {
	const bodyId: ServiceBodyId = tx.newId();
	const made = await tx.db
		.insertInto('service_body')
		.values({ id: bodyId, slug, ...columnsOf(details), made_at: tx.now })
		.onConflict((taken) => taken.column('slug').doNothing())
		.returning('id')
		.executeTakeFirst();
	return made ? { bodyId } : refuse('slug-taken');
}

export async function changeServiceBody(tx: Tx, bodyId: ServiceBodyId, details: BodyDetails) {
	await tx.db.updateTable('service_body').set(columnsOf(details)).where('id', '=', bodyId).execute();
}

const columnsOf = ({ name, about, website, zone, askEvery }: BodyDetails) => ({
	name,
	about,
	website,
	zone,
	ask_every: askEvery,
});

const told = [
	'service_body.id',
	'service_body.slug',
	'service_body.name',
	'service_body.about',
	'service_body.website',
	'service_body.zone',
	'service_body.ask_every as askEvery',
] as const;

export const bodyBySlug = (db: Reader, slug: string) =>
	db.selectFrom('service_body').select(told).where('slug', '=', slug).executeTakeFirst();

/** These organisations and regions, or all of them, by name, with how many listings each has. */
export const bodiesWith = (db: Reader, ids: readonly ServiceBodyId[] | 'all') =>
	db
		.selectFrom('service_body')
		.select(told)
		.select(
			sql<number>`(select count(*)::int from listing where listing.service_body_id = service_body.id)`.as(
				'listings',
			),
		)
		.$if(ids !== 'all', (query) => query.where('id', '=', sql<ServiceBodyId>`any(${[...ids]}::uuid[])`))
		.orderBy('name')
		.orderBy('slug')
		.execute();
