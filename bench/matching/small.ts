import type { PersonId } from '#platform/ids.ts';
import { wishAbout, type Fluency, type Member, type Spoken, type Wish } from '#features/matching/member.ts';
import type { Supporter } from '#features/matching/supporter.ts';
import { addTime, noTime, type Week } from '#features/matching/week.ts';

/** A handful of people of few words, so that every rule stands between some of them, and every tie occurs. */
export interface Neighbourhood {
	members: Member[];
	supporters: Supporter[];
}

export function neighbourhood(random: () => number, most = 7): Neighbourhood {
	const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
	const oneOf = <Of>(all: readonly Of[]): Of => all[whole(0, all.length - 1)]!;
	const some = (all: readonly string[], up: number) => [
		...new Set(Array.from({ length: whole(0, up) }, () => oneOf(all))),
	];
	const everybody = Array.from({ length: 2 * most }, (_, index) => `p${index}` as PersonId);
	const chance = (part: number) => random() < part;

	const week = (): Week => {
		const hours = noTime();
		for (let left = whole(0, 2); left > 0; left--) {
			const from = whole(0, 12) + (chance(0.1) ? 330 : 0);
			addTime(hours, from, from + whole(1, 12));
		}
		return hours;
	};
	const spoken = (): Spoken[] =>
		some(['en', 'es', 'so'], 3).map((language) => ({ language, fluency: whole(1, 3) as Fluency }));
	const wish = (): Wish => ({
		about: oneOf(wishAbout),
		anyOf: some(['a', 'b', 'c'], 2),
		strength: chance(0.15) ? 'must' : 'nice',
	});
	const told = () => ({
		ageBand: chance(0.95) ? ('adult' as const) : ('16-25' as const),
		languages: chance(0.9) ? [{ language: 'en', fluency: whole(1, 3) as Fluency }] : spoken(),
		lived: some(['a', 'b', 'c', 'd', 'e'], 5),
		styles: some(['a', 'b', 'c'], 2),
		hours: week(),
		avoids: chance(0.2) ? [oneOf(everybody)] : [],
		ties: chance(0.2) ? some(['town:1', 'family:1'], 1) : [],
	});
	const ids = [...everybody].sort(() => random() - 0.5);

	const members = ids.slice(0, whole(0, most)).map((id): Member => ({
		...told(),
		id,
		leastFluency: chance(0.8) ? 1 : (whole(1, 3) as Fluency),
		topics: chance(0.3) ? some(['x', 'y'], 2) : [],
		wishes: Array.from({ length: whole(0, 2) }, wish),
		asynchronous: chance(0.6),
		before: chance(0.2) ? [oneOf(everybody)] : [],
		hoursWaited: chance(0.5) ? 0 : whole(0, 40),
	}));
	// Whoever supports may ask as well.
	const supporters = ids.slice(most - 1, most - 1 + whole(0, most)).map((id): Supporter => {
		const cap = chance(0.1) ? 0 : whole(1, 3);
		const pairings = chance(0.6) ? 0 : whole(0, cap);
		return {
			...told(),
			id,
			traits: Object.fromEntries(
				['gender', 'age', 'culture', 'identity', 'faith', 'further-along'].map((about) => [
					about,
					some(['a', 'b', 'c'], 2),
				]),
			),
			declines: chance(0.2) ? some(['x', 'y'], 2) : [],
			open: chance(0.9),
			pairings,
			cap,
			room: cap - pairings,
		};
	});
	return { members, supporters };
}
