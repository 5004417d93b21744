import { expect, test } from 'vitest';
import { hear } from './hear.ts';

test.each([
	['an ordinary evening', 'I made soup and it was alright.', undefined],
	['a wish with thoughts of doing it', 'I keep thinking about killing myself.', 'choices'],
	['something that is happening now', 'I just took all my pills, I want to die', 'number-first'],
	['the same in Spanish', 'Acabo de tomarme todas las pastillas, quiero morirme', 'number-first'],
	['somebody else’s words', '“I want to kill myself” is what the song says', undefined],
	['an idiom', 'this traffic is killing me', undefined],
])('%s is answered with the right card, or with none', (_what, words, card) => {
	expect(hear(words).card).toBe(card);
});

test.each([
	['you should kill yourself', true],
	['deberías matarte', true],
	['my brother told me to kill myself', false],
	['please do not kill yourself', false],
])('encouragement of harm is known from telling of it: %s', (words, encourages) => {
	expect(hear(words).encourages).toBe(encourages);
});

test.each([
	['call me on 07700 900123', true],
	['my insta is @lunar_moth', true],
	['https://wa.me/34600111222', true],
	['write to luna@mail.example', true],
	['@Ana thank you', false],
	['you can always call 116 123, they are kind', false],
	['we met at 19:30 in room 204', false],
	['I have been sober for 1460 days', false],
])('what leads to somebody elsewhere is known from other numbers: %s', (words, reachable) => {
	expect(hear(words).reachable).toBe(reachable);
});

test.each([
	['how old are you?', ['age']],
	['send me a pic', ['photo']],
	['this is our little secret', ['secret']],
	['mándame una foto', ['photo']],
	['no se lo digas a nadie', ['secret']],
	['¿cuántos años tienes?', ['age']],
	['my daughter is twelve and draws pictures', []],
	['what is said here stays here', []],
	['I never told anybody about it', []],
])('what draws somebody away is known: %s', (words, signals) => {
	expect([...hear(words).signals]).toEqual(signals);
});
