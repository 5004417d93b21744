import { sql } from 'kysely';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Bearer } from '../token.ts';
import { digestOf } from './make-token.ts';

/** The token in an `Authorization` header: everything that `Bearer …` may hold (RFC 6750). */
export const bearerTokenIn = (header: string | null | undefined): string | undefined =>
	/^Bearer +([\w.~+/-]{1,200}=*)$/i.exec(header ?? '')?.[1];

/**
 * Whoever holds this token, in one query; undefined when there is no such token, or it has ended. That it was used is
 * written down nowhere.
 */
export const bearerBy = (db: Reader, token: string, now: Date) => bearerWith(db, digestOf(token), now);

/** The same, for whoever has kept only the digest of the token. */
export async function bearerWith(db: Reader, digest: Buffer, now: Date): Promise<Bearer | undefined> {
	const row = await db
		.selectFrom('token')
		.innerJoin('person', 'person.id', 'token.person_id')
		.select((select) => [
			'person.id',
			'person.nickname',
			'person.age_band as ageBand',
			'person.locale',
			'person.zone',
			'token.name',
			'token.scopes',
			'token.ends_at as endsAt',
			select
				.selectFrom('duty')
				.select(sql<Bearer['duties']>`coalesce(array_agg(duty.duty order by duty.duty), '{}')`.as('duties'))
				.whereRef('duty.person_id', '=', 'person.id')
				.as('duties'),
		])
		.where('token.digest', '=', digest)
		.where('token.ends_at', '>', now)
		.where((shut) =>
			shut.or([shut('person.suspended_until', 'is', null), shut('person.suspended_until', '<=', now)]),
		)
		.executeTakeFirst();
	if (!row) return undefined;
	const { name, scopes, endsAt, duties, ...person } = row;
	return { ...person, duties: duties ?? [], token: { name, digest, scopes, endsAt } };
}

/** What a person has made, for their own eyes; ended ones are not there any more. */
export const tokensOf = (db: Reader, personId: PersonId, now: Date) =>
	db
		.selectFrom('token')
		.select(['id', 'name', 'scopes', 'made_on as madeOn', 'ends_at as endsAt'])
		.where('person_id', '=', personId)
		.where('ends_at', '>', now)
		.orderBy('made_on', 'desc')
		.orderBy('id')
		.execute();
