import { days, hours, minutes } from '#platform/time.ts';
import { isAbout } from './about.ts';
import { markOf, numberOf, topics, type Answers, type TasteKind, type Topic } from './answers.ts';
import { fitsFreeTime } from './free-time.ts';
import type { Candidate, Taste, Time, When } from './taste.ts';
import { whyOf } from './why.ts';

/** When somebody looks, on which clocks, and in which language. */
export interface Looking {
	now: Date;
	/** IANA. */
	zone: string;
	/** BCP 47. */
	locale: string;
}

/** How many are shown. */
export const TASTES = 3;

/** More people than this are many. */
export const BIG = 12;

/**
 * Three tastes that differ: in kind as long as there are others, and then in when, where and how many. What somebody
 * wants to avoid is never among them, so there may be fewer. Of a kind that they want more of there may be two. Within one
 * minute the same questions have the same answer.
 */
export function decideTastes(
	candidates: readonly Candidate[],
	answers: Answers,
	{ now, zone, locale }: Looking,
): Taste[] {
	const looking = { now: new Date(Math.floor(now.getTime() / minutes(1)) * minutes(1)), zone, locale };
	const left = candidates
		.filter((candidate) => isToCome(candidate, looking.now) && isWelcome(candidate, answers, looking))
		.map((candidate) => weigh(candidate, answers, looking))
		.toSorted((a, b) => b.worth - a.worth || (a.key < b.key ? -1 : 1));

	const chosen: Weighed[] = [];
	while (chosen.length < TASTES && left.length > 0) {
		const next = bestOf(mayFollow(left, chosen, answers), chosen, looking.now);
		chosen.push(next);
		left.splice(left.indexOf(next), 1);
	}
	return told(chosen, answers, looking);
}

interface Weighed extends Candidate {
	mark: string;
	when: When;
	worth: number;
}

/** Whether it can still be had: it is held, there is a time ahead, or it needs none. */
const isToCome = (candidate: Candidate, now: Date) =>
	candidate.heldNow ||
	candidate.kind === 'talk' ||
	canBeRead(candidate) ||
	candidate.times.some((time) => isAhead(time, candidate, now));

/** A circle online can be read at any hour. */
const canBeRead = ({ kind, where }: Candidate) => kind === 'circle' && where !== 'in-person';

/** An open door can be gone through until it closes; a meeting that has begun is not walked into. */
const isAhead = ({ startsAt, minutes: lasts }: Time, { dropIn }: Candidate, now: Date) =>
	dropIn ? startsAt.getTime() + minutes(lasts) > now.getTime() : startsAt > now;

/** Whatever somebody asked to be spared, had enough of, or could not go to, is out. */
function isWelcome(candidate: Candidate, { avoid, less }: Answers, { zone }: Looking): boolean {
	const { where, seen, phoneOnly, others, crowd } = candidate;
	const mark = markOf(candidate.key);
	if (less.some((said) => said.mark === mark && said.kind === candidate.kind)) return false;
	if (avoid.includes('big') && ((others ?? 0) > BIG || crowd === 'many')) return false;
	if (avoid.includes('seen') && seen === 'yes') return false;
	if (avoid.includes('phone') && phoneOnly) return false;
	if (avoid.includes('going') && where === 'in-person') return false;
	// Nobody goes to where other clocks are for a taste. Whose clocks are not known is told where it is.
	if (where === 'in-person' && candidate.zone !== null && zone !== 'UTC' && candidate.zone !== zone)
		return false;
	return !topics.some((topic) => avoid.includes(topic) && mentions(candidate, topic));
}

const mentions = ({ name, about, topics: said }: Candidate, topic: Topic) =>
	isAbout(topic, [name, about, ...said]);

/** How well each kind serves each answer, from 0 to 1. */
const suits: Record<'company' | 'quiet' | 'listening' | 'ideas', Record<TasteKind, number>> = {
	company: { circle: 0.8, room: 0.8, place: 0.8, meeting: 0.7, workshop: 0.4, talk: 0.5 },
	quiet: { circle: 0.9, room: 0.7, talk: 0.6, place: 0.5, workshop: 0.3, meeting: 0.2 },
	listening: { talk: 1, room: 0.8, circle: 0.6, place: 0.6, meeting: 0.5, workshop: 0.1 },
	ideas: { workshop: 1, meeting: 0.7, circle: 0.6, talk: 0.6, place: 0.3, room: 0.3 },
};

/** What is for one thing in life may not be theirs, and they did not say. What many go through is for anybody. */
const particular = topics.filter((topic) => topic !== 'mental-health' && topic !== 'hard-times');

/** To read what was written is something, and less than that somebody is there. */
const READ = 0.6;

const counts = {
	time: 1,
	answer: 0.5,
	said: 1,
	language: 0.8,
	onlyFor: 0.5,
	particular: 0.4,
	soon: 0.3,
	small: 0.1,
} as const;

function weigh(candidate: Candidate, answers: Answers, looking: Looking): Weighed {
	const { now, locale } = looking;
	const { kind, languages, onlyFor, newcomers, others } = candidate;
	const when = whenOf(candidate, answers, looking);
	const language = new Intl.Locale(locale).language;
	const spoken = languages.length === 0 || languages.some((tag) => tag.split('-', 1)[0] === language);
	const said = (some: Answers['more']) => some.some((each) => each.kind === kind);
	const worth =
		counts.time * (fitsAnswer(candidate, answers, looking) ? (when.is === 'any-hour' ? READ : 1) : 0) +
		counts.answer * (answers.company ? suits[answers.company][kind] : 0) +
		counts.answer * (answers.help ? suits[answers.help][kind] : 0) +
		counts.said * (Number(said(answers.more)) - Number(said(answers.less))) +
		counts.soon * soonness(when, now) +
		counts.small * (Number(newcomers) + Number(others !== null && others <= BIG)) -
		counts.language * Number(!spoken) -
		counts.onlyFor * Number(onlyFor) -
		counts.particular * Number(particular.some((topic) => mentions(candidate, topic))) +
		// Of those that are alike another one is first each day, and the same for everybody.
		(0.02 * numberOf(`${candidate.key} ${now.toISOString().slice(0, 10)}`)) / 2 ** 32;
	return { ...candidate, mark: markOf(candidate.key), when, worth };
}

/** Whether it can be had in the time that somebody says they have. */
function fitsAnswer(candidate: Candidate, { time }: Answers, looking: Looking): boolean {
	if (time === undefined) return false;
	if (candidate.heldNow)
		return time === 'now' || fitsFreeTime(aWhile(looking.now), time, { ...looking, dropIn: true });
	if (time === 'now' && canBeRead(candidate)) return true;
	return candidate.times.some((each) => fitsFreeTime(each, time, { ...looking, dropIn: candidate.dropIn }));
}

const aWhile = (now: Date) => ({ startsAt: now, minutes: 30 });

/** The time that is told: the first that fits what was asked, or else the first. */
export function whenOf(candidate: Candidate, { time }: Pick<Answers, 'time'>, looking: Looking): When {
	const { now } = looking;
	const { kind, times, dropIn, heldNow } = candidate;
	if (heldNow) return { is: 'now', until: null };
	if (kind === 'talk') return { is: 'to-agree', from: times[0]?.startsAt ?? null };
	const ahead = times.filter((each) => isAhead(each, candidate, now));
	const fits = time && ahead.find((each) => fitsFreeTime(each, time, { ...looking, dropIn }));
	const next = fits ?? ahead[0];
	const isReadNow = canBeRead(candidate) && time === 'now' && !fits;
	if (!next || isReadNow) return { is: 'any-hour', next: next?.startsAt ?? null };
	return next.startsAt <= now
		? { is: 'now', until: new Date(next.startsAt.getTime() + minutes(next.minutes)) }
		: { is: 'at', at: next.startsAt, minutes: next.minutes };
}

/** 1 for what is on, half of it after a day and a half. */
function soonness(when: When, now: Date): number {
	const at = momentOf(when, now);
	return at === null ? 0.3 : Math.exp(-Math.max(0, at - now.getTime()) / hours(52));
}

function momentOf(when: When, now: Date): number | null {
	if (when.is === 'now') return now.getTime();
	if (when.is === 'at') return when.at.getTime();
	return (when.is === 'to-agree' ? when.from : when.next)?.getTime() ?? null;
}

/** Another kind each time, as long as there is one; of a kind that somebody wants more of, a second one too. */
function mayFollow(
	left: readonly Weighed[],
	chosen: readonly Weighed[],
	{ more }: Answers,
): readonly Weighed[] {
	const of = (kind: TasteKind) => chosen.filter((each) => each.kind === kind).length;
	const others = left.filter(
		({ kind }) => of(kind) === 0 || (of(kind) === 1 && more.some((said) => said.kind === kind)),
	);
	return others.length > 0 ? others : left;
}

/** What each likeness to one that is chosen takes away. */
const ALIKE = { name: 0.5, when: 0.2, where: 0.15, size: 0.1 } as const;

/** The most worth, less what makes it like those above. */
function bestOf(some: readonly Weighed[], chosen: readonly Weighed[], now: Date): Weighed {
	const value = (one: Weighed) =>
		one.worth -
		chosen.reduce(
			(sum, other) =>
				sum +
				ALIKE.name * Number(one.name !== null && one.name === other.name) +
				ALIKE.when * Number(awayOf(one.when, now) === awayOf(other.when, now)) +
				ALIKE.where * Number(one.where === other.where) +
				ALIKE.size * Number(sizeOf(one) === sizeOf(other)),
			0,
		);
	return some.reduce((best, one) => (value(one) > value(best) ? one : best));
}

function awayOf(when: When, now: Date): 'now' | 'soon' | 'this-week' | 'later' {
	const at = momentOf(when, now);
	if (at === null) return 'now';
	const away = at - now.getTime();
	return away <= 0 ? 'now' : away < days(1) ? 'soon' : away < days(7) ? 'this-week' : 'later';
}

const sizeOf = ({ kind, others }: Candidate) =>
	kind === 'talk' ? 'two' : others === null ? 'open' : others <= BIG ? 'few' : 'many';

/** Each with the one thing that speaks for it; not the same for all, where there is another. */
function told(chosen: readonly Weighed[], answers: Answers, looking: Looking): Taste[] {
	const used = new Set<Taste['why']>();
	return chosen.map(({ worth: _, ...one }) => {
		const isInTime = fitsAnswer(one, answers, looking);
		const why = whyOf(one, answers, { isInTime, used, now: looking.now });
		used.add(why);
		return { ...one, why };
	});
}
