import { expect } from 'vitest';
import { test } from '#test/world.ts';
import { traceOf } from './log.ts';

test('what the database says about a broken rule is cut down to its code and place', async ({ world }) => {
	await world.person('Ana');
	const trouble: unknown = await world.db
		.insertInto('service_body')
		.values({ id: 'somebody’s words' as never, slug: 'x', name: 'y', made_at: world.now })
		.execute()
		.catch((error: unknown) => error);

	const trace = traceOf(trouble);

	expect(trace.code).toBe('22P02');
	expect(JSON.stringify(trace)).not.toContain('somebody');
	expect(trace.stack).toContain('at ');
});

test('nothing of a message is logged, however it is written', () => {
	for (const message of ['my words', 'my words\n    at my words (file.ts:1:1)', '\n\n    at my words'])
		expect(JSON.stringify(traceOf(new TypeError(message)))).not.toContain('my words');
});

test('whatever else is thrown says only what kind of thing it is', () => {
	for (const thrown of ['my words', { words: 'my words' }, undefined, null])
		expect(JSON.stringify(traceOf(thrown))).not.toContain('my words');
});
