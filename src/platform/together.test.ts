import { expect, test } from 'vitest';
import { together } from './together.ts';

/** Takes orders in a kitchen: what was taken together is written down, and every one is answered with itself. */
function kitchen({ atMost = 10, spoiled = '' } = {}) {
	const taken: string[][] = [];
	let open = () => {};
	let closed = new Promise<void>((resolve) => (open = resolve));
	const order = together(
		async (dishes: readonly string[]) => {
			taken.push([...dishes]);
			await closed;
			if (dishes.includes(spoiled)) throw new Error(`${spoiled} is off`);
			return dishes.map((dish) => `one ${dish}`);
		},
		{ atMost, apart: (dish) => dish },
	);
	return {
		taken,
		order,
		open: () => {
			open();
			closed = Promise.resolve();
		},
	};
}

test('one alone waits for nobody; whatever comes meanwhile goes together', async () => {
	const { taken, order, open } = kitchen();
	const answers = ['soup', 'bread', 'tea'].map((dish) => order('table', dish));
	open();

	expect(await Promise.all(answers)).toEqual(['one soup', 'one bread', 'one tea']);
	expect(taken).toEqual([['soup'], ['bread', 'tea']]);
});

test('two of the same are not taken together, and keep their order', async () => {
	const { taken, order, open } = kitchen();
	const answers = ['soup', 'tea', 'bread', 'tea', 'tea'].map((dish) => order('table', dish));
	open();
	await Promise.all(answers);

	expect(taken).toEqual([['soup'], ['tea', 'bread'], ['tea'], ['tea']]);
});

test('no more go together than there is room for', async () => {
	const { taken, order, open } = kitchen({ atMost: 2 });
	const answers = ['a', 'b', 'c', 'd'].map((dish) => order('table', dish));
	open();
	await Promise.all(answers);

	expect(taken).toEqual([['a'], ['b', 'c'], ['d']]);
});

test('what fails, fails alone', async () => {
	const { order, open } = kitchen({ spoiled: 'fish' });
	const answers = ['soup', 'bread', 'fish', 'tea'].map((dish) => order('table', dish));
	open();
	const settled = await Promise.allSettled(answers);

	expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

test('different tables do not wait for each other', async () => {
	const { taken, order, open } = kitchen();
	const answers = [order('table', 'soup'), order('window', 'soup')];

	expect(taken).toEqual([['soup'], ['soup']]);
	open();
	await Promise.all(answers);
});
