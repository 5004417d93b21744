import type { Tx } from '#platform/db.ts';
import { newId, type PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { dayOf, startOfDay } from '#platform/time.ts';
import { signedUp } from '../events.ts';
import { nicknameKey, readNickname, type CannotBeCalled } from '../nickname.ts';
import type { AgeBand } from '../person.ts';
import { organisationOf } from './queries.ts';
import { newRecoveryCode } from './recovery-code.ts';

export interface Newcomer {
	nickname: string;
	ageBand: AgeBand;
	locale: string;
	/** IANA. */
	zone: string;
	/** Hashed already, in PHC form; null for somebody who comes with a passkey. */
	passphrase: string | null;
}

export type CannotSignUp = CannotBeCalled | 'nickname-taken' | 'band-closed';

/** Makes an account out of a nickname. The recovery code is told here, once, and never again. */
export async function signUp(
	tx: Tx,
	{ nickname: typed, ageBand, locale, zone, passphrase }: Newcomer,
): Promise<{ personId: PersonId; recoveryCode: string } | Refused<CannotSignUp>> {
	const read = readNickname(typed);
	if ('refused' in read) return read;
	const { ageBands } = await organisationOf(tx.db);
	if (!ageBands.includes(ageBand)) return refuse('band-closed');

	const today = startOfDay(tx.now);
	// Ids carry the moment they were made at; this one only carries the day.
	const personId = newId<'person'>(today);
	const { id: keyId } = await tx.vault.newKey(tx.db, today);
	const { recoveryCode, digest } = newRecoveryCode();
	const { numInsertedOrUpdatedRows: made } = await tx.db
		.insertInto('person')
		.values({
			id: personId,
			nickname: read.nickname,
			nickname_key: nicknameKey(read.nickname),
			age_band: ageBand,
			locale,
			zone,
			theme: 'system',
			discreet: false,
			key_id: keyId,
			passphrase,
			recovery_digest: digest,
			joined_on: dayOf(tx.now),
		})
		// Two people may ask for one name in the same instant; the database lets one of them have it.
		.onConflict((taken) => taken.column('nickname_key').doNothing())
		.executeTakeFirstOrThrow();
	if (!made) return refuse('nickname-taken');

	await tx.announce(signedUp({ personId }));
	return { personId, recoveryCode };
}
