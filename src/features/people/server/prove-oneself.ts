import type { Spine } from '#platform/db.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { nicknameKey } from '../nickname.ts';
import type { SignedIn } from '../person.ts';
import { countAttempt, uncountAttempt, type AskedToWait, type Attempt } from './guard.ts';
import { isPassphrase } from './passphrase.ts';

/** Whether whoever holds this session also knows the passphrase. A session counts as a known device. */
export async function proveOneself(
	spine: Spine,
	me: SignedIn,
	{ passphrase, address }: { passphrase: string; address: string },
	now: Date,
): Promise<Ruling<'passphrase-wrong' | 'busy'> | AskedToWait> {
	const attempt: Attempt = { account: nicknameKey(me.nickname), knownDevice: me.session.id, address };
	const ruling = await countAttempt(spine, attempt, now);
	if (ruling.refused) return ruling;

	const { passphrase: kept } = await spine.db
		.selectFrom('person')
		.select('passphrase')
		.where('id', '=', me.id)
		.executeTakeFirstOrThrow();
	if (!(await isPassphrase(passphrase, kept))) return refuse('passphrase-wrong');
	await uncountAttempt(spine, attempt, now);
	return allowed;
}
