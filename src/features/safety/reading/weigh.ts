import type { Category, Level, Tier } from './finding.ts';
import type { Note, Noted } from './interpret.ts';
import type { Raised, Sign } from './meaning.ts';
import { voice } from './voice.ts';

/** What all notes of a message come to. */
export interface Weighed {
	/** Rises with what is said about one’s own death; 0 to 1. For measuring only: never stored, never shown. */
	suicide: number;
	level: Level;
	tier: Tier;
	/** Other categories, 0 to 1; raised from a half. */
	others: Map<Category, number>;
	/** Signs that raised something together although nothing was said outright. */
	signs: Note<Sign>[];
	/** Whose words raised something by what lies under them, where neither rules nor signs did. */
	beneath: Noted | undefined;
}

/** From this sum on, signs alone are worth a quiet strip: more in a few words than in many, where they have room. */
const enoughSigns = (words: number) => 3.4 - 0.8 * Math.min(1, Math.max(0, (words - 50) / 70));
/** What lies under the words, in log odds: from here on worth a quiet strip by itself. */
const ENOUGH_BENEATH = 0.3;
/** The same where a rule has understood that it is over, denied, a film or somebody else’s. */
const MUCH_BENEATH = 2;
/** From here on, what only hints is worth a quiet strip; and means what it hints at. */
const HINT_BENEATH = -1;
const COMPANY_BENEATH = 1;
/** Signs that make hinting words mean what they hint at: preparations least, despair more, thanks and a goodbye most. */
const companyFor = ({ id, what }: Note<Raised>) => (id === 'farewell' ? 2.4 : what.level === 1 ? 1.6 : 1.1);

export function weigh(parts: readonly Noted[]): Weighed {
	const notes = parts.flatMap((part) => part.notes);
	const kindWords = parts.flatMap(({ turns }) => turns).filter(({ turn }) => turn === 'supporting').length;
	const supporting = voice(parts) < 0.6 || (kindWords >= 2 && voice(parts) < 0.85);
	const raised = notes.filter(isRaised);
	const pushes = raised.filter((note) => note.what.category === 'encouragement' && stands(note, false));
	const suicide = raised.filter(
		(note) =>
			note.what.category === 'suicide' && !pushes.some(({ from, to }) => from < note.to && note.from < to),
	);
	const signs = notes.filter(isSign);
	const signSum = sumOfSigns(signs, parts);

	const deepest = parts.toSorted((one, other) => other.undertone.sum - one.undertone.sum)[0];
	const undertone = deepest?.undertone.sum ?? -Infinity;
	const outright = suicide.filter((note) => !note.what.leans);
	const leaning = new Set(
		suicide
			.filter((note) => note.what.leans && stands(note, true))
			// Thanks and a goodbye are two polite things; two preparations are not.
			.map(({ id, from }) => (preparing.has(id) ? `${id} ${from}` : id)),
	);
	const outrightSaid = outright.some((note) => stands(note, true));
	const inCompany = (note: Note<Raised>) =>
		!note.what.leans ||
		outrightSaid ||
		undertone >= COMPANY_BENEATH ||
		signSum >= companyFor(note) ||
		(note.id !== 'farewell' && leaning.size >= 2);
	const weights = suicide.map(
		(note) =>
			[
				note,
				note.what.weight *
					force(note) *
					(inCompany(note) ? 1 : 0.25) *
					(supporting && remembered(note) ? 0.2 : 1),
			] as const,
	);
	const said = lessening(weights, ({ what, id }) => what.kind ?? id);
	const denied = outright.some(({ stance, subject }) => stance === 'denied' && subject === 'self');
	const sum = said + signSum * (denied && said < 1 ? 0.3 : 0.55) + 0.5 * Math.max(0, undertone + 2);

	const standing = raised.filter(
		(note) =>
			(note.what.category !== 'suicide' || suicide.includes(note)) &&
			!((supporting || (note.alike && kindWords > 0)) && remembered(note)) &&
			stands(note, outrightSaid || signSum >= 1.1) &&
			inCompany(note) &&
			!(note.what.leans && supporting),
	);
	const levels = standing.filter(({ what }) => what.category === 'suicide' && what.tier > 0);
	const fromSigns =
		signSum * (denied ? 0.5 : 1) >= enoughSigns(parts.reduce((sum, { tokens }) => sum + tokens.length, 0));
	// What only hints, and what lies under the words, is worth a quiet strip: nobody is told.
	const hints =
		supporting || undertone < HINT_BENEATH
			? []
			: suicide.filter((note) => note.what.leans && stands(note, true) && !remembered(note) && !note.joking);
	const explained = outright.length > 0 && !outrightSaid;
	const isBeneath = !supporting && undertone > (explained ? MUCH_BENEATH : ENOUGH_BENEATH);
	const quiet = fromSigns || hints.length > 0 || isBeneath;
	const level = Math.max(0, ...levels.map(levelOf), quiet ? 1 : 0) as Level;
	const tier = Math.max(
		0,
		...standing.filter(({ what }) => what.category !== 'suicide').map(otherTierOf),
		...levels.map(tierOf),
		quiet ? 1 : 0,
	) as Tier;
	return {
		suicide: 1 - Math.exp(-sum / 3),
		level,
		tier,
		others: othersIn(raised),
		signs: fromSigns && levels.length === 0 ? signs : [],
		beneath: isBeneath && !fromSigns && !hints.length && !levels.length ? deepest : undefined,
	};
}

const preparing = new Set(['prepared', 'intent-hinted-leaning', 'intent-hinted']);

const isRaised = (note: Note): note is Note<Raised> => note.what.is === 'raised';
const isSign = (note: Note): note is Note<Sign> => note.what.is === 'sign';

/** How much of its weight a note keeps, as it was meant. */
function force(note: Note<Raised>): number {
	const { subject, stance, time, joking, recovered, recent, longAgo, marked, what } = note;
	let kept = { asserted: 1, asked: 0.06, denied: 0.1, quoted: 0.15, figurative: 0.08 }[stance];
	if (what.category === 'suicide' || what.category === 'self-harm') {
		if (subject === 'other') kept *= 0.1;
		if (subject === 'reader') kept *= 0.07;
		if (what.level === 6) kept *= recent ? 1 : recovered ? 0.15 : longAgo ? 0.5 : 0.85;
		else if (time === 'past') kept *= recovered ? 0.12 : marked ? 0.35 : 0.65;
		else if (recovered && !recent) kept *= longAgo ? 0.15 : 0.7;
	}
	return joking ? kept * 0.45 : kept;
}

/** Whether a note is about the writer (or what the writer says to the reader), meant, and not over. */
function stands(note: Note<Raised>, accompanied: boolean): boolean {
	const { what, subject, stance, time, recovered, recent, longAgo, marked } = note;
	if (stance !== 'asserted') return false;
	const ofOneself = what.category === 'suicide' || what.category === 'self-harm';
	if (!ofOneself) return true;
	if (subject !== 'self') return false;
	if (what.level === 6) return recent || !recovered;
	if (recovered && (longAgo || time === 'past')) return false;
	if (time !== 'past' || recent || (what.category === 'self-harm' && !marked)) return true;
	// “I wanted to die” alone may be long over; among other such words it hardly is.
	return !marked && ((what.level ?? 0) >= 3 || accompanied);
}

/** In words to somebody else, what the writer has been through is told to keep them company. */
function remembered({ time, lived, recovered, recent }: Note): boolean {
	return (lived || recovered || time === 'past') && !recent;
}

function levelOf({ what, joking }: Note<Raised>): Level {
	const level = what.level ?? 0;
	return joking ? (level > 1 ? 1 : 0) : level;
}

/** What is told of long ago is heard by people, not by a strip; a joke is a joke. */
function otherTierOf({ what, joking, time, recent, marked }: Note<Raised>): Tier {
	const over = time === 'past' && (marked || !recent);
	return joking || over ? 0 : what.tier;
}

function tierOf(note: Note<Raised>): Tier {
	const { what, joking, recent, time, longAgo } = note;
	if (joking) return levelOf(note) as 0 | 1;
	if (what.level === 6 && time === 'past' && !recent) return longAgo ? 1 : 2;
	return what.tier;
}

/** The first of a kind counts in full, the next ones less and less: saying a thing ten times is not ten things. */
function lessening<One>(weights: readonly (readonly [One, number])[], kindOf: (one: One) => string): number {
	const kinds = new Map<string, number[]>();
	for (const [one, weight] of weights) {
		const kind = kindOf(one);
		const list = kinds.get(kind);
		if (list) list.push(weight);
		else kinds.set(kind, [weight]);
	}
	let sum = 0;
	for (const list of kinds.values()) {
		list.sort((one, other) => other - one);
		let share = 1;
		for (const weight of list.slice(0, 6)) {
			sum += weight * share;
			share *= 0.4;
		}
	}
	return sum;
}

/** Signs, in the voice of who speaks: words for the reader’s troubles, and words of somebody who supports, count little. */
function sumOfSigns(signs: readonly Note<Sign>[], parts: readonly Noted[]): number {
	const weights = signs.map((note) => {
		const { what, subject, stance, time, joking, recovered } = note;
		let kept = what.weight * (stance === 'asserted' ? 1 : 0.2);
		kept *= subject === 'self' ? 1 : subject === 'other' ? 0.35 : 0.1;
		if (time === 'past') kept *= 0.6;
		if (recovered) kept *= 0.6;
		return [note, joking ? kept * 0.5 : kept] as const;
	});
	const sum = lessening(weights, ({ what }) => what.kind);
	return sum * voice(parts);
}

function othersIn(raised: readonly Note<Raised>[]): Map<Category, number> {
	const sums = new Map<Category, number>();
	for (const note of raised) {
		if (note.what.category === 'suicide') continue;
		const kept = stands(note, false) ? note.what.weight * force(note) : 0.1 * force(note);
		sums.set(note.what.category, (sums.get(note.what.category) ?? 0) + kept);
	}
	return new Map([...sums].map(([category, sum]) => [category, 1 - Math.exp(-1.2 * sum)]));
}
