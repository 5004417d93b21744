import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, vi } from 'vitest';
import { Ear } from '#test/ear.ts';
import { test, type Line, type Porch } from '#test/porch.ts';

const topic = 'porch:1';

/** Both want to know of each other; each on a process of their own unless told. */
async function anaAndBen(porch: Porch, { apart = true } = {}) {
	const [first, second] = [await porch.gateway(), await porch.gateway()];
	for (const who of ['ana', 'ben']) porch.wantHints.add(who);
	const ana = await Ear.open<Line>(first, { cookie: 'ana' });
	const ben = await Ear.open<Line>(apart ? second : first, { cookie: 'ben' });
	await Promise.all([ana.watch(topic, 0), ben.watch(topic, 0)]);
	return { ana, ben };
}

/** What was said before this has reached everybody, or never will. */
async function heardOut(porch: Porch, ...ears: Ear<Line>[]) {
	await porch.say(1);
	for (const ear of ears) await ear.until(() => ear.changes.includes(1));
}

describe('that somebody is writing', () => {
	test('is told to whoever watches, wants to know it and is somebody else, on any process', async ({
		porch,
	}) => {
		const { ana, ben } = await anaAndBen(porch);
		ana.say({ writing: topic });
		await ben.until(() => ben.writing.length > 0);
		await heardOut(porch, ana, ben);

		expect(ben.frames.find(({ writing }) => writing)).toEqual({
			topic,
			writing: { id: 'as-ana', name: 'ana' },
		});
		expect(ana.writing).toEqual([]);
	});

	test('is kept from whoever does not want to know, and nothing is told of them', async ({ porch }) => {
		const { ana, ben } = await anaAndBen(porch, { apart: false });
		porch.wantHints.delete('ben');
		await porch.nudge('!person:ben');
		await pause(100);
		ana.say({ writing: topic });
		ben.say({ writing: topic });
		await pause(300);
		await heardOut(porch, ana, ben);

		expect([...ana.writing, ...ben.writing]).toEqual([]);
	});

	test('is not told of whoever may not speak there, or does not watch', async ({ porch }) => {
		const { ana, ben } = await anaAndBen(porch);
		porch.silent.add('ana');
		ana.say({ writing: topic });
		ben.say({ leave: topic });
		ben.say({ writing: topic });
		await pause(300);
		await porch.say(1);
		await ana.until(() => ana.changes.includes(1));

		expect([...ana.writing, ...ben.writing]).toEqual([]);
	});

	test('is kept from whoever is shown nothing of theirs', async ({ porch }) => {
		const { ana, ben } = await anaAndBen(porch);
		porch.avoids.add('ben ana');
		await porch.nudge('!person:ben');
		await pause(200);
		ana.say({ writing: topic });
		ben.say({ writing: topic });
		await ana.until(() => ana.writing.includes('ben'));
		await heardOut(porch, ben);

		expect(ben.writing).toEqual([]);
	});

	test('is told once in four seconds, from however many tabs, and costs nobody their socket', async ({
		porch,
	}) => {
		vi.useFakeTimers({ toFake: ['Date'] });
		try {
			const { ana, ben } = await anaAndBen(porch, { apart: false });
			for (let n = 0; n < 10; n++) ana.say({ writing: topic });
			await ben.until(() => ben.writing.length > 0);
			vi.setSystemTime(Date.now() + 3_900);
			ana.say({ writing: topic });
			vi.setSystemTime(Date.now() + 200);
			ana.say({ writing: topic });
			await ben.until(() => ben.writing.length > 1);
			await heardOut(porch, ana, ben);

			expect(ben.writing).toEqual(['ana', 'ana']);
			expect(ana.ended).toBeUndefined();
		} finally {
			vi.useRealTimers();
		}
	});

	test('reads nothing and writes nothing', async ({ porch }) => {
		const { ana, ben } = await anaAndBen(porch);
		const before = porch.reads.length;
		ana.say({ writing: topic });
		await ben.until(() => ben.writing.length > 0);

		expect(porch.reads.length).toBe(before);
		expect(porch.gateways[0]!.counts().malformed).toBe(0);
	});

	test('is no question when it is not about a place', async ({ porch }) => {
		const { ana } = await anaAndBen(porch);
		for (const writing of [1, null, { topic }, [topic]]) ana.say({ writing });
		await heardOut(porch, ana);

		expect(porch.gateways[0]!.counts().malformed).toBe(4);
	});
});
