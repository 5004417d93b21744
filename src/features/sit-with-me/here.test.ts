import { describe, expect, test } from 'vitest';
import type { PairingId } from '#features/pairings/pairing.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours, minutes } from '#platform/time.ts';
import { changesNext, decideUntil, hereUntil, isAsked, isHere, untilChoices, type Here } from './here.ts';

const now = new Date('2026-11-22T21:10:00Z');
const tam: Here = {
	personId: 'tam' as PersonId,
	confirmedAt: now,
	until: after(now, hours(2)),
	languages: ['en'],
	pairingId: null,
	asked: true,
	resting: false,
};

describe('being there for talks', () => {
	test('is asked about after twenty minutes, and is over five minutes after that', () => {
		expect(isAsked(tam, after(now, minutes(19)))).toBe(false);
		expect(isAsked(tam, after(now, minutes(20)))).toBe(true);
		expect(isHere(tam, after(now, minutes(24)))).toBe(true);
		expect(isHere(tam, after(now, minutes(25)))).toBe(false);
		expect(changesNext(tam, now)).toEqual(after(now, minutes(20)));
		expect(changesNext(tam, after(now, minutes(21)))).toEqual(after(now, minutes(25)));
	});

	test('is over at the time they chose, however often they say that they are there', () => {
		const late = { ...tam, confirmedAt: after(now, minutes(119)) };
		expect(hereUntil(late)).toEqual(tam.until);
		expect(isHere(late, tam.until)).toBe(false);
	});

	test('is not asked about in the middle of a talk', () => {
		const talking = { ...tam, pairingId: 'talk' as PairingId };
		expect(isAsked(talking, after(now, minutes(30)))).toBe(false);
		expect(isHere(talking, after(now, minutes(90)))).toBe(true);
		expect(changesNext(talking, now)).toEqual(tam.until);
	});

	test('ends with the duty and with resting, at that moment', () => {
		expect(isHere({ ...tam, asked: false }, now)).toBe(false);
		expect(isHere({ ...tam, resting: true }, now)).toBe(false);
		expect(isHere(undefined, now)).toBe(false);
	});
});

test('until when is a full or half hour, half an hour from now at the soonest and about six at the latest', () => {
	const choices = untilChoices(now);
	expect(choices[0]).toEqual(new Date('2026-11-22T22:00:00Z'));
	expect(choices).toHaveLength(12);
	for (const choice of choices) expect(decideUntil(choice, now)).toEqual({ until: choice });
	expect(decideUntil(now, now)).toEqual({ refused: 'time-is-past' });
	expect(decideUntil(after(now, hours(8)), now)).toEqual({ refused: 'too-long' });
});
