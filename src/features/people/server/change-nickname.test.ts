import { expect } from 'vitest';
import { test } from '#test/world.ts';
import { changeNickname } from './change-nickname.ts';
import { signUp } from './sign-up.ts';

const newcomer = { ageBand: 'adult', locale: 'en', zone: 'UTC', passphrase: null } as const;

test('one can go by another nickname, or write one’s own differently', async ({ world }) => {
	const ana = await world.person('Ana');
	for (const nickname of ['ANA', 'Aná', 'Somebody Else', 'Ana'])
		expect(await world.as(ana, (tx) => changeNickname(tx, nickname))).toEqual({ nickname });
});

test('nobody can take a name that looks like somebody else’s', async ({ world }) => {
	const [ana] = [await world.person('Ana'), await world.person('Helen')];
	expect(await world.as(ana, (tx) => changeNickname(tx, 'HeIen'))).toEqual({ refused: 'nickname-taken' });
	expect(await world.as(ana, (tx) => changeNickname(tx, '\u202e'))).toEqual({ refused: 'nickname-empty' });
});

test('a newcomer and somebody changing name cannot both get it', async ({ world }) => {
	for (let round = 0; round < 5; round += 1) {
		const [ana, ben] = [await world.person(`Ana ${round}`), await world.person(`Ben ${round}`)];
		const nickname = `Night owl ${round}`;
		const answers = await Promise.all([
			world.as(ana, (tx) => changeNickname(tx, nickname)),
			world.as(ben, (tx) => changeNickname(tx, nickname)),
			world.as(null, (tx) => signUp(tx, { ...newcomer, nickname })),
		]);
		expect(answers.filter((answer) => 'refused' in answer)).toEqual([
			{ refused: 'nickname-taken' },
			{ refused: 'nickname-taken' },
		]);
	}
});
