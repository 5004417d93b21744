import type { PersonId } from '#platform/ids.ts';
import type { Fluency, Member, Spoken, Wish } from '#features/matching/member.ts';
import type { Supporter } from '#features/matching/supporter.ts';
import { addTime, noTime, type Week } from '#features/matching/week.ts';
import type { Draw } from '../matching/draw.ts';

/** What an organisation’s people are like: a file, so that anyone can try their own. */
export interface Population {
	experiences: { count: number; fall: number; member: Span; supporter: Span };
	languages: { code: string; members: number; supporters: number }[];
	second: { chance: number; common: string; members: number; supporters: number };
	zones: { offset: number; weight: number }[];
	stretches: { member: Span; supporter: Span; evening: number; day: number; night: number };
	genders: Minded[];
	identities: Minded[];
	ages: { weights: number[]; nice: number };
	styles: { weights: number[]; member: Span; supporter: Span };
	/** The part of members for whom messages at any hour are fine. */
	asynchronous: number;
	/** The part of supporters whom a member asks to be kept apart from. */
	excluded: number;
	/** Pairings that a supporter can carry. */
	places: Span;
}

type Span = number[];

/** A trait people share, and how many of them must, or would like to, have it in common with a supporter. */
interface Minded {
	code: string;
	weight: number;
	must: number;
	nice: number;
}

/** Somebody as the simulator knows them: what the engine is told, and what it is not. */
export interface Person<Told> {
	told: Told;
	/** Hours from UTC. */
	zone: number;
	identity: string;
}

export function drawSupporter(draw: Draw, index: number, population: Population): Person<Supporter> {
	const { identity, gender, age, zone } = someone(draw, population);
	const cap = draw.whole(...span(population.places));
	return {
		zone,
		identity,
		told: {
			id: `s${String(index).padStart(4, '0')}` as PersonId,
			ageBand: 'adult',
			languages: spoken(draw, population, 'supporters'),
			lived: experiences(draw, population, 'supporter'),
			styles: draw.several(...span(population.styles.supporter), population.styles.weights).map(String),
			traits: { gender: [gender.code], identity: [identity], age: [String(age)] },
			declines: [],
			hours: stretches(draw, population, 'supporter', zone),
			avoids: [],
			ties: [],
			open: true,
			pairings: 0,
			cap,
			room: cap,
		},
	};
}

export function drawMember(
	draw: Draw,
	index: number,
	population: Population,
	supporters: readonly Supporter[],
): Person<Member> {
	const { identity, gender, age, zone, minded } = someone(draw, population);
	const wishes = [...wish(draw, 'gender', gender), ...wish(draw, 'identity', minded)];
	if (draw.chance(population.ages.nice))
		wishes.push({ about: 'age', anyOf: [String(age)], strength: 'nice' });
	return {
		zone,
		identity,
		told: {
			id: `m${String(index).padStart(6, '0')}` as PersonId,
			ageBand: 'adult',
			languages: spoken(draw, population, 'members'),
			leastFluency: 2,
			lived: experiences(draw, population, 'member'),
			topics: [],
			wishes,
			styles: draw.several(...span(population.styles.member), population.styles.weights).map(String),
			hours: stretches(draw, population, 'member', zone),
			asynchronous: draw.chance(population.asynchronous),
			avoids: supporters.filter(() => draw.chance(population.excluded)).map(({ id }) => id),
			ties: [],
			before: [],
			hoursWaited: 0,
		},
	};
}

function someone(draw: Draw, { zones, genders, identities, ages }: Population) {
	const minded = identities[draw.pick(identities.map(({ weight }) => weight))]!;
	return {
		zone: zones[draw.pick(zones.map(({ weight }) => weight))]!.offset,
		gender: genders[draw.pick(genders.map(({ weight }) => weight))]!,
		age: draw.pick(ages.weights),
		identity: minded.code,
		minded,
	};
}

function wish(draw: Draw, about: Wish['about'], { code, must, nice }: Minded): Wish[] {
	const strengths = ['must', 'nice', undefined] as const;
	const strength = strengths[draw.pick([must, nice, 1 - must - nice])];
	return strength ? [{ about, anyOf: [code], strength }] : [];
}

function spoken(draw: Draw, { languages, second }: Population, who: 'members' | 'supporters'): Spoken[] {
	const one = () => languages[draw.pick(languages.map((language) => language[who]))]!.code;
	const all = new Set([one()]);
	if (draw.chance(second.chance)) all.add(one());
	else if (draw.chance(second[who])) all.add(second.common);
	return [...all].map((language, at) => ({
		language,
		fluency: at === 0 ? 3 : (draw.whole(2, 3) as Fluency),
	}));
}

const experiences = (draw: Draw, { experiences }: Population, who: 'member' | 'supporter') =>
	draw
		.several(
			...span(experiences[who]),
			Array.from({ length: experiences.count }, (_, rank) => (rank + 1) ** -experiences.fall),
		)
		.map(String);

/** Stretches of one and a half to four hours on the clocks of a zone: in the evening, by day, late at night. */
function stretches(draw: Draw, { stretches }: Population, who: 'member' | 'supporter', zone: number): Week {
	const hours = noTime();
	const { evening, day, night } = stretches;
	for (let left = draw.whole(...span(stretches[who])); left > 0; left--) {
		const [from, until] = (
			[
				[17, 21],
				[8, 16],
				[22, 26],
			] as const
		)[draw.pick([evening, day, night])]!;
		const begins = draw.whole(0, 6) * 48 + draw.whole(from * 2, until * 2) - zone * 2;
		addTime(hours, begins, begins + draw.whole(3, 8));
	}
	return hours;
}

const span = ([least = 0, most = least]: Span) => [least, most] as const;
