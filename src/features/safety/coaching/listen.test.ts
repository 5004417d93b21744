import { expect, test } from 'vitest';
import { sayIn } from '../../../words.ts';
import * as inEnglish from './english.ts';
import { listenTo } from './listen.ts';
import { heardKey } from './sentences.ts';
import * as inSpanish from './spanish.ts';

test('warmth, understanding and asking are heard apart', () => {
	expect(listenTo('I feel really sad for you.')).toMatchObject({
		reaction: 2,
		interpretation: 0,
		exploration: 0,
	});
	expect(listenTo('Everything will be okay.')).toMatchObject({ reaction: 1, exploration: 0 });
	expect(listenTo('That sounds so lonely.')).toMatchObject({ interpretation: 2, exploration: 0 });
	expect(listenTo('What happened?')).toMatchObject({ reaction: 0, exploration: 1 });
	expect(listenTo('Are you feeling alone right now?')).toMatchObject({ exploration: 2 });
	expect(listenTo('Suena durísimo. ¿Desde cuándo te sientes así?')).toMatchObject({
		interpretation: 2,
		exploration: 2,
	});
});

test.each([
	['How do you feel about that?', 'question'],
	['You are worried about your drinking.', 'reflection'],
	['You should talk to your doctor about it.', 'therapist_input'],
	['Okay.', 'other'],
	['Deberías hablar con alguien.', 'therapist_input'],
])('“%s” is mostly %s', (reply, behaviour) => {
	expect(listenTo(reply).behaviour).toBe(behaviour);
});

test('nothing to hear is no mistake', () => {
	expect(listenTo('')).toEqual({
		reaction: 0,
		interpretation: 0,
		exploration: 0,
		behaviour: 'other',
		because: [],
	});
});

test('what is heard has a plain sentence in both languages', () => {
	for (const locale of ['en', 'es'])
		for (const { id } of [...inEnglish.rules, ...inSpanish.rules])
			expect(sayIn(locale, 'UTC')(heardKey(id))).toMatch(/\.$/);
});
