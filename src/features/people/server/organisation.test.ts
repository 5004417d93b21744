import { expect } from 'vitest';
import { test, type World } from '#test/world.ts';
import { appoint } from './appoint.ts';
import { changeOrganisation } from './change-organisation.ts';
import { claim } from './claim.ts';
import { foundOrganisation } from './found-organisation.ts';
import { dutyHolders, isClaimOpen, organisationOf, viewerById } from './queries.ts';
import { takeDuty } from './take-duty.ts';

const crisisPolicy = 'We call nobody without asking you first.';

const found = (world: World) =>
	world.as(null, (tx) => foundOrganisation(tx, { name: 'The Lamp', locale: 'es' }));

test('the first start makes the organisation and a link; the next makes only a new link', async ({
	world,
}) => {
	const [first, second] = [await found(world), await found(world)];

	expect(await organisationOf(world.db)).toEqual({
		name: 'The Lamp',
		locale: 'es',
		ageBands: ['adult'],
		crisisPolicy: '',
	});
	expect(await isClaimOpen(world.db, first.claimToken!)).toBe(false);
	expect(await isClaimOpen(world.db, second.claimToken!)).toBe(true);
});

test('of many who open the link at once, one becomes the coordinator', async ({ world }) => {
	const { claimToken } = await found(world);
	const people = await Promise.all(['Ana', 'Ben', 'Cy', 'Dee'].map((name) => world.person(name)));

	const answers = await Promise.all(
		people.map((who) => world.as(who, (tx) => claim(tx, { token: claimToken!, crisisPolicy }))),
	);

	expect(answers.filter((answer) => 'claimed' in answer)).toHaveLength(1);
	expect(answers.filter((answer) => 'refused' in answer)).toEqual([
		{ refused: 'claim-gone' },
		{ refused: 'claim-gone' },
		{ refused: 'claim-gone' },
	]);
	expect(await dutyHolders(world.db)).toHaveLength(1);
	expect(await found(world)).toEqual({ claimToken: null });
});

test('a coordinator gives duties by nickname, and takes them back', async ({ world }) => {
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	const ben = await world.person('Ben');

	await world.as(amara, (tx) => appoint(tx, { nickname: ' BEN', duty: 'host' }));
	await world.as(amara, (tx) => appoint(tx, { nickname: 'Ben', duty: 'host' }));
	expect((await viewerById(world.db, ben))?.duties).toEqual(['host']);

	await world.as(amara, (tx) => takeDuty(tx, { personId: ben, duty: 'host' }));
	expect((await viewerById(world.db, ben))?.duties).toEqual([]);
	expect(await world.as(amara, (tx) => appoint(tx, { nickname: 'Nobody', duty: 'host' }))).toEqual({
		refused: 'nobody-called-that',
	});
});

test('nobody else gives or takes a duty, or renames the place', async ({ world }) => {
	await found(world);
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	const ben = await world.person('Ben', { duties: ['host', 'steward'] });
	const no = { refused: 'not-a-coordinator' };

	expect(await world.as(ben, (tx) => appoint(tx, { nickname: 'Ben', duty: 'coordinator' }))).toEqual(no);
	expect(await world.as(ben, (tx) => takeDuty(tx, { personId: amara, duty: 'coordinator' }))).toEqual(no);
	const place = { name: 'Ben’s', ageBands: [], locale: 'en', crisisPolicy: '' };
	expect(await world.as(ben, (tx) => changeOrganisation(tx, place))).toEqual(no);
	expect((await organisationOf(world.db)).name).toBe('The Lamp');
});

test('somebody always looks after the place, even when two coordinators dismiss each other at once', async ({
	world,
}) => {
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	expect(await world.as(amara, (tx) => takeDuty(tx, { personId: amara, duty: 'coordinator' }))).toEqual({
		refused: 'last-coordinator',
	});

	for (let round = 0; round < 5; round += 1) {
		const ben = await world.person(`Ben ${round}`, { duties: ['coordinator'] });
		const left = (await dutyHolders(world.db)).filter(({ duty }) => duty === 'coordinator');
		const one = left.find(({ id }) => id !== ben)!.id;
		await Promise.all([
			world.as(one, (tx) => takeDuty(tx, { personId: ben, duty: 'coordinator' })),
			world.as(ben, (tx) => takeDuty(tx, { personId: one, duty: 'coordinator' })),
		]);
		expect((await dutyHolders(world.db)).filter(({ duty }) => duty === 'coordinator')).toHaveLength(1);
	}
});

test('adults always may come, whatever is ticked', async ({ world }) => {
	await found(world);
	const amara = await world.person('Amara', { duties: ['coordinator'] });

	await world.as(amara, (tx) =>
		changeOrganisation(tx, {
			name: 'The Lamp',
			ageBands: ['13-17'],
			locale: 'en',
			crisisPolicy: 'We ask you first.',
		}),
	);

	expect(await organisationOf(world.db)).toMatchObject({
		ageBands: expect.arrayContaining(['adult', '13-17']),
		crisisPolicy: 'We ask you first.',
	});
});
