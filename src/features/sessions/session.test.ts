import { expect, test } from 'vitest';
import { after, minutes } from '#platform/time.ts';
import { hoursOf } from './hours.ts';
import { changesNext, mayStillAnswer, mayStillDebrief, phaseOf } from './session.ts';

const at = (moment: string) => new Date(moment);
const session = { startsAt: at('2026-11-24T18:00Z'), endsAt: at('2026-11-24T18:30Z') };

test('a session is far off, nearly there, on, coming to its close, and over', () => {
	const phases = [];
	for (let now: Date | undefined = at('2026-11-24T12:00Z'); now; now = changesNext(session, now))
		phases.push(`${now.toISOString().slice(11, 16)} ${phaseOf(session, now)}`);

	expect(phases).toEqual(['12:00 to-come', '17:50 soon', '18:00 on', '18:25 closing', '18:30 over']);
});

test('how it was is said afterwards, for two weeks; a debrief is for the hour after', () => {
	const end = session.endsAt;
	const asked = [-1, 0, 59, 60, 14 * 24 * 60 - 1, 14 * 24 * 60].map((count) => {
		const now = after(end, minutes(count));
		return `${mayStillAnswer(session, now)} ${mayStillDebrief(session, now)}`;
	});

	expect(asked).toEqual(['false false', 'true true', 'true true', 'true false', 'true false', 'false false']);
});

test('hours add up by the month on the clocks of whoever held them', () => {
	const held = [
		{ startsAt: at('2026-10-31T22:30Z'), endsAt: at('2026-10-31T23:00Z') },
		{ startsAt: at('2026-10-31T23:30Z'), endsAt: at('2026-11-01T00:30Z') },
		{ startsAt: at('2026-11-24T18:00Z'), endsAt: at('2026-11-24T18:30Z') },
	];

	expect(hoursOf(held, 'Europe/Paris')).toEqual({
		minutes: 120,
		talks: 3,
		months: [
			{ month: '2026-11', minutes: 90, talks: 2 },
			{ month: '2026-10', minutes: 30, talks: 1 },
		],
	});
	expect(hoursOf(held, 'America/New_York').months.map(({ month, talks }) => [month, talks])).toEqual([
		['2026-11', 1],
		['2026-10', 2],
	]);
	expect(hoursOf([], 'UTC')).toEqual({ minutes: 0, talks: 0, months: [] });
});
