import type { Personal } from '#platform/personal.ts';
import { aboutMe } from './about.ts';
import { passkeysOf, sessionsOf } from './queries.ts';

/** The account itself, what the person tells about themselves, and what happened to them by name of fact. */
export const personal: Personal = {
	feature: 'people',

	async export(db, vault, personId) {
		const person = await db
			.selectFrom('person')
			.select([
				'nickname',
				'age_band as ageBand',
				'locale',
				'zone',
				'theme',
				'discreet',
				'writing_hints as writingHints',
				'country',
				'joined_on as joinedOn',
				'suspended_until as suspendedUntil',
			])
			.where('id', '=', personId)
			.executeTakeFirstOrThrow();
		const duties = await db
			.selectFrom('duty')
			.select(['duty', 'given_at as givenAt'])
			.where('person_id', '=', personId)
			.execute();
		const happened = await db
			.selectFrom('event')
			.select(['name', 'at'])
			.where((or) => or.or([or('actor_id', '=', personId), or('subject', '=', `person:${personId}`)]))
			.orderBy('seq')
			.execute();
		return {
			...person,
			about: await aboutMe(db, vault, personId),
			sessions: (await sessionsOf(db, personId)).map(({ id: _, ...session }) => session),
			passkeys: (await passkeysOf(db, personId)).map(({ id: _, ...passkey }) => passkey),
			duties,
			happened,
		};
	},

	/** Sessions, passkeys, duties and what was told go with the row they belong to; the key goes after it. */
	async erase(tx, personId) {
		const person = await tx.db
			.deleteFrom('person')
			.where('id', '=', personId)
			.returning('key_id')
			.executeTakeFirst();
		if (person) await tx.db.deleteFrom('sealing_key').where('id', '=', person.key_id).execute();
	},
};
