import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { examine } from '#features/safety/reading/examine.ts';
import { english } from '#features/safety/reading/en/english.ts';
import { spanish } from '#features/safety/reading/es/spanish.ts';
import type { Token } from '#features/safety/reading/tokens.ts';
import { labelled } from './labelled.ts';

/**
 * Learns which words lie under messages about not living, from the half of our sentences that may be looked at, and writes
 * `src/features/safety/reading/en/undertone.ts` and `es/undertone.ts`. Logistic regression with an L1 and an L2 penalty, by
 * gradient steps; the same sentences give the same words. The other half is for `script/bench reading`.
 *   node bench/reading/learn.ts --most 320
 */
const { values } = parseArgs({ options: { most: { type: 'string', default: '320' } } });

/** In fewer sentences than this, a word may be there by chance. */
const SEEN = 4;
const STEPS = 400;
/** How strongly weights are drawn towards nothing. */
const L1 = 0.0002;
const L2 = 0.0004;
/** A false alarm in everyday words is worse than in words that are near the matter: each counts as so many. */
const ORDINARY = 4;

for (const language of ['en', 'es'] as const) {
	const sentences = labelled(language, 'looked at').filter(({ label }) => /^(S[1-6]|OK)$/.test(label));
	const examples = sentences.map(({ label, trap, text }) => ({
		about: label === 'OK' ? 0 : 1,
		weight: trap === 'ordinary' ? ORDINARY : 1,
		names: new Set(
			examine(text, { language }, [english, spanish]).parts.flatMap(({ tokens }) => namesIn(tokens)),
		),
	}));
	const seen = new Map<string, number>();
	for (const { names } of examples) for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
	const names = [...seen].filter(([, times]) => times >= SEEN).map(([name]) => name);
	const all = learn(examples, names);
	// Once more with the words that say most, so that they carry what the others did.
	const most = [...all.weights].sort(([, one], [, other]) => Math.abs(other) - Math.abs(one));
	const kept = learn(
		examples,
		most.slice(0, Number(values.most)).map(([name]) => name),
	);
	writeFileSync(`src/features/safety/reading/${language}/undertone.ts`, written(kept));
	console.log(
		`${language}: ${examples.length} sentences, ${kept.weights.size} words and pairs of ${names.length}`,
	);
}

/** The words and pairs that are weighed, as `hear` meets them. */
function namesIn(tokens: readonly Token[]): string[] {
	const names: string[] = [];
	let before = '^';
	for (const { lemma, kind } of tokens) {
		if (kind !== 'mark') names.push(lemma, `${before} ${lemma}`);
		before = kind === 'mark' ? '^' : lemma;
	}
	return names;
}

interface Learned {
	weights: Map<string, number>;
	otherwise: number;
}

function learn(
	examples: readonly { about: number; weight: number; names: Set<string> }[],
	names: readonly string[],
): Learned {
	const places = new Map(names.map((name, place) => [name, place]));
	const inputs = examples.map(({ about, weight, names }) => {
		const known = [...names].flatMap((name) => places.get(name) ?? []);
		return { about, weight, known, share: 1 / Math.sqrt(Math.max(8, known.length)) };
	});
	const weights = new Float64Array(names.length);
	let otherwise = 0;
	for (let step = 0; step < STEPS; step++) {
		const pace = 1 / (1 + step / 60);
		const slopes = new Float64Array(names.length);
		let slope = 0;
		for (const { about, weight, known, share } of inputs) {
			let sum = otherwise;
			for (const place of known) sum += weights[place]! * share;
			const off = weight * (1 / (1 + Math.exp(-sum)) - about);
			slope += off;
			for (const place of known) slopes[place]! += off * share;
		}
		otherwise -= (4 * pace * slope) / inputs.length;
		for (let place = 0; place < weights.length; place++) {
			const moved = weights[place]! - 60 * pace * (slopes[place]! / inputs.length + L2 * weights[place]!);
			weights[place] = Math.sign(moved) * Math.max(0, Math.abs(moved) - 60 * pace * L1);
		}
	}
	return { weights: new Map(names.map((name, place) => [name, weights[place]!])), otherwise };
}

function written({ weights, otherwise }: Learned): string {
	const byWeight = new Map<number, string[]>();
	for (const [name, weight] of weights) {
		const rounded = Math.round(4 * weight) / 4;
		if (rounded) byWeight.set(rounded, [...(byWeight.get(rounded) ?? []), name.replace(' ', '_')]);
	}
	const lines = [...byWeight]
		.sort(([one], [other]) => other - one)
		.map(([weight, names]) => `\t${weight}: ${names.sort().join(' ')}`);
	return `import { undertoneFrom } from '../undertone.ts';

/** Written by \`bench/reading/learn.ts\`. */
export const undertone = undertoneFrom(
	${otherwise.toFixed(2)},
	\`
${lines.join('\n')}
\`,
);
`;
}
