import { createHash, randomBytes } from 'node:crypto';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, dayOf, days } from '#platform/time.ts';

/** A device that has not signed in for this long is a stranger again. */
const REMEMBERED = days(180);

/** The words of a device’s own cookie. The same device may know several people. */
export const newDeviceToken = () => randomBytes(32).toString('base64url');

/** Remembers that this person has signed in here, so that guesses made elsewhere never lock them out here. */
export async function rememberDevice(tx: Tx, personId: PersonId, deviceToken: string) {
	const forgetOn = dayOf(after(tx.now, REMEMBERED));
	await tx.db
		.insertInto('known_device')
		.values({ digest: deviceDigest(personId, deviceToken), person_id: personId, forget_on: forgetOn })
		.onConflict((again) => again.column('digest').doUpdateSet({ forget_on: forgetOn }))
		.execute();
	return {};
}

export async function knowsDevice(
	db: Reader,
	personId: PersonId,
	deviceToken: string,
	now: Date,
): Promise<boolean> {
	const row = await db
		.selectFrom('known_device')
		.select('digest')
		.where('digest', '=', deviceDigest(personId, deviceToken))
		.where('forget_on', '>', dayOf(now))
		.executeTakeFirst();
	return row !== undefined;
}

/** The person is part of it, so that two people who share a device cannot be told to from the table. */
const deviceDigest = (personId: PersonId, deviceToken: string) =>
	createHash('sha256').update(`${personId}\0${deviceToken}`).digest();
