import type { Line, LineAudience, Topic } from './line.ts';
import { openAt, type Openness } from './open-at.ts';

/** What somebody looks for; whatever is not said does not matter. */
export interface Wanted {
	audience?: LineAudience | undefined;
	topic?: Topic | undefined;
	/** BCP 47. */
	language?: string | undefined;
}

/** How far a line can be relied on: looked up, looked up too long ago, or never by anybody here. */
export type Standing = 'checked' | 'expired' | 'not-checked';

/** `today` as a day in UTC, `2026-11-22`. */
export const standingOf = ({ checked_on, expires_on }: Line, today: string): Standing =>
	expires_on !== null && expires_on < today ? 'expired' : checked_on === null ? 'not-checked' : 'checked';

/** A line that is for everybody is also for each of them. */
export const suits = (line: Line, { audience, topic, language }: Wanted): boolean =>
	(!audience || line.for.includes(audience) || line.for.includes('everyone')) &&
	(!topic || line.topics.includes(topic)) &&
	(!language || line.languages.includes(language));

/** A line with what can be said of it at a moment. */
export interface ToldLine extends Line {
	openness: Openness;
	standing: Standing;
}

/**
 * The lines that suit, in the order in which one might try them. What has expired comes last of all; before that, whoever
 * answers now comes before whoever may, and whoever may before whoever does not. Among those, what was made for whoever asks
 * comes first, and without that what is for everybody. Otherwise they stay as they are listed.
 */
export function inOrder(lines: readonly Line[], wanted: Wanted, now: Date): ToldLine[] {
	const today = now.toISOString().slice(0, 10);
	return lines
		.filter((line) => suits(line, wanted))
		.map((line) => ({ ...line, openness: openAt(line.hours, now), standing: standingOf(line, today) }))
		.map((line) => ({ line, rank: rankOf(line, wanted) }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ line }) => line);
}

const answers: Record<Openness['is'], number> = { always: 0, open: 0, unknown: 1, closed: 2 };

function rankOf({ standing, openness, ...line }: ToldLine, { audience }: Wanted): number {
	const forThem =
		audience && audience !== 'everyone' ? line.for.includes(audience) : line.for.includes('everyone');
	return (standing === 'expired' ? 100 : 0) + answers[openness.is] * 10 + (forThem ? 0 : 1);
}
