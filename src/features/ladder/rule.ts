/** The rules that come with Hearten, in the order in which they are shown. Each has a sentence, and one that explains it. */
export const givenRules = [
	'care',
	'confidence',
	'safety',
	'threats',
	'boundaries',
	'privacy',
	'honesty',
	'selling',
] as const;
export type GivenRule = (typeof givenRules)[number];

export const isGiven = (code: string): code is GivenRule => (givenRules as readonly string[]).includes(code);

/** A rule as the organisation has it. */
export interface HouseRule {
	code: string;
	/** In the organisation’s own words; null where the sentence that comes with Hearten holds, in each language. */
	sentence: string | null;
}

/** Where the organisation differs from what comes with Hearten. */
export interface RuleRow extends HouseRule {
	leftOut: boolean;
}

/** The rules that hold: those that come with Hearten, as far as they are not left out, and then the organisation’s own. */
export function rulesThatHold(rows: readonly RuleRow[]): HouseRule[] {
	const differing = new Map(rows.map((row) => [row.code, row]));
	const given = givenRules.flatMap((code) => {
		const row = differing.get(code);
		return row?.leftOut ? [] : [{ code, sentence: row?.sentence ?? null }];
	});
	const own = rows
		.filter(({ code, leftOut }) => !isGiven(code) && !leftOut)
		.map(({ code, sentence }) => ({ code, sentence }));
	return [...given, ...own];
}
