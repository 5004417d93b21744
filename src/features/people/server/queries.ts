import { sql } from 'kysely';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { nicknameKey } from '../nickname.ts';
import { unfounded, type Organisation } from '../organisation.ts';
import type { Viewer } from '../person.ts';
import { digestOf } from './sessions.ts';

/** The organisation that hosts this Hearten. */
export async function organisationOf(db: Reader): Promise<Organisation> {
	const row = await db
		.selectFrom('organisation')
		.select(['name', 'age_bands as ageBands', 'locale', 'crisis_policy as crisisPolicy'])
		.executeTakeFirst();
	return row ?? unfounded;
}

/** Somebody as rules need them; undefined once they have erased themselves. */
export async function viewerById(db: Reader, personId: PersonId): Promise<Viewer | undefined> {
	const row = await db
		.selectFrom('person')
		.select((select) => [
			'person.id',
			'person.age_band as ageBand',
			select
				.selectFrom('duty')
				.select(sql<Viewer['duties']>`coalesce(array_agg(duty.duty order by duty.duty), '{}')`.as('duties'))
				.whereRef('duty.person_id', '=', 'person.id')
				.as('duties'),
		])
		.where('person.id', '=', personId)
		.executeTakeFirst();
	return row && { ...row, duties: row.duties ?? [] };
}

/** Where somebody is signed in: a coarse device and a day, for their own eyes. */
export const sessionsOf = (db: Reader, personId: PersonId) =>
	db
		.selectFrom('session')
		.select(['id', 'device', 'shared_device as sharedDevice', 'begun_on as begunOn'])
		.where('person_id', '=', personId)
		.orderBy('begun_on', 'desc')
		.orderBy('id')
		.execute();

export const passkeysOf = (db: Reader, personId: PersonId) =>
	db
		.selectFrom('passkey')
		.select(['id', 'name', 'made_on as madeOn'])
		.where('person_id', '=', personId)
		.orderBy('id')
		.execute();

/** Which ways in somebody has, beside their recovery code. */
export async function waysIn(
	db: Reader,
	personId: PersonId,
): Promise<{ passphrase: boolean; passkeys: number }> {
	const row = await db
		.selectFrom('person')
		.select((select) => [
			sql<boolean>`person.passphrase is not null`.as('passphrase'),
			select
				.selectFrom('passkey')
				.select((passkey) => passkey.fn.countAll<number>().as('count'))
				.whereRef('passkey.person_id', '=', 'person.id')
				.as('passkeys'),
		])
		.where('person.id', '=', personId)
		.executeTakeFirstOrThrow();
	return { passphrase: row.passphrase, passkeys: row.passkeys ?? 0 };
}

/**
 * Whether somebody, joined as `person`, can still come back: by a session that goes on, or a way in that they have. Whoever
 * made up nothing but a nickname and has signed out cannot, and nobody need wait for them.
 */
export const canReturn = (now: Date) =>
	sql<boolean>`(person.passphrase is not null or person.made_up
		or exists (select from passkey where passkey.person_id = person.id)
		or exists (select from token where token.person_id = person.id and token.ends_at > ${now})
		or exists (select from session where session.person_id = person.id and session.ends_at > ${now}))`;

/** Everyone who looks after something, by nickname. For coordinators. */
export const dutyHolders = (db: Reader) =>
	db
		.selectFrom('duty')
		.innerJoin('person', 'person.id', 'duty.person_id')
		.select(['person.id', 'person.nickname', 'duty.duty'])
		.orderBy('person.nickname')
		.orderBy('duty.duty')
		.execute();

/** Whom a nickname means, written in whatever way. */
export const personByNickname = (db: Reader, nickname: string) =>
	db
		.selectFrom('person')
		.select(['id', 'nickname'])
		.where('nickname_key', '=', nicknameKey(nickname))
		.executeTakeFirst();

/** Whether this link still makes its opener the first coordinator. */
export async function isClaimOpen(db: Reader, token: string): Promise<boolean> {
	const row = await db
		.selectFrom('organisation')
		.select('one')
		.where('claim_digest', '=', digestOf(token))
		.executeTakeFirst();
	return row !== undefined;
}
