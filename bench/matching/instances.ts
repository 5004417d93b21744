import type { PersonId } from '#platform/ids.ts';
import type { Fluency, Member, Spoken, Wish } from '#features/matching/member.ts';
import type { Parts } from '#features/matching/score.ts';
import type { Supporter } from '#features/matching/supporter.ts';
import { addTime, noTime, type Week } from '#features/matching/week.ts';
import { randomFrom } from '#test/random.ts';
import { drawingFrom, type Draw } from './draw.ts';

/**
 * People made up for measuring, the same for the same seed, so that figures of different days and solvers can stand side
 * by side. They are many, and of few words: sixty experiences, twenty-four languages, twelve zones.
 */
export interface Instance {
	members: Member[];
	supporters: Supporter[];
	/** Points for days waited, the same whoever takes the member. */
	patience: Uint32Array;
}

/** What counts here. It is less than the product weighs, and is kept as it was when the first figures were seen. */
export const shares: Parts = {
	experience: 0.5,
	wishes: 0.28,
	time: 0.14,
	style: 0.08,
	language: 0,
	continuity: 0,
};

const EXPERIENCES = Array.from({ length: 60 }, (_, rank) => (rank + 1) ** -0.9);
const LANGUAGES = [70, 10, ...Array.from({ length: 22 }, (_, more) => 20 / (more + 2) ** 1.3)];
/** Hours from UTC, and how many people live there. */
const ZONES = [-8, -7, -6, -5, -4, 0, 1, 2, 3, 5.5, 8, 10];
const PEOPLE_IN_ZONES = [8, 4, 10, 18, 3, 15, 12, 5, 3, 8, 4, 6];
const STYLES = [3, 2, 2, 1, 1];
const GENDERS = [55, 38, 7];
const AGES = [25, 30, 25, 15, 5];
const CULTURES = [50, 15, 12, 10, 8, 5];
const IDENTITIES = [80, 12, 5, 3];

export function instance(seed: number, memberCount: number, supporterCount: number): Instance {
	const random = randomFrom(seed);
	const draw = drawingFrom(random);
	const patience = new Uint32Array(memberCount);
	const supporters = Array.from({ length: supporterCount }, (_, index) => supporter(draw, index));
	spreadRoom(supporters, memberCount, random);
	const members = Array.from({ length: memberCount }, (_, index) => {
		patience[index] = Math.round(Math.min(400, 40 * draw.between(0, 12)));
		return member(draw, index, supporters);
	});
	return { members, supporters, patience };
}

function member(draw: Draw, index: number, supporters: readonly Supporter[]): Member {
	const gender = draw.pick(GENDERS);
	const nice: Wish[] = [
		...wish(draw, 0.2, 'age', AGES),
		...wish(draw, 0.15, 'culture', CULTURES),
		...wish(draw, 0.12, 'identity', IDENTITIES),
	];
	const minded = gender === 0 ? [0.3, 0.25] : [0.08, 0.12];
	const about = draw.between(0, 1);
	const strength = about < minded[0]! ? 'must' : about < minded[0]! + minded[1]! ? 'nice' : undefined;
	if (strength) nice.push({ about: 'gender', anyOf: [`${gender}`], strength });
	return {
		id: `m${String(index).padStart(7, '0')}` as PersonId,
		ageBand: 'adult',
		languages: languages(draw, 0.45),
		leastFluency: 1,
		lived: draw.several(1, 5, EXPERIENCES).map(String),
		topics: [],
		wishes: nice,
		styles: draw.several(1, 2, STYLES).map(String),
		hours: week(draw, draw.whole(1, 4)),
		asynchronous: false,
		avoids: supporters.length > 0 ? excluded(draw, supporters) : [],
		ties: [],
		before: [],
		hoursWaited: 0,
	};
}

const wish = (draw: Draw, part: number, about: Wish['about'], values: readonly number[]): Wish[] =>
	draw.chance(part) ? [{ about, anyOf: [`${draw.pick(values)}`], strength: 'nice' }] : [];

/** Two in a hundred supporters, whoever they are, drawn by the gaps between them. */
function excluded(draw: Draw, supporters: readonly Supporter[]): PersonId[] {
	const ids: PersonId[] = [];
	const gap = () => 1 + Math.floor(Math.log(1 - draw.between(0, 1)) / Math.log(0.98));
	for (let at = gap() - 1; at < supporters.length; at += gap()) ids.push(supporters[at]!.id);
	return ids;
}

function supporter(draw: Draw, index: number): Supporter {
	return {
		id: `s${String(index).padStart(6, '0')}` as PersonId,
		ageBand: 'adult',
		languages: languages(draw, 0.7),
		lived: draw.several(2, 7, EXPERIENCES).map(String),
		styles: draw.several(1, 3, STYLES).map(String),
		traits: {
			gender: [`${draw.pick(GENDERS)}`],
			age: [`${draw.pick(AGES)}`],
			culture: [`${draw.pick(CULTURES)}`],
			identity: [`${draw.pick(IDENTITIES)}`],
		},
		declines: [],
		hours: week(draw, draw.whole(3, 8)),
		avoids: [],
		ties: [],
		open: true,
		pairings: 0,
		cap: 0,
		room: 0,
	};
}

function languages(draw: Draw, withFirst: number): Spoken[] {
	const spoken = new Set([draw.pick(LANGUAGES)]);
	if (draw.chance(0.35)) spoken.add(draw.pick(LANGUAGES));
	else if (draw.chance(withFirst)) spoken.add(0);
	return [...spoken].map((language) => ({ language: String(language), fluency: 3 as Fluency }));
}

/** Some stretches of one and a half to four hours: in the evening, by day, late at night, on the clocks of a zone. */
function week(draw: Draw, stretches: number): Week {
	const hours = noTime();
	const zone = ZONES[draw.pick(PEOPLE_IN_ZONES)]!;
	for (let drawn = 0; drawn < stretches; drawn++) {
		const [from, until] = (
			[
				[17, 21],
				[8, 16],
				[22, 26],
			] as const
		)[draw.pick([60, 25, 15])]!;
		const begins = draw.whole(0, 6) * 48 + draw.whole(from * 2, until * 2) - zone * 2;
		addTime(hours, begins, begins + draw.whole(3, 8));
	}
	return hours;
}

/** Room for nine in ten of all who ask, spread unevenly. */
function spreadRoom(supporters: Supporter[], memberCount: number, random: () => number): void {
	const mean = (0.9 * memberCount) / supporters.length;
	for (const supporter of supporters) {
		supporter.room = Math.max(1, Math.round(mean * (0.4 + 1.2 * random())));
		supporter.cap = supporter.room;
	}
}
