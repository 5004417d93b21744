import { musts, type Member, type Spoken } from './member.ts';
import { grants, type Supporter } from './supporter.ts';
import { sharedSlots } from './week.ts';

/** Half hours a week that two people need to share, unless messages at any hour are fine. */
export const LEAST_SHARED = 2;

/** Why two people cannot be paired. None of it is ever relaxed by the machine. */
export type Obstacle = (typeof obstacles)[number];

/** In the order in which they are told. What lasts comes first, what may be over tomorrow last. */
export const obstacles = [
	'same-person',
	'other-age-band',
	'no-shared-language',
	'apart',
	'too-close',
	'topic-not-taken',
	'must-not-met',
	'no-shared-hour',
	'not-open',
	'full',
] as const;

/** Everything that stands between two people; nothing, when they can be paired. */
export const obstaclesBetween = (member: Member, supporter: Supporter): Obstacle[] =>
	obstacles.filter((obstacle) => stands[obstacle](member, supporter));

const stands: Record<Obstacle, (member: Member, supporter: Supporter) => boolean> = {
	'same-person': (member, supporter) => member.id === supporter.id,
	'other-age-band': (member, supporter) => member.ageBand !== supporter.ageBand,
	'no-shared-language': (member, supporter) => languagesShared(member, supporter).length === 0,
	apart: (member, supporter) => member.avoids.includes(supporter.id) || supporter.avoids.includes(member.id),
	'too-close': (member, supporter) => member.ties.some((tie) => supporter.ties.includes(tie)),
	'topic-not-taken': (member, supporter) => member.topics.some((topic) => supporter.declines.includes(topic)),
	'must-not-met': (member, supporter) => !musts(member).every((wish) => grants(supporter, wish)),
	'no-shared-hour': (member, supporter) =>
		!member.asynchronous && sharedSlots(member.hours, supporter.hours) < LEAST_SHARED,
	'not-open': (_member, supporter) => !supporter.open,
	full: (_member, supporter) => supporter.room <= 0,
};

/** The member’s languages that the supporter speaks well enough for them, as well as both of them do. */
export const languagesShared = (member: Member, supporter: Supporter): Spoken[] =>
	member.languages.flatMap(({ language, fluency }) => {
		const theirs = supporter.languages.find((spoken) => spoken.language === language);
		if (!theirs || theirs.fluency < member.leastFluency) return [];
		return [{ language, fluency: theirs.fluency < fluency ? theirs.fluency : fluency }];
	});
