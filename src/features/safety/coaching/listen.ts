import { tokensOf } from '../reading/canonical.ts';
import { plainly } from '../reading/characters.ts';
import { english } from '../reading/en/english.ts';
import { spanish } from '../reading/es/spanish.ts';
import { languageOf, voicesIn, type Language } from '../reading/language.ts';
import { Patterns, type Hit } from '../reading/pattern.ts';
import { piecesOf, type Token } from '../reading/tokens.ts';
import * as inEnglish from './english.ts';
import type { Behaviour, Heard, Listening, Shown } from './heard.ts';
import * as inSpanish from './spanish.ts';

const ears = new Map<Language, Patterns<Heard>>([
	[english, new Patterns(inEnglish.phrases, inEnglish.rules)],
	[spanish, new Patterns(inSpanish.phrases, inSpanish.rules)],
]);

const languages = [...ears.keys()];

/**
 * Hears in a peer’s reply what helps somebody feel heard. It judges words a person has written, privately and for that
 * person, and writes none itself. Pure: no network, no clock, nothing kept.
 */
export function listenTo(reply: string): Listening {
	const pieces = piecesOf(plainly(reply));
	const language = languageOf(voicesIn(pieces, languages), languages, english) ?? english;
	const sentences: Token[][] = [];
	let begin = 0;
	pieces.forEach(({ text }, place) => {
		if (text !== '.' && text !== '?' && place < pieces.length - 1) return;
		sentences.push(tokensOf(pieces.slice(begin, place + 1), language, sentences.length));
		begin = place + 1;
	});
	const heard = sentences.map((tokens) => ({ tokens, hits: ears.get(language)!.hitsIn(tokens) }));
	const all = heard.flatMap(({ hits }) => hits);
	const asked = heard.filter(({ tokens }) => asks(tokens));
	return {
		reaction: most(all, 'reaction'),
		interpretation: most(
			heard.filter(({ tokens }) => !asks(tokens)).flatMap(({ hits }) => hits),
			'interpretation',
		),
		exploration: exploring(asked, all),
		behaviour: behaviourOf(heard),
		because: [...new Set(all.map(({ rule }) => rule.id))],
	};
}

const asks = (tokens: readonly Token[]) => tokens.at(-1)?.word === '?';

function most(hits: readonly Hit<Heard>[], which: 'reaction' | 'interpretation' | 'exploration'): Shown {
	return Math.max(0, ...hits.map(({ rule }) => rule.what[which] ?? 0)) as Shown;
}

/** A question asked; or an invitation that needs no question mark. */
function exploring(asked: readonly { hits: Hit<Heard>[] }[], all: readonly Hit<Heard>[]): Shown {
	if (asked.length) {
		const met = asked.flatMap(({ hits }) => hits);
		const general = met.some(({ rule }) => rule.what.exploration === 1);
		// “What happened?” could be asked of anybody; most other questions follow what was said.
		return general && most(met, 'exploration') < 2 ? 1 : 2;
	}
	return all.some(({ rule, to, from }) => rule.id === 'asked' && to - from >= 3) ? 1 : 0;
}

/** What the reply mostly does: a question decides, then what most of its words are part of. */
function behaviourOf(heard: readonly { tokens: Token[]; hits: Hit<Heard>[] }[]): Behaviour {
	if (heard.some(({ tokens }) => asks(tokens))) return 'question';
	const weights = { reflection: 0, therapist_input: 0, other: 0 };
	let words = 0;
	for (const { tokens, hits } of heard) {
		const length = tokens.filter(({ kind }) => kind === 'word').length;
		words += length;
		const counted = new Map<Exclude<Behaviour, 'question'>, number>();
		for (const { rule } of hits)
			if (rule.what.behaviour) counted.set(rule.what.behaviour, (counted.get(rule.what.behaviour) ?? 0) + 1);
		for (const [behaviour, count] of counted)
			weights[behaviour] +=
				Math.min(count, 3) * (behaviour === 'other' ? (length <= 4 ? 6 : 0.5) : Math.sqrt(length));
	}
	if (words <= 2) return 'other';
	if (weights.other > Math.max(weights.reflection, weights.therapist_input)) return 'other';
	if (weights.reflection === 0 && weights.therapist_input === 0)
		return words <= 5 ? 'other' : 'therapist_input';
	return weights.reflection >= weights.therapist_input ? 'reflection' : 'therapist_input';
}
