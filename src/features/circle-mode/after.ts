import type { AliasId } from '#features/conversations/conversation.ts';
import type { Id } from '#platform/ids.ts';

export type DebriefId = Id<'debrief'>;

/** What people may say about a meeting, each from 0 (not at all) to 4 (very much), or not at all. */
export const questions = ['heard', 'myself', 'both-ways', 'safe', 'again'] as const;
export type Question = (typeof questions)[number];

export type Answers = Partial<Record<Question, number>>;

/** Sums of fewer answers than this are shown to nobody. */
export const FEWEST = 5;

/** How often an answer was given on a day. */
export interface DayCount {
	day: string;
	question: Question;
	answer: number;
	count: number;
}

/** What hosts are shown: how many answered, and how many gave each answer from 0 to 4. */
export interface Sum {
	question: Question;
	answered: number;
	counts: readonly number[];
}

/**
 * Sums that hosts may see. Days are added in whole groups of at least five answers, and never today’s, so that looking
 * twice and taking one sum from the other tells what nobody alone has answered.
 */
export function sums(days: readonly DayCount[], today: string): Sum[] {
	return questions.flatMap((question) => {
		const shown = [0, 0, 0, 0, 0];
		let group = [0, 0, 0, 0, 0];
		const past = days.filter((row) => row.question === question && row.day < today);
		for (const day of [...new Set(past.map((row) => row.day))].sort()) {
			for (const row of past) if (row.day === day) group[row.answer]! += row.count;
			if (total(group) < FEWEST) continue;
			for (const [answer, count] of group.entries()) shown[answer]! += count;
			group = [0, 0, 0, 0, 0];
		}
		return total(shown) >= FEWEST ? [{ question, answered: total(shown), counts: shown }] : [];
	});
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** One thing said on the private line, as the two it is between read it. */
export interface AsideLine {
	number: number;
	from: AliasId;
	to: AliasId;
	words: string;
	saidAt: Date;
}
