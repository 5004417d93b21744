import { expect } from 'vitest';
import { evening, test } from '#test/world.ts';
import type { Newcomer } from './sign-up.ts';
import { foundOrganisation } from './found-organisation.ts';
import { signUp } from './sign-up.ts';

const ana: Newcomer = {
	nickname: 'Ana',
	ageBand: 'adult',
	locale: 'es',
	zone: 'Europe/Madrid',
	passphrase: null,
};

test('a nickname is enough', async ({ world }) => {
	const signedUp = await world.as(null, (tx) => signUp(tx, ana));

	expect(signedUp).toMatchObject({
		recoveryCode: expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/),
	});
	const columns = await world.db.introspection.getTables();
	const ofPerson = columns.find(({ name }) => name === 'person')!.columns.map(({ name }) => name);
	expect(ofPerson.filter((name) => /mail|phone|birth|address|real|ip$|last|seen/.test(name))).toEqual([]);
});

test('of two people who ask for one nickname at once, one gets it', async ({ world }) => {
	const asked = ['Ana', 'ANA', 'Aná', 'A n a', 'ana'];

	const answers = await Promise.all(
		asked.map((nickname) => world.as(null, (tx) => signUp(tx, { ...ana, nickname }))),
	);

	expect(answers.filter((answer) => !('refused' in answer))).toHaveLength(1);
	expect(answers.filter((answer) => 'refused' in answer)).toEqual([
		{ refused: 'nickname-taken' },
		{ refused: 'nickname-taken' },
		{ refused: 'nickname-taken' },
		{ refused: 'nickname-taken' },
	]);
	const kept = await world.db.selectFrom('sealing_key').select('id').execute();
	expect(kept).toHaveLength(1);
});

test('when somebody came is kept by the day only', async ({ world }) => {
	await world.as(null, (tx) => signUp(tx, ana));

	const { id, joined_on } = await world.db
		.selectFrom('person')
		.select(['id', 'joined_on'])
		.executeTakeFirstOrThrow();
	expect(joined_on).toBe('2026-11-22');
	expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-22T00:00Z'));
	expect(evening.getTime()).not.toBe(Date.parse('2026-11-22T00:00Z'));
});

test('an age band is open only when the organisation opens it', async ({ world }) => {
	const young = { ...ana, ageBand: '13-17' } as const;
	expect(await world.as(null, (tx) => signUp(tx, young))).toEqual({ refused: 'band-closed' });

	await world.as(null, (tx) => foundOrganisation(tx, { name: 'The Lamp', locale: 'en' }));
	await world.db
		.updateTable('organisation')
		.set({ age_bands: ['adult', '13-17'] })
		.execute();

	expect(await world.as(null, (tx) => signUp(tx, young))).toHaveProperty('personId');
	expect(await world.as(null, (tx) => signUp(tx, { ...ana, nickname: 'Ben', ageBand: '16-25' }))).toEqual({
		refused: 'band-closed',
	});
});

test('nobody but the newcomer ever learns the recovery code', async ({ world }) => {
	const signedUp = await world.as(null, (tx) => signUp(tx, ana));
	if ('refused' in signedUp) throw new Error(signedUp.refused);

	const rows = await world.db.selectFrom('person').selectAll().execute();
	const facts = await world.db.selectFrom('event').selectAll().execute();
	const kept = JSON.stringify([
		rows.map((row) => ({ ...row, recovery_digest: row.recovery_digest.toString('latin1') })),
		facts,
	]);
	expect(kept).not.toContain(signedUp.recoveryCode);
	expect(kept).not.toContain(signedUp.recoveryCode.replaceAll('-', ''));
});
