import { describe, expect } from 'vitest';
import { test } from '#test/world.ts';
import { joinCircle } from './join-circle.ts';
import { leaveCircle } from './leave-circle.ts';
import { offerSeats } from './offer-free-seats.ts';

test('two people asking at once cannot both take the last seat', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	const dee = await world.person('Dee');
	const circle = await world.circle({ capacity: 2, seated: [dee] });

	const answers = await Promise.all([ana, ben].map((who) => world.as(who, (tx) => joinCircle(tx, circle))));

	expect(answers).toContainEqual({ seat: 'taken' });
	expect(answers).toContainEqual({ seat: 'waiting', place: 1 });
});

test('twenty people asking at once for the last seat: one sits down, and nineteen stand in line in order', async ({
	world,
}) => {
	const dee = await world.person('Dee');
	const circle = await world.circle({ capacity: 2, seated: [dee] });
	const twenty = [];
	for (let i = 0; i < 20; i++) twenty.push(await world.person(`Person ${i}`));

	const answers = await Promise.all(twenty.map((who) => world.as(who, (tx) => joinCircle(tx, circle))));

	expect(answers.filter((answer) => 'seat' in answer && answer.seat === 'taken')).toHaveLength(1);
	const places = answers.flatMap((answer) => ('place' in answer ? [answer.place] : []));
	expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
	const seats = await world.db
		.selectFrom('seat')
		.select('person_id')
		.where('circle_id', '=', circle)
		.execute();
	expect(seats).toHaveLength(2);
});

test('pressing the button twice is harmless', async ({ world }) => {
	const [ana, ben, cy] = [await world.person('Ana'), await world.person('Ben'), await world.person('Cy')];
	const circle = await world.circle({ capacity: 2, seated: [ana, ben] });

	await world.as(cy, (tx) => joinCircle(tx, circle));

	expect(await world.as(cy, (tx) => joinCircle(tx, circle))).toEqual({ seat: 'waiting', place: 1 });
});

describe('a seat that frees', () => {
	test('is offered to whoever waited longest, and a newcomer does not take it from under them', async ({
		world,
	}) => {
		const [ana, ben, cy, dee] = [
			await world.person('Ana'),
			await world.person('Ben'),
			await world.person('Cy'),
			await world.person('Dee'),
		];
		const circle = await world.circle({ capacity: 2, seated: [ana, ben] });
		await world.as(cy, (tx) => joinCircle(tx, circle));

		await world.as(ben, (tx) => leaveCircle(tx, circle));
		await world.as(null, async (tx) => (await offerSeats(tx, circle), {}));

		expect(await world.as(dee, (tx) => joinCircle(tx, circle))).toEqual({ seat: 'waiting', place: 1 });
		expect(await world.as(cy, (tx) => joinCircle(tx, circle))).toEqual({ seat: 'taken' });
	});
});
