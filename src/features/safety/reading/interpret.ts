import type { Stance, Subject, Time } from './finding.ts';
import type { Language } from './language.ts';
import type { Idiom, Meaning, Raised, Sign, Turn } from './meaning.ts';
import type { Hit } from './pattern.ts';
import type { Token } from './tokens.ts';
import { hear, type Heard } from './undertone.ts';

/** A rule met, and how it was meant: by whom, of whom, when. */
export interface Note<What extends Raised | Sign = Raised | Sign> {
	id: string;
	what: What;
	from: number;
	to: number;
	subject: Subject;
	time: Time;
	stance: Stance;
	/** Said with a laugh, and nothing that takes the laugh back. */
	joking: boolean;
	/** A turn to the better stands near. */
	recovered: boolean;
	/** “Yesterday”, “two weeks ago”, “still”. */
	recent: boolean;
	longAgo: boolean;
	/** Past by more than the form of a verb: “used to”, “back then”. */
	marked: boolean;
	/** “I have been …”: of any time up to now. */
	lived: boolean;
	/** “… too”: told to somebody who feels alike. */
	alike: boolean;
}

/** One language’s part of a text, and what was met in it. */
export interface Noted {
	tokens: Token[];
	notes: Note[];
	turns: { turn: Turn['turn']; from: number; to: number }[];
	/** What lies under its words, where no rule is met. */
	undertone: Heard;
}

/** How far around words it is asked whether they are told, joked or remembered. In words. */
const NEAR = 12;

/** How many rules met before and after are compared with one. */
const CLOSE_BY = 40;

/** What the rules met mean where they stand. */
export function interpret(tokens: Token[], language: Language): Noted {
	const hits = language.patterns.hitsIn(tokens);
	const idioms = hits.filter(({ rule }) => rule.what.is === 'idiom');
	const turns = hits
		.filter((hit): hit is Hit<Meaning> & { rule: { what: Turn } } => hit.rule.what.is === 'turn')
		.map(({ rule, from, to }) => ({ turn: (rule.what as Turn).turn, from, to }));
	const meant = hits.filter(
		(hit) => (hit.rule.what.is === 'raised' || hit.rule.what.is === 'sign') && !explainedBy(hit, idioms),
	) as Hit<Exclude<Meaning, Turn | Idiom>>[];
	const text = new Surroundings(tokens, language, turns);
	const notes = withoutInner(meant).map(({ rule, from, to }) => ({
		id: rule.id,
		what: rule.what,
		from,
		to,
		...text.around(rule.what, from, to),
	}));
	return { tokens, notes, turns, undertone: hear(tokens, language.undertone) };
}

/** An idiom explains what it overlaps, unless the words met reach further on both sides or are many more. */
function explainedBy<What>(hit: Hit<What>, idioms: readonly Hit<What>[]): boolean {
	return idioms.some(
		({ from, to }) =>
			hit.from < to && from < hit.to && !(hit.from <= from && to <= hit.to && hit.to - hit.from > to - from),
	);
}

/** Of words met twice by rules of one category, the longer reading counts; of equals, the higher level. */
function withoutInner<What extends Raised | Sign>(hits: readonly Hit<What>[]): Hit<What>[] {
	const family = ({ rule: { what } }: Hit<What>) => (what.is === 'raised' ? what.category : what.kind);
	const level = ({ rule: { what } }: Hit<What>) =>
		what.is === 'raised' && !what.leans ? (what.level ?? 0) : 0;
	const settles = ({ rule: { what } }: Hit<What>) => what.is === 'raised' && (what.settles ?? false);
	// Hits come in the order of the text, so what holds another one stands close by.
	return hits.filter(
		(hit, index) =>
			!hits.slice(Math.max(0, index - CLOSE_BY), index + CLOSE_BY).some((other, nth) => {
				const place = Math.max(0, index - CLOSE_BY) + nth;
				if (other === hit || family(other) !== family(hit)) return false;
				if (other.from > hit.from || other.to < hit.to) return false;
				if (settles(other) !== settles(hit)) return settles(other);
				const longer = other.to - other.from > hit.to - hit.from;
				if (level(other) !== level(hit)) return level(other) > level(hit);
				return longer || place < index;
			}),
	);
}

const too = new Set(['too', 'tambien', 'likewise']);

/** Words that add what is said next, and verbs that go on with it: “go and”, “try and”. */
const adding = new Set(['and', 'y', 'then', 'luego', 'after', 'pero', 'but']);
const goesOn = new Set(['go', 'try', 'come', 'ir', 'coger', 'agarrar']);

/** What speaks inside somebody: “my head keeps saying: kill yourself”. */
const voices = new Set(
	'brain head mind voice voices thought thoughts idea cabeza mente voz voces pensamiento pensamientos'.split(
		' ',
	),
);

const own = new Set(['my', 'mine', 'mi', 'mis', 'conmigo', 'yo']);

/** What is asked of somebody out of care. A question for a photograph is no care. */
const asksAbout = new Set(['suicide', 'self-harm', 'encouragement']);
const anyone = new Set(
	'everyone everybody nobody people they who someone somebody anyone anybody'.split(' '),
);

/** “I have thought”, “I am done”: a form of the past that tells of now. */
const perfect = new Set(['have', 'be', 'haber', 'estar']);

class Surroundings {
	readonly #tokens: readonly Token[];
	readonly #language: Language;
	/** Which turns reach a word, by its place. */
	readonly #turns = new Map<Turn['turn'], number[]>();
	readonly #asking: Set<number>;
	readonly #allQuoted: boolean;

	constructor(tokens: readonly Token[], language: Language, turns: Noted['turns']) {
		this.#tokens = tokens;
		this.#language = language;
		for (const { turn, from } of turns) {
			const places = this.#turns.get(turn);
			if (places) places.push(from);
			else this.#turns.set(turn, [from]);
		}
		this.#asking = new Set(tokens.filter(({ word }) => word === '?').map(({ sentence }) => sentence));
		// A whole message in quotation marks is the writer’s own; a few words in them are somebody else’s.
		this.#allQuoted = tokens.every(({ quoted, kind }) => quoted || kind === 'mark');
	}

	around(what: Raised | Sign, from: number, to: number): Omit<Note, 'id' | 'what' | 'from' | 'to'> {
		const fixed: Partial<Raised> = what.is === 'raised' ? what : {};
		const mourned = fixed.category === 'suicide' && fixed.deed && this.#has('lost-somebody', from, to, NEAR);
		const subject = mourned ? 'other' : (fixed.subject ?? this.#subjectOf(from, to, fixed.deed ?? false));
		const longAgo = this.#has('long-ago', from, to, NEAR);
		const recovered = this.#has('recovered', from, to, 2 * NEAR);
		const recent =
			(this.#has('recent', from, to, NEAR) || this.#has('still', from, to, NEAR)) &&
			!(longAgo && (recovered || fixed.level === 6));
		const told = this.#timeOf(from, to, { recent, longAgo });
		const spared = fixed.category === 'encouragement' && this.#saidOfOneself(from, to);
		return {
			subject,
			time: longAgo && !recent ? 'past' : (fixed.time ?? told.time),
			marked: told.marked,
			lived: told.lived,
			alike: [0, 1, 2].some((after) => too.has(this.#tokens[to + after]?.word ?? '')),
			stance: spared ? 'figurative' : (fixed.stance ?? this.#stanceOf(what, subject, from, to)),
			joking: this.#joking(from, to),
			recovered,
			recent,
			longAgo,
		};
	}

	/** Who it is about: the reflexive, or whoever acted last before it. Nobody named means the writer. */
	#subjectOf(from: number, to: number, deed: boolean): Subject {
		const { reflexives, subjects } = this.#language;
		for (let at = from; at < to; at++) {
			const meant = reflexives.get(this.#tokens[at]!.word);
			if (meant) return meant;
		}
		// The last one acts: “if she leaves, I will”. And “nobody would miss me” is about me.
		for (let at = to - 1; at >= from; at--) {
			const meant = subjects.get(this.#tokens[at]!.word);
			if (meant && !anyone.has(this.#tokens[at]!.word)) return meant;
			const { person } = this.#tokens[at]!;
			if (person) return person === 1 ? 'self' : person === 2 ? 'reader' : 'other';
		}
		const { sentence } = this.#tokens[from]!;
		for (let at = from - 1; at >= 0 && at > from - NEAR; at--) {
			const token = this.#tokens[at]!;
			if (token.sentence !== sentence) break;
			const meant = subjects.get(token.word);
			// “does anyone else feel …” is asked by somebody who does.
			if (meant && this.#tokens[at + 1]?.word === 'else') return 'self';
			if (meant) return meant;
			if (token.person) return token.person === 1 ? 'self' : token.person === 2 ? 'reader' : 'other';
			if (this.#actsAt(at)) return 'other';
		}
		return deed && this.#orders(from) ? 'reader' : 'self';
	}

	/** “I would be better off dead”, “too scared to kill myself”: the words are those of a push, and nobody is pushed. */
	#saidOfOneself(from: number, to: number): boolean {
		const { subjects, reflexives } = this.#language;
		for (let at = from - 1; at >= 0 && at > from - 18; at--)
			if (voices.has(this.#tokens[at]!.lemma)) return true;
		for (let at = from; at < to; at++) {
			const token = this.#tokens[at]!;
			if ((subjects.get(token.word) ?? reflexives.get(token.word)) === 'reader' || token.person === 2)
				return false;
		}
		for (let at = to; at < to + 2; at++)
			if (reflexives.get(this.#tokens[at]?.word ?? '') === 'self') return true;
		const { clause } = this.#tokens[from]!;
		for (let at = from - 1; at >= 0 && this.#tokens[at]!.clause === clause; at--) {
			const token = this.#tokens[at]!;
			const meant = subjects.get(token.word) ?? (token.person === 1 ? 'self' : undefined);
			if (meant) return meant === 'self';
		}
		return false;
	}

	/** A bare verb at the beginning tells somebody to: “take four of them”. */
	#orders(from: number): boolean {
		const { word, clause } = this.#tokens[from]!;
		let before = from - 1;
		while (this.#tokens[before]?.filler) before--;
		return this.#language.commands.has(word) && this.#tokens[before]?.clause !== clause;
	}

	/** “my brother wants”, “a friend who said”: a noun for somebody, and right after it a verb. */
	#actsAt(at: number): boolean {
		const { people } = this.#language;
		if (!people.has(this.#tokens[at]!.word)) return false;
		let next = at + 1;
		while (this.#tokens[next]?.filler) next++;
		const token = this.#tokens[next];
		if (!token || token.kind !== 'word') return false;
		return token.past || (token.lemma !== token.word && !token.word.endsWith('ing')) || token.word === 'who';
	}

	#timeOf(
		from: number,
		to: number,
		near: { recent: boolean; longAgo: boolean },
	): Pick<Note, 'time' | 'marked' | 'lived'> {
		const { pastMarkers, nowMarkers } = this.#language;
		if (near.longAgo && !near.recent) return { time: 'past', marked: true, lived: true };
		const { sentence, clause } = this.#tokens[from]!;
		let past = false;
		let marked = false;
		let now = near.recent;
		let lived = false;
		for (let at = Math.max(0, from - NEAR); at < Math.min(this.#tokens.length, to + NEAR); at++) {
			const token = this.#tokens[at]!;
			if (token.sentence !== sentence) continue;
			if (nowMarkers.has(token.word)) now = true;
			if (pastMarkers.has(token.word) && (at < from || at >= to)) marked = true;
			// “was suicidal”, “had thoughts of”: the verb before decides. “I have thought” reaches into now.
			const within = at >= from - 3 && at < to && token.clause === clause;
			if (within && token.past) {
				if (this.#perfect(at)) lived = true;
				else past = true;
			}
		}
		return { time: (past || marked) && !now ? 'past' : 'now', marked: marked && !now, lived: lived || past };
	}

	/** Whether a sentence names its writer at all: “how strong are the thoughts?” does not. */
	#ofOneself(sentence: number): boolean {
		const { subjects, reflexives } = this.#language;
		return this.#tokens.some(
			(token) =>
				token.sentence === sentence &&
				(token.person === 1 ||
					own.has(token.word) ||
					(subjects.get(token.word) ?? reflexives.get(token.word)) === 'self'),
		);
	}

	#perfect(at: number): boolean {
		let before = at - 1;
		while (this.#tokens[before]?.filler) before--;
		const token = this.#tokens[before];
		return token !== undefined && perfect.has(token.lemma) && !token.past;
	}

	#stanceOf(what: Raised | Sign, subject: Subject, from: number, to: number): Stance {
		const first = this.#tokens[from]!;
		if (first.quoted && !this.#allQuoted) return 'quoted';
		if (!what.anyway && this.#denied(from)) return 'denied';
		if (
			what.is === 'raised' &&
			asksAbout.has(what.category) &&
			(subject !== 'self' || !this.#ofOneself(first.sentence)) &&
			this.#asking.has(first.sentence)
		)
			return 'asked';
		if (what.is === 'raised' && !what.settles && this.#wasAsked(from)) return 'asked';
		if (what.is === 'raised' && this.#told(what, from, to)) return 'figurative';
		return 'asserted';
	}

	/** Whether a “not” reaches these words: nothing between stops it, and there is no second one. */
	#denied(from: number): boolean {
		const { negations, negationEnds } = this.#language;
		const { sentence } = this.#tokens[from]!;
		let nots = 0;
		for (let at = from - 1, steps = 0; at >= 0 && steps < 7; at--) {
			const token = this.#tokens[at]!;
			if (token.sentence !== sentence || token.kind === 'mark') break;
			if (token.filler) continue;
			steps++;
			// “I do not sleep and think of …”: what is denied ends where the next thing is said.
			if (nots === 0 && adding.has(token.word) && !goesOn.has(this.#tokens[at - 1]?.lemma ?? '')) break;
			if (negations.has(token.word)) {
				// “no, I am not”, “no im not”: the first is an answer, the second denies.
				const after = this.#tokens[at + 1]!;
				if (token.word === 'no' && (this.#language.subjects.has(after.word) || negations.has(after.word)))
					continue;
				// “trying not to”, “can not kill myself because of her”: a struggle, no denial.
				const before = this.#tokens[at - 1]?.lemma;
				const asked = this.#tokens[at - 2]?.word;
				if (before === 'why' || asked === 'why') return false;
				if (before === 'try' || before === 'hard' || before === 'best' || (before === 'can' && steps === 1))
					return false;
				nots++;
			} else if (negationEnds.has(token.word) || negationEnds.has(token.lemma)) break;
			else if (token.clause !== this.#tokens[from]!.clause && nots === 0) break;
		}
		return nots === 1;
	}

	/** “she asked me if I …”: what somebody asked was not said. */
	#wasAsked(from: number): boolean {
		const { sentence } = this.#tokens[from]!;
		for (let at = from - 1; at >= 0 && at >= from - 7; at--) {
			const { lemma, sentence: its } = this.#tokens[at]!;
			if (its !== sentence) return false;
			if (lemma === 'ask' || lemma === 'preguntar') return true;
		}
		return false;
	}

	/** Told of a song, a film, a game or a study. A wish in the first person is not taken for one. */
	#told(what: Raised, from: number, to: number): boolean {
		const { media } = this.#language;
		if (
			!what.deed &&
			what.category === 'suicide' &&
			(what.level ?? 0) < 3 &&
			this.#tokens[from]!.kind !== 'word'
		)
			return false;
		const reach = what.deed ? NEAR : 5;
		for (let at = Math.max(0, from - reach); at < Math.min(this.#tokens.length, to + reach); at++)
			if (media.has(this.#tokens[at]!.word) && (at < from || at >= to)) return true;
		return false;
	}

	#joking(from: number, to: number): boolean {
		const { jokes } = this.#language;
		const { sentence } = this.#tokens[from]!;
		for (let at = Math.max(0, from - NEAR); at < Math.min(this.#tokens.length, to + NEAR); at++) {
			const token = this.#tokens[at]!;
			if (token.sentence >= sentence && token.sentence <= sentence + 1 && jokes.has(token.word))
				return !this.#has('serious', from, to, 2 * NEAR);
		}
		return false;
	}

	#has(turn: Turn['turn'], from: number, to: number, reach: number): boolean {
		const places = this.#turns.get(turn);
		if (!places) return false;
		// The first one not too far before.
		let low = 0;
		let high = places.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (places[middle]! < from - reach) low = middle + 1;
			else high = middle;
		}
		return low < places.length && places[low]! < to + reach;
	}
}
