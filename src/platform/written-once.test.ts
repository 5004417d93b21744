import { sql } from 'kysely';
import { expect } from 'vitest';
import { test } from '#test/world.ts';
import type { PersonId } from './ids.ts';
import { writtenOnce } from './written-once.ts';

let written = 0;
const nicknamesOf = writtenOnce((db, { people, atMost }: { people: readonly PersonId[]; atMost: number }) => {
	written++;
	return db
		.selectFrom('person')
		.select(['nickname', sql<number>`${atMost}::int`.as('atMost'), sql<string>`${'always'}::text`.as('same')])
		.where('id', '=', sql<PersonId>`any (${people}::uuid[])`)
		.orderBy('nickname')
		.limit(atMost);
});

test('a query is written once, and asked with other values each time', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];

	expect(await nicknamesOf({ people: [ana, ben], atMost: 2 }).execute(world.db)).toEqual([
		{ nickname: 'Ana', atMost: 2, same: 'always' },
		{ nickname: 'Ben', atMost: 2, same: 'always' },
	]);
	expect(await nicknamesOf({ people: [ben], atMost: 1 }).executeTakeFirst(world.db)).toMatchObject({
		nickname: 'Ben',
		atMost: 1,
	});
	expect(await nicknamesOf({ people: [], atMost: 1 }).executeTakeFirst(world.db)).toBeUndefined();
	expect(written).toBe(1);
});

test('within an operation it travels with what else is asked, and answers for its own values', async ({
	world,
}) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];

	const answers = await world.as(ana, async (tx) => ({
		told: await Promise.all(
			[[ana], [ben], [ana, ben]].map((people) => tx.ask(nicknamesOf({ people, atMost: people.length }))),
		),
	}));

	expect(answers.told.map((rows) => rows.map(({ nickname }) => nickname))).toEqual([
		['Ana'],
		['Ben'],
		['Ana', 'Ben'],
	]);
});
