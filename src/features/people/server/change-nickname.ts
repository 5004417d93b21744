import type { Tx } from '#platform/db.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { nicknameKey, readNickname, type CannotBeCalled } from '../nickname.ts';
import { holderOf, holdNickname } from './hold-nickname.ts';

/** Goes by another nickname from now on. Aliases in circles stay as they are. */
export async function changeNickname(
	tx: Tx,
	typed: string,
): Promise<{ nickname: string } | Refused<CannotBeCalled | 'nickname-taken'>> {
	const read = readNickname(typed);
	if ('refused' in read) return read;
	const key = nicknameKey(read.nickname);

	await holdNickname(tx, key);
	const holder = await holderOf(tx.db, key);
	if (holder !== undefined && holder !== tx.actor) return refuse('nickname-taken');

	await tx.db
		.updateTable('person')
		.set({ nickname: read.nickname, nickname_key: key })
		.where('id', '=', tx.actor)
		.execute();
	return { nickname: read.nickname };
}
