import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/db.ts';
import { newId, type PersonId } from '#platform/ids.ts';
import { after, dayOf, days, minutes, startOfDay } from '#platform/time.ts';
import { writtenOnce } from '#platform/written-once.ts';
import type { SignedIn } from '../person.ts';

/** On one’s own device, between four and five weeks after it was last used. */
const OWN_DEVICE = days(28);
/** On a shared device it ends with the browser, and after a quarter of an hour without a page. */
const SHARED_DEVICE = minutes(15);
/** How long after showing who they are somebody may do what cannot be undone. */
const FRESH = minutes(10);

export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Begins a session and returns the token for the cookie. Only its digest is kept. */
export async function beginSession(
	tx: Tx,
	personId: PersonId,
	{ device, sharedDevice }: { device: string; sharedDevice: boolean },
): Promise<{ token: string }> {
	const token = randomBytes(32).toString('base64url');
	await tx.db
		.insertInto('session')
		.values({
			digest: digestOf(token),
			// Ids carry the moment they were made at; this one only carries the day.
			id: newId<'session'>(startOfDay(tx.now)),
			person_id: personId,
			device,
			shared_device: sharedDevice,
			begun_on: dayOf(tx.now),
			ends_at: endOf(sharedDevice, tx.now),
			fresh_until: after(tx.now, FRESH),
		})
		.execute();
	return { token };
}

/** The person behind a cookie’s token; undefined when there is none, or the session has ended. */
export const signedInBy = (db: Reader, token: string, now: Date) => signedInWith(db, digestOf(token), now);

/** The same, for whoever has kept only the digest of the token. */
export async function signedInWith(db: Reader, digest: Buffer, now: Date): Promise<SignedIn | undefined> {
	const row = await sessionBy({ digest, now }).executeTakeFirst(db);
	if (!row) return undefined;
	const { sessionId, sharedDevice, freshUntil, endsAt, duties, suspendedUntil, ...person } = row;
	const fresh = freshUntil !== null && freshUntil > now;
	const toRenew = endsAt < renewedBefore(sharedDevice, now);
	return {
		...person,
		duties: duties ?? [],
		shutOutUntil: suspendedUntil && suspendedUntil > now ? suspendedUntil : null,
		session: { id: sessionId, digest, sharedDevice, fresh, endsAt, toRenew },
	};
}

const sessionBy = writtenOnce((db, { digest, now }: { digest: Buffer; now: Date }) =>
	db
		.selectFrom('session')
		.innerJoin('person', 'person.id', 'session.person_id')
		.select((select) => [
			'person.id',
			'person.nickname',
			'person.age_band as ageBand',
			'person.locale',
			'person.zone',
			'person.theme',
			'person.discreet',
			'person.writing_hints as writingHints',
			'person.suspended_until as suspendedUntil',
			'person.country',
			'session.id as sessionId',
			'session.shared_device as sharedDevice',
			'session.fresh_until as freshUntil',
			'session.ends_at as endsAt',
			select
				.selectFrom('duty')
				.select(sql<SignedIn['duties']>`coalesce(array_agg(duty.duty order by duty.duty), '{}')`.as('duties'))
				.whereRef('duty.person_id', '=', 'person.id')
				.as('duties'),
		])
		.where('session.digest', '=', digest)
		.where('session.ends_at', '>', now),
);

/** Keeps a session going: a shared device’s every minute, one’s own every week. See `SignedIn.session.toRenew`. */
export async function renewSession(
	tx: Tx,
	{ digest, sharedDevice }: Pick<SignedIn['session'], 'digest' | 'sharedDevice'>,
) {
	await tx.db
		.updateTable('session')
		.set({ ends_at: endOf(sharedDevice, tx.now) })
		.where('digest', '=', digest)
		.where('ends_at', '>', tx.now)
		.where('ends_at', '<', renewedBefore(sharedDevice, tx.now))
		.execute();
	return {};
}

/** Remembers for ten minutes that whoever holds this session has just shown who they are. */
export async function freshenSession(tx: Tx, { digest }: Pick<SignedIn['session'], 'digest'>) {
	const freshUntil = after(tx.now, FRESH);
	await tx.db.updateTable('session').set({ fresh_until: freshUntil }).where('digest', '=', digest).execute();
	return {};
}

/** Has every process look again at who holds the sockets of this person, and close those whose session is gone. */
export const sessionsChanged = (tx: Tx, personId: PersonId) => tx.nudge(`!person:${personId}`);

/**
 * When a session that is in use now will end. On one’s own device always with a whole week, so that no row tells when
 * somebody was last here more closely than that.
 */
function endOf(sharedDevice: boolean, now: Date): Date {
	if (sharedDevice) return after(now, SHARED_DEVICE);
	const week = days(7);
	return new Date(Math.ceil((now.getTime() + OWN_DEVICE) / week) * week);
}

/** A session that ends before this is worth keeping going; a later one was renewed just now. */
const renewedBefore = (sharedDevice: boolean, now: Date) =>
	sharedDevice ? after(endOf(true, now), -minutes(1)) : endOf(false, now);
