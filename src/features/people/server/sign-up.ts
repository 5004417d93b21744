import type { Reader, Tx } from '#platform/db.ts';
import { newId, type PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { dayOf, startOfDay } from '#platform/time.ts';
import { signedUp } from '../events.ts';
import { nicknameKey, readNickname, type CannotBeCalled, type Nickname } from '../nickname.ts';
import type { AgeBand } from '../person.ts';
import { holderOf, holdNickname } from './hold-nickname.ts';
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
	const key = nicknameKey(read.nickname);
	const { ageBands } = await organisationOf(tx.db);
	if (!ageBands.includes(ageBand)) return refuse('band-closed');
	await holdNickname(tx, key);
	if (await holderOf(tx.db, key)) return refuse('nickname-taken');

	const today = startOfDay(tx.now);
	// Ids carry the moment they were made at; this one only carries the day.
	const personId = newId<'person'>(today);
	const { id: keyId } = await tx.vault.newKey(tx.db, today);
	const { recoveryCode, digest } = newRecoveryCode();
	await tx.db
		.insertInto('person')
		.values({
			id: personId,
			nickname: read.nickname,
			nickname_key: key,
			age_band: ageBand,
			locale,
			zone,
			theme: 'system',
			discreet: false,
			country: null,
			key_id: keyId,
			passphrase,
			recovery_digest: digest,
			joined_on: dayOf(tx.now),
		})
		.execute();

	await tx.announce(signedUp({ personId }));
	return { personId, recoveryCode };
}

/** Whether somebody could be called this now, asked before their device makes a passkey by that name. */
export async function checkNickname(
	db: Reader,
	typed: string,
): Promise<{ nickname: Nickname } | Refused<CannotBeCalled | 'nickname-taken'>> {
	const read = readNickname(typed);
	if ('refused' in read) return read;
	return (await holderOf(db, nicknameKey(read.nickname))) ? refuse('nickname-taken') : read;
}
