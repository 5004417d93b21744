import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import { mayBegin, seeksMany } from '../contacts.ts';
import { cameLately } from '../newcomer.ts';
import { lookAtCompany, lookAtSeeker } from './look-at-people.ts';
import { patternsOf } from './tuning.ts';

/**
 * To be asked wherever somebody turns to somebody else in particular, before the two are put together: an ask to a chosen
 * supporter, a talk aside, being with somebody who waits. Turning to the same person again is nothing new. `asked` is whoever
 * comes because they hold that duty and somebody waits for it: however lately they came, they may answer as many as there are.
 */
export async function beginContact(
	tx: Tx,
	{ with: withId, asked = false }: { with: PersonId; asked?: boolean },
) {
	// One person’s beginnings wait for each other, so that several at once are several.
	await sql`select pg_advisory_xact_lock(hashtextextended(${`attention.contact:${tx.actor}`}, 0))`.execute(
		tx.db,
	);
	const { known, begun, answered, joinedOn } = await standingOf(tx, withId);
	if (known) return { known: true };

	const patterns = await patternsOf(tx.db);
	const isNewHere = cameLately({ joinedOn }, patterns, tx.now);
	const ruling = mayBegin({ cameLately: isNewHere && !asked, begun }, patterns);
	if (ruling.refused) return ruling;

	await tx.db
		.insertInto('contact')
		.values({ person_id: tx.actor, with_id: withId, begun_at: tx.now, answered_at: null })
		.execute();
	const personId = tx.actor;
	if (isNewHere && !asked && begun + 1 >= patterns.newContactsADay)
		await tx.enqueue(lookAtCompany, { personId });
	if (seeksMany({ begun: begun + 1, answered }, patterns)) await tx.enqueue(lookAtSeeker, { personId });
	return { known: false };
}

/** The other of the two has answered: what was begun has become a talk. */
export async function contactAnswered(tx: Tx, { begunBy }: { begunBy: PersonId }) {
	await tx.db
		.updateTable('contact')
		.set({ answered_at: tx.now })
		.where('person_id', '=', begunBy)
		.where('with_id', '=', tx.actor)
		.where('answered_at', 'is', null)
		.execute();
}

/** With how many the actor has begun to talk in the last day, how many of them have answered, and whether this is one. */
const standingOf = (tx: Tx, withId: PersonId) =>
	tx.db
		.selectFrom('person')
		.leftJoin('contact', (join) =>
			join
				.onRef('contact.person_id', '=', 'person.id')
				.on((is) =>
					is.or([is('contact.begun_at', '>', after(tx.now, -days(1))), is('contact.with_id', '=', withId)]),
				),
		)
		.select([
			'person.joined_on as joinedOn',
			sql<boolean>`coalesce(bool_or(contact.with_id = ${withId}), false)`.as('known'),
			sql<number>`count(contact.with_id)::int`.as('begun'),
			sql<number>`count(contact.answered_at)::int`.as('answered'),
		])
		.where('person.id', '=', tx.actor)
		.groupBy('person.id')
		.executeTakeFirstOrThrow();
