import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayIn } from '../../../words.ts';
import { english } from './en/english.ts';
import { spanish } from './es/spanish.ts';
import type { Finding } from './finding.ts';
import { measure, read, version } from './read.ts';
import { becauseKey, limitKey } from './sentences.ts';

const about = (text: string, category: Finding['category']) =>
	read(text).findings.filter((finding) => finding.category === category);

describe('words about one’s own death', () => {
	test.each([
		['I wish I could go to sleep and never wake up', 1],
		['everyone would be better off without me', 1],
		['i want to kill myself', 2],
		['me quiero morir', 2],
		['I keep thinking about jumping off the bridge', 3],
		['pienso en tirarme del puente', 3],
		['I am going to kill myself, I just do not know when', 4],
		['I have written the note and tonight is the night', 5],
		['I just took all my tablets', 6],
		['anoche intenté ahorcarme', 6],
	])('“%s” is read at level %i', (text, level) => {
		expect(measure(text).level).toBe(level);
	});

	test('the number rises with what is said, and tells many texts apart', () => {
		const rising = [
			'I had a bad day at work',
			'I feel so hopeless and alone',
			'I wish I was dead',
			'I want to kill myself',
			'I want to kill myself and keep looking at my pills, I would take them all',
			'I have a plan, I wrote the note, and I am going to kill myself tonight',
		].map((text) => measure(text).suicide);

		expect(rising.toSorted((one, other) => one - other)).toEqual(rising);
		expect(new Set(rising).size).toBe(rising.length);
	});

	test('what happens now comes first', () => {
		expect(read('I just took all my tablets').tier).toBe(3);
		expect(read('I want to die').tier).toBe(2);
		expect(read('I wish I had never been born').tier).toBe(1);
	});
});

describe('what is said is told from what is meant', () => {
	test.each([
		'this job is killing me',
		'I am dying to see that film',
		'old habits die hard',
		'me muero de risa',
		'god, today was long',
		'that outfit is to die for',
		'I have been cutting out sugar',
	])('an idiom: “%s”', (text) => {
		expect(read(text).tier).toBe(0);
		expect(measure(text).level).toBe(0);
	});

	test('“no” to the act is a no; “no” to the strength for it is not', () => {
		expect(read('I am not suicidal, just sad').tier).toBe(0);
		expect(about('I am not suicidal', 'suicide')).toMatchObject([{ stance: 'denied', subject: 'self' }]);
		expect(read('I do not even have the energy to kill myself').tier).toBe(2);
		expect(read('I am trying really hard not to kill myself').tier).toBe(2);
		expect(read('no tengo ni fuerzas para matarme').tier).toBe(2);
	});

	test('it is about whoever it is about', () => {
		expect(about('my friend wants to kill herself', 'suicide')).toMatchObject([{ subject: 'other' }]);
		expect(about('have you thought about killing yourself?', 'suicide')).toMatchObject([
			{ subject: 'reader', stance: 'asked' },
		]);
		expect(read('my brother died by suicide last year').tier).toBe(0);
		expect(read('mi hermana dice que se quiere morir').tier).toBe(0);
	});

	test('what is over is over, and what was yesterday is not', () => {
		expect(read('ten years ago I wanted to die. Today I am glad I stayed.').tier).toBe(0);
		expect(read('I used to be suicidal, and what helped me was telling my sister').tier).toBe(0);
		expect(read('I tried to kill myself yesterday').tier).toBe(3);
		expect(read('I tried to kill myself two days ago and now I am home').tier).toBe(3);
		expect(read('hace tiempo intenté quitarme la vida, hoy ayudo a otros').tier).toBe(0);
	});

	test('somebody else’s words are theirs', () => {
		expect(about('he told me "just kill yourself" and I blocked him', 'suicide')).toMatchObject([
			{ stance: 'quoted' },
		]);
		expect(read('he told me "just kill yourself" and I blocked him').tier).toBe(0);
	});

	test('a laugh weakens; a laugh taken back does not', () => {
		expect(measure('i want to kill myself lol').level).toBe(1);
		expect(measure('i want to kill myself lol not even joking').level).toBe(2);
	});

	test('what somebody says of themselves pushes nobody', () => {
		for (const text of [
			'I just feel like I would be better off dead',
			'I am too much of a coward to kill myself but I want to',
			'my brain has one idea for every problem. late for the bus? kill yourself',
			'they would have less stress if I was dead',
		])
			expect(about(text, 'encouragement').filter(({ stance }) => stance === 'asserted')).toEqual([]);
		expect(read('you would be better off dead').tier).toBe(2);
	});

	test('a “no” before an answer denies nothing, and a “not” ends where the next thing is said', () => {
		expect(read('no im not suicidal, just sad').tier).toBe(0);
		expect(read('I do not sleep and think about killing myself').tier).toBe(2);
		expect(read('desde que me enteré no duermo y pienso en quitarme la vida').tier).toBe(2);
	});

	test('games, films and essays', () => {
		expect(read('I killed myself twice in the first level of that game').tier).toBe(0);
		expect(read('I am writing an essay about suicide prevention').tier).toBe(0);
	});
});

describe('words in disguise', () => {
	test.each([
		'i want to k1ll myself',
		'i want to k!ll myself',
		'i want to k.m.s',
		'i want to k m s',
		'i want to unalive myself',
		'i want to ki\u200bll my\u00adself',
		'i want to k\u0336i\u0336l\u0336l\u0336 myself',
		'I WANT TO KILLLL MYSELF',
		'i wanna kill mysef',
		'i wаnt to kill mуself',
		'quiero su1cid4rme',
	])('“%s”', (text) => {
		expect(measure(text).level).toBe(2);
	});

	test('what is marked is where it stands in the text as it was written', () => {
		const text = 'Hi \u{1f600} — \u200bI want to ki\u200bll myself.';
		const [{ span }] = about(text, 'suicide') as [Finding];

		expect(text.slice(span.from, span.to)).toBe('want to ki\u200bll myself');
	});
});

describe('other categories', () => {
	test.each([
		['I cut myself again last night', 'self-harm'],
		['my husband hit me last night', 'abuse'],
		['mi padrastro me toca cuando mi madre no está', 'abuse'],
		['I am going to stab him tomorrow', 'threat'],
		['I make myself throw up after every meal', 'eating'],
		['you should double your sertraline', 'dosing'],
		['add me on snap, it is more private', 'contact'],
		['pásame tu número y te llamo', 'contact'],
		['you are pathetic, nobody here likes you', 'harassment'],
		['kys', 'encouragement'],
		['mátate ya, nadie te va a extrañar', 'encouragement'],
	] as const)('“%s” is %s', (text, category) => {
		expect(about(text, category)).not.toEqual([]);
	});

	test('personal details are found, and helplines are for everyone', () => {
		const details = (text: string) => measure(text, { publicNumbers: ['0800 123 4567'] }).pii;

		expect(details('my number is 07700 900 456')).toEqual(['phone']);
		expect(details('write to jo.bloggs82@example.com')).toEqual(['email']);
		expect(details('jo dot bloggs at example dot com')).toEqual(['email']);
		expect(details('I live at 14 Acacia Avenue')).toEqual(['address']);
		expect(details('my card is 4111 1111 1111 1111')).toEqual(['card']);
		expect(details('mi dni es 12345678Z')).toEqual(['id-number']);
		expect(details('my name is Sarah Jane Whitcombe')).toEqual(['name']);
		expect(details('call 988, or Samaritans on 116 123, or text HOME to 741741')).toEqual([]);
		expect(details('call 0800 123 4567')).toEqual([]);
		expect(details('it was on 12/05/2019 at 10:30, 36 hours, 1,250 euros')).toEqual([]);
	});
});

describe('limits are said', () => {
	test('another language is left alone', () => {
		expect(read('Ich möchte nicht mehr leben und weiß nicht, was ich tun soll')).toMatchObject({
			tier: 0,
			limits: ['language'],
		});
		expect(read('Je ne veux plus vivre, je suis fatigué de tout')).toMatchObject({
			tier: 0,
			limits: ['language'],
		});
		expect(read('我不想活了')).toMatchObject({ tier: 0, limits: ['language'] });
	});

	test('of two languages, what is known is read', () => {
		expect(read('Ich weiß nicht, was ich tun soll. I want to kill myself.')).toMatchObject({
			tier: 2,
			limits: ['partly'],
		});
		expect(read('I am so tired. Me quiero morir.')).toMatchObject({ tier: 2, limits: [] });
	});

	test('of a very long text the beginning and the end are read', () => {
		const long = `${'It rained and we had tea. '.repeat(2_000)}I want to kill myself.`;

		expect(read(long)).toMatchObject({ tier: 2, limits: ['long'] });
	});
});

test('every rule has a plain sentence in both languages', () => {
	const ids = [english, spanish].flatMap(({ patterns }) =>
		patterns.rules.filter(({ what }) => what.is === 'raised' || what.is === 'sign').map(({ id }) => id),
	);

	for (const locale of ['en', 'es'])
		for (const id of new Set([...ids, 'undertone']))
			expect(sayIn(locale, 'UTC')(becauseKey(id))).toMatch(/\.$/);
});

test('every limit has a plain sentence in both languages', () => {
	for (const locale of ['en', 'es'])
		for (const limit of ['language', 'partly', 'long', 'always'] as const)
			expect(sayIn(locale, 'UTC')(limitKey(limit))).toMatch(/\.$/);
});

test('whatever the text, it answers, within it, and the same again', () => {
	const words = fc.constantFrom(
		...'i want to kill myself not never "me quiero morir" tonight pills ? . , lol my'.split(' '),
	);
	const texts = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 400 }),
		fc.array(words, { maxLength: 120 }).map((some) => some.join(' ')),
	);
	fc.assert(
		fc.property(texts, (text) => {
			const reading = read(text);

			expect(read(text)).toEqual(reading);
			expect(reading.version).toBe(version);
			for (const { span } of reading.findings) {
				expect(span.from).toBeLessThan(span.to);
				expect(span.to).toBeLessThanOrEqual(text.length);
			}
			const { suicide } = measure(text);
			expect(suicide).toBeGreaterThanOrEqual(0);
			expect(suicide).toBeLessThanOrEqual(1);
		}),
		{ numRuns: 300 },
	);
});
