import type { Spine } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { nicknameKey } from '../nickname.ts';
import { countAttempt, uncountAttempt, type AskedToWait, type Attempt } from './guard.ts';
import { knowsDevice } from './known-device.ts';
import { isPassphrase } from './passphrase.ts';

export interface AtTheDoor {
	nickname: string;
	passphrase: string;
	/** The words of the device’s cookie, if it has one. */
	deviceToken: string | undefined;
	address: string;
}

/**
 * Who stands at the door. A nickname nobody has and a passphrase that is wrong get the same answer after the same work.
 * It stands outside any transaction: counting must outlive a refusal, and hashing must not hold a connection.
 */
export async function whoSignsIn(
	spine: Spine,
	{ nickname, passphrase, deviceToken, address }: AtTheDoor,
	now: Date,
): Promise<{ personId: PersonId } | Refused<'sign-in-wrong' | 'busy'> | AskedToWait> {
	const account = nicknameKey(nickname);
	const person = await spine.db
		.selectFrom('person')
		.select(['id', 'passphrase'])
		.where('nickname_key', '=', account)
		.executeTakeFirst();
	const known =
		deviceToken !== undefined && (await knowsDevice(spine.db, person?.id ?? nobody, deviceToken, now));

	const attempt: Attempt = { account, knownDevice: known ? deviceToken : undefined, address };
	const ruling = await countAttempt(spine, attempt, now);
	if (ruling.refused) return ruling;

	if (!(await isPassphrase(passphrase, person?.passphrase)) || !person) return refuse('sign-in-wrong');
	await uncountAttempt(spine, attempt, now);
	return { personId: person.id };
}

/** Asks the same question about nobody, so that it takes as long. */
const nobody = '00000000-0000-7000-8000-000000000000' as PersonId;
