/** What one form of a word says. */
export interface Form {
	lemma: string;
	past: boolean;
	person: 0 | 1 | 2 | 3;
}

export type Forms = Map<string, Form>;

/** Words of a line or a page, without repetition. */
export function words(text: string): Set<string> {
	return new Set(text.split(/\s+/).filter(Boolean));
}

/** Abbreviations and what they are written out: one a line, `dont = do not`. */
export function writtenOut(lines: string): Map<string, string[]> {
	return new Map(
		lines
			.split('\n')
			.filter((line) => line.includes('='))
			.flatMap((line) => {
				const [short, long] = line.split('=') as [string, string];
				return [...words(short)].map((one) => [one, long.trim().split(/\s+/)] as const);
			}),
	);
}

/** Words one letter away from those given, and which is meant: how thumbs miss. */
export function misspellings(anchors: Iterable<string>): Map<string, string> {
	const missed = new Map<string, string>();
	for (const word of anchors)
		for (let place = 0; place <= word.length; place++) {
			const [before, after] = [word.slice(0, place), word.slice(place)];
			if (place > 0 && after) missed.set(before + after.slice(1), word);
			if (after.length > 1 && place > 0) missed.set(before + after[1] + after[0] + after.slice(2), word);
			for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
				missed.set(before + letter + after, word);
				if (after && place > 0) missed.set(before + letter + after.slice(1), word);
			}
		}
	for (const word of anchors) missed.delete(word);
	return missed;
}
