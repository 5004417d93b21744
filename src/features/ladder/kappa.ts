/** How far two people agree beyond what chance would make them, from −1 to 1; and the interval that 95 of 100 samples give. */
export interface Agreement {
	/** How many things both have judged. */
	n: number;
	/** The share on which they said the same, 0 to 1. */
	observed: number;
	kappa: number;
	low: number;
	high: number;
}

/** Below so many, an interval is so wide that a number would only mislead. */
export const ENOUGH = 20;

/**
 * Cohen’s κ: (po − pe) / (1 − pe), po the share on which two judgements are the same and pe the share that chance alone would
 * give with how often each category was used by each (J. Cohen, “A coefficient of agreement for nominal scales”, Educational
 * and Psychological Measurement 20, 1960, pp. 37–46). The interval is κ ± 1.96 standard errors, the error being the large-sample
 * one of Fleiss, Cohen and Everitt (“Large sample standard errors of kappa and weighted kappa”, Psychological Bulletin 72,
 * 1969, pp. 323–327, formula 13). Undefined without pairs, or when only one category was ever used, because then chance
 * explains everything.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): Agreement | undefined {
	const n = pairs.length;
	if (n === 0) return undefined;
	const categories = [...new Set(pairs.flat())];
	const share = (count: number) => count / n;
	const first = new Map(categories.map((c) => [c, share(pairs.filter(([a]) => a === c).length)]));
	const second = new Map(categories.map((c) => [c, share(pairs.filter(([, b]) => b === c).length)]));
	const cell = (a: string, b: string) => share(pairs.filter((pair) => pair[0] === a && pair[1] === b).length);

	const observed = sum(categories.map((c) => cell(c, c)));
	const expected = sum(categories.map((c) => first.get(c)! * second.get(c)!));
	if (expected === 1) return undefined;
	const kappa = (observed - expected) / (1 - expected);

	const agreeing = sum(
		categories.map((c) => cell(c, c) * (1 - (first.get(c)! + second.get(c)!) * (1 - kappa)) ** 2),
	);
	const differing = sum(
		categories.flatMap((a) =>
			categories.map((b) => (a === b ? 0 : cell(a, b) * (second.get(a)! + first.get(b)!) ** 2)),
		),
	);
	const squared = agreeing + (1 - kappa) ** 2 * differing - (kappa - expected * (1 - kappa)) ** 2;
	const error = Math.sqrt(Math.max(0, squared) / n) / (1 - expected);
	return {
		...{ n, observed, kappa },
		low: Math.max(-1, kappa - 1.96 * error),
		high: Math.min(1, kappa + 1.96 * error),
	};
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
