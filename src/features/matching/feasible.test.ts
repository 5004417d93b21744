import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { asks, supports } from '#test/matching.ts';
import { obstaclesBetween, type Obstacle } from './feasible.ts';
import type { Member } from './member.ts';
import type { Supporter } from './supporter.ts';
import { addTime, noTime } from './week.ts';

const [ana, ben] = ['ana', 'ben'] as [PersonId, PersonId];
const english = [{ language: 'en', fluency: 1 as const }];

test('two people who share a language and an hour a week can be paired', () => {
	expect(obstaclesBetween(asks(), supports())).toEqual([]);
});

test.each([
	['themselves', {}, { id: ana }, 'same-person'],
	['somebody of another age band', {}, { ageBand: '16-25' }, 'other-age-band'],
	['somebody of another language', {}, { languages: [{ language: 'so', fluency: 3 }] }, 'no-shared-language'],
	[
		'somebody who speaks it less well than asked',
		{ leastFluency: 2 },
		{ languages: english },
		'no-shared-language',
	],
	['somebody they blocked', { avoids: [ben] }, {}, 'apart'],
	['somebody who blocked them', {}, { avoids: [ana] }, 'apart'],
	['somebody of the same workplace', { ties: ['work:1'] }, { ties: ['work:1'] }, 'too-close'],
	['somebody who does not take it', { topics: ['debt'] }, { declines: ['debt'] }, 'topic-not-taken'],
	[
		'somebody who is not what must be',
		{ wishes: [{ about: 'gender', anyOf: ['woman'], strength: 'must' }] },
		{ traits: { gender: ['man'] } },
		'must-not-met',
	],
	['somebody free for half an hour of theirs', {}, { hours: addTime(noTime(), 43, 60) }, 'no-shared-hour'],
	['somebody who is resting', {}, { open: false }, 'not-open'],
	['somebody who carries all they can', {}, { room: 0 }, 'full'],
] as [string, Partial<Member>, Partial<Supporter>, Obstacle][])(
	'nobody is paired with %s',
	(_who, member, supporter, obstacle) => {
		expect(obstaclesBetween(asks(member), supports(supporter))).toEqual([obstacle]);
	},
);

test('who writes whenever they have time needs no shared hour', () => {
	expect(obstaclesBetween(asks({ asynchronous: true }), supports({ hours: noTime() }))).toEqual([]);
});

test('time that runs past Sunday night goes on on Monday', () => {
	const lateOnSunday = addTime(noTime(), 334, 338);
	const earlyOnMonday = addTime(noTime(), 0, 2);
	expect(obstaclesBetween(asks({ hours: lateOnSunday }), supports({ hours: earlyOnMonday }))).toEqual([]);
});

test('a nice wish that is not met stands in nobody’s way', () => {
	const wishes = [{ about: 'faith', anyOf: ['quaker'], strength: 'nice' }] as const;
	expect(obstaclesBetween(asks({ wishes }), supports())).toEqual([]);
});
