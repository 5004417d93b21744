import { expect, test } from 'vitest';
import { openMemory } from './memory.ts';

interface Ana {
	id: string;
	mood: string;
}

/** A database that says what a test has it say, and a clock that goes when told to. */
async function street() {
	let hear = (_: string) => {};
	let again = () => {};
	let answers: (() => Promise<void>) | undefined;
	let now = 0;
	const asked: string[] = [];
	const memory = await openMemory<Ana>(
		{
			async listen(_, onNudge, onReturn = () => {}) {
				[hear, again] = [onNudge, onReturn];
				again();
				return { unlisten: async () => {}, hears: () => answers?.() ?? Promise.resolve() };
			},
		},
		{ about: 'person', idOf: ({ id }) => id, clock: () => now },
	);
	return {
		nudge: (payload: string) => hear(payload),
		comeBack: () => again(),
		hangFrom: (hears: () => Promise<void>) => (answers = hears),
		pass: (milliseconds: number) => (now += milliseconds),
		/** Who it is, in whatever way that is found out; `asked` notes when the database had to be. */
		async whoIs(key = 'ana', meanwhile = () => {}) {
			const known = memory.recall(key);
			await Promise.resolve();
			if (known) return known;
			return memory.ask(key, async () => {
				asked.push(key);
				meanwhile();
				return { id: key, mood: `asked ${asked.length}` };
			});
		},
		asked,
	};
}

test('who has just been asked about is known', async () => {
	const { whoIs, asked } = await street();
	await whoIs();

	expect(await whoIs()).toEqual({ id: 'ana', mood: 'asked 1' });
	expect(asked).toEqual(['ana']);
});

test('who changed is asked about again, and nobody else', async () => {
	const { whoIs, nudge, asked } = await street();
	for (const key of ['ana', 'ben']) await whoIs(key);
	for (const heard of ['circle:ana 7', '!circle:ana', 'personal:ana']) nudge(heard);
	for (const key of ['ana', 'ben']) await whoIs(key);
	expect(asked).toEqual(['ana', 'ben']);

	nudge('!person:ana');
	for (const key of ['ana', 'ben']) await whoIs(key);
	nudge('person:ben');
	for (const key of ['ana', 'ben']) await whoIs(key);

	expect(asked).toEqual(['ana', 'ben', 'ana', 'ben']);
});

test('an answer that was on its way when something changed is not kept', async () => {
	const { whoIs, nudge, asked } = await street();
	await whoIs('ana', () => nudge('!person:ana'));
	await whoIs();
	await whoIs();

	expect(asked).toEqual(['ana', 'ana']);
});

test('when nothing can be heard any more, everybody is asked about within two seconds', async () => {
	const { whoIs, hangFrom, pass, asked } = await street();
	await whoIs();
	hangFrom(() => new Promise(() => {}));
	pass(1_000);
	await whoIs();
	expect(asked).toEqual(['ana']);

	pass(999);
	await whoIs();
	await whoIs();

	expect(asked).toEqual(['ana', 'ana', 'ana']);
});

test('when the connection is lost, nobody is known until it answers again', async () => {
	const { whoIs, hangFrom, comeBack, pass, asked } = await street();
	await whoIs();
	hangFrom(() => Promise.reject(new Error('lost')));
	pass(600);
	await whoIs();
	await whoIs();
	expect(asked).toEqual(['ana', 'ana']);

	hangFrom(() => Promise.resolve());
	comeBack();
	await whoIs();
	await whoIs();

	expect(asked).toEqual(['ana', 'ana', 'ana']);
});

test('after a minute everybody is asked about again, whatever was heard', async () => {
	const { whoIs, pass, asked } = await street();
	for (let seconds = 0; seconds <= 60; seconds++) {
		await whoIs();
		pass(1_000);
	}

	expect(asked).toEqual(['ana', 'ana']);
});
