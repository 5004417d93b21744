import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';

export interface Called {
	/** Which list it is: bringing in the same slug again replaces what was there. Small letters, digits and dashes. */
	slug: string;
	/** The file or address it was read from. */
	source: string;
	/** IANA name, for meetings that name none. */
	zone: string | null;
}

/** Holds a list still, so that two imports of it follow each other. One that is new is made, with a body of its own. */
export async function holdFeed(tx: Tx, { slug, source, zone }: Called) {
	await tx.db
		.insertInto('service_body')
		.values({ id: tx.newId(), slug, name: slug, zone, made_at: tx.now })
		.onConflict((known) => known.doNothing())
		.execute();
	const made = await tx.db
		.insertInto('feed')
		.columns(['id', 'service_body_id', 'slug', 'source', 'zone', 'changed_at', 'confirmed_at'])
		.expression((from) =>
			from
				.selectFrom('service_body')
				.select([
					sql.val(tx.newId<'feed'>()).as('id'),
					'id as service_body_id',
					'slug',
					sql.val(source).as('source'),
					sql.val(zone).as('zone'),
					sql.val(tx.now).as('changed_at'),
					sql.val(tx.now).as('confirmed_at'),
				])
				.where('slug', '=', slug),
		)
		.onConflict((known) => known.doNothing())
		.returning('id')
		.executeTakeFirst();
	const feed = await tx.db
		.selectFrom('feed')
		.select(['id', 'service_body_id as bodyId', 'source', 'zone', 'format', 'changed_at'])
		.where('slug', '=', slug)
		.forUpdate()
		.executeTakeFirstOrThrow();
	return { ...feed, isNew: made !== undefined };
}

export type HeldFeed = Awaited<ReturnType<typeof holdFeed>>;
