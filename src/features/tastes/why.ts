import { days } from '#platform/time.ts';
import type { Answers } from './answers.ts';
import type { Candidate, When, Why } from './taste.ts';

/** The first thing that speaks for it and that has not been said of another. */
export function whyOf(
	one: Candidate & { when: When; mark: string },
	answers: Answers,
	{ isInTime, used, now }: { isInTime: boolean; used: ReadonlySet<Why>; now: Date },
): Why {
	const { kind, when, seen, others, newcomers } = one;
	const { company, help, avoid, more } = answers;
	const soon = when.is === 'at' && when.at.getTime() - now.getTime() < days(1);
	const speaks: [Why, boolean][] = [
		['more', more.some((said) => said.kind === kind)],
		['now', when.is === 'now'],
		['your-time', isInTime && when.is === 'at'],
		['read-quietly', company === 'quiet' && (kind === 'circle' || kind === 'room')],
		['listens', help === 'listening' && (kind === 'talk' || kind === 'room')],
		['ideas', help === 'ideas' && (kind === 'workshop' || one.structure === 'structured')],
		['unseen', avoid.includes('seen') && seen !== 'yes'],
		['few', avoid.includes('big') && others !== null],
		['with-others', company === 'company' && kind !== 'talk'],
		['read-quietly', kind === 'circle'],
		['listens', kind === 'talk'],
		['soon', soon],
		['newcomers', newcomers],
	];
	const said = speaks.flatMap(([why, is]) => (is ? [why] : []));
	return said.find((why) => !used.has(why)) ?? 'different';
}
