import { expect } from 'vitest';
import { test, type World } from '#test/world.ts';
import { after, days } from '#platform/time.ts';
import type { Need } from '../need.ts';
import { askForGroup } from './ask-for-group.ts';
import { forgetNeeds } from './forget-needs.ts';
import { needsCounted, wordsOfNeeds } from './needs.ts';
import { mayAskFrom } from './pace.ts';

const need: Need = { topic: 'grief', language: 'en', time: 'evening', format: 'text' };
const ask = (world: World, more: Partial<Need & { words: string }> = {}) =>
	world.as(null, (tx) => askForGroup(tx, { ...need, words: '', ...more }));

test('what is asked for is counted, and what is rare is told together', async ({ world }) => {
	for (const words of ['', '', 'For people who were left behind.']) await ask(world, { words });
	await ask(world, { topic: 'caring', language: 'es', time: 'any' });

	expect(await needsCounted(world.db)).toEqual({
		topic: { told: [{ of: 'grief', count: 3 }], others: { is: 'few' } },
		language: { told: [{ of: 'en', count: 3 }], others: { is: 'few' } },
		time: { told: [{ of: 'evening', count: 3 }], others: { is: 'few' } },
		format: { told: [{ of: 'text', count: 4 }], others: { is: 'none' } },
	});
	expect(await wordsOfNeeds(world.db, world.vault)).toEqual(['For people who were left behind.']);
});

test('nothing says who asked, also of somebody who is signed in, and the words are sealed', async ({
	world,
}) => {
	const ana = await world.person('Ana');
	const before = await world.eventNames();

	await world.as(ana, (tx) => askForGroup(tx, { ...need, words: 'Nobody to talk to about it.' }));

	const rows = await world.db.selectFrom('unmet_need').selectAll().execute();
	expect(JSON.stringify(rows)).not.toContain(ana);
	expect(rows[0]!.words!.toString()).not.toContain('Nobody');
	expect(rows[0]!.made_on).toBe('2026-11-22');
	expect(await world.eventNames()).toEqual(before);
});

test('after 180 days it is forgotten, with the key of what was written, and not before', async ({
	world,
}) => {
	await ask(world, { words: 'Soon forgotten.' });
	const keys = () => world.db.selectFrom('sealing_key').select('id').execute();
	const all = (await keys()).length;
	const start = world.now;

	world.now = after(start, days(180));
	await world.as(null, async (tx) => ({ done: await forgetNeeds.run(tx, {}) }));
	expect(await wordsOfNeeds(world.db, world.vault)).toEqual(['Soon forgotten.']);

	world.now = after(start, days(181));
	await world.as(null, async (tx) => ({ done: await forgetNeeds.run(tx, {}) }));
	await world.as(null, async (tx) => ({ done: await forgetNeeds.run(tx, {}) }));
	expect(await wordsOfNeeds(world.db, world.vault)).toEqual([]);
	expect(await needsCounted(world.db)).toMatchObject({ topic: { told: [], others: { is: 'none' } } });
	expect(await keys()).toHaveLength(all - 1);
});

test('ten in an hour come from one address, and then it waits', async ({ world }) => {
	const asked = [];
	for (let time = 0; time < 11; time++)
		asked.push((await mayAskFrom(world.spine, '192.0.2.7', world.now)).refused);

	expect(asked.filter(Boolean)).toEqual(['too-many-needs']);
	expect((await mayAskFrom(world.spine, '198.51.100.7', world.now)).refused).toBeUndefined();
});
