import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Member, Spoken } from '#features/matching/member.ts';
import type { Supporter, Trait } from '#features/matching/supporter.ts';
import { addTime, noTime, type Week } from '#features/matching/week.ts';
import {
	mayBeToldFrom,
	openHours,
	usualHours,
	type Availability,
} from '#features/supporters/availability.ts';
import { supportingNow } from '#features/supporters/server/index.ts';
import { foundBy, takesPeople, type SupporterPage } from '#features/supporters/supporter.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days, hours, minutes } from '#platform/time.ts';
import type { Vault } from '#platform/vault.ts';
import type { AskId } from '../ask.ts';
import { isTold, needsSharedHour, weeklyOf, type Fit } from '../fit.ts';
import { roomLeft } from '../room.ts';
import { loadsOf } from './loads.ts';
import { openFits } from './words.ts';

/** A supporter as the matching sees them, and whether they may be told of a card now. */
export interface Candidate extends Supporter {
	nickname: string;
	supporterId: Awaited<ReturnType<typeof supportingNow>>[number]['id'];
	awake: boolean;
	/** Whether what they have lived through may be told to whoever is brought to them for it. */
	page: SupporterPage;
}

/** Everybody who is there for others, as the matching sees them. */
export async function candidatesNow(db: Reader, vault: Vault, now: Date): Promise<Candidate[]> {
	const supporters = await supportingNow(db, vault);
	const loads = await loadsOf(db, supporters, now);
	return supporters.map((row) => {
		const { page, caps, availability } = row;
		const load = loads.get(row.personId)!;
		return {
			id: row.personId,
			supporterId: row.id,
			nickname: row.nickname,
			page,
			ageBand: row.ageBand,
			languages: spoken(page),
			lived: page.livedShown === 'nobody' ? [] : page.lived,
			styles: page.styles,
			traits: traitsOf(page),
			declines: page.notTaken,
			hours: weekAhead(availability, now),
			avoids: [],
			ties: [],
			open: takesPeople(row, now),
			pairings: load.carrying.pairings + load.cards,
			cap: caps.pairings,
			room: roomLeft(load, caps),
			awake: mayBeToldFrom(availability, row.offHours, now) <= now,
		};
	});
}

/** Somebody to look for: one who has asked, or is about to. */
export interface Seeking {
	personId: PersonId;
	/** Undefined before they have asked. */
	askId: AskId | undefined;
	/** In which language; undefined: any that they told. */
	language: string | undefined;
	askedAt: Date;
}

/** These people as the matching sees them. Whoever has not told what fits is missing. */
export async function membersNow(
	db: Reader,
	vault: Vault,
	seeking: readonly Seeking[],
	candidates: readonly Candidate[],
	now: Date,
): Promise<Member[]> {
	if (seeking.length === 0) return [];
	const people = seeking.map(({ personId }) => personId);
	const told = await db
		.selectFrom('what_fits')
		.innerJoin('person', 'person.id', 'what_fits.person_id')
		.select(['person.id as personId', 'what_fits.words', 'person.age_band as ageBand', 'person.zone'])
		.where('person.id', 'in', people)
		.execute();
	const fits = await openFits(db, vault, told);
	const apart = await keptApart(db, seeking);
	const personOf = new Map(candidates.map(({ supporterId, id }) => [supporterId, id]));
	return seeking.flatMap(({ personId, language, askedAt }): Member[] => {
		const { ageBand, zone } = told.find((row) => row.personId === personId) ?? {};
		const fit = fits.get(personId);
		if (!fit || !ageBand || !zone || !isTold(fit)) return [];
		return [
			{
				id: personId,
				ageBand,
				languages: spoken(fit).filter((each) => !language || each.language === language),
				leastFluency: fit.atHome ? 3 : 2,
				lived: fit.lived,
				topics: fit.lived,
				wishes: fit.wishes.map((wish) =>
					wish.about === 'lived' || wish.about === 'style'
						? wish
						: { ...wish, anyOf: wish.anyOf.map(codeOf) },
				),
				styles: fit.styles,
				hours: weekAhead({ ...usualHours, zone, weekly: weeklyOf(fit) }, now),
				asynchronous: !needsSharedHour(fit),
				avoids: [
					...(apart.get(personId) ?? []),
					...fit.avoids.flatMap((supporterId) => personOf.get(supporterId) ?? []),
				],
				ties: [],
				before: [],
				hoursWaited: (now.getTime() - askedAt.getTime()) / hours(1),
			},
		];
	});
}

/**
 * Whom none of these is brought to: those whom a block stands between, whoever wanted it so, those they are with, those they tried another after, and those to whom this very ask was
 * put before.
 */
async function keptApart(db: Reader, seeking: readonly Seeking[]): Promise<Map<PersonId, PersonId[]>> {
	const people = seeking.map(({ personId }) => personId);
	const asks = seeking.flatMap(({ askId }) => askId ?? []);
	const { rows } = await sql<{ member: PersonId; supporter: PersonId }>`
		select member_id as member, supporter_id as supporter from pairing
			where member_id = any(${people}) and supporter_id is not null and ended_at is null
		union select member_id, supporter_id from tried_another where member_id = any(${people})
		union select blocker_id, blocked_id from block where blocker_id = any(${people})
		union select blocked_id, blocker_id from block where blocked_id = any(${people})
		union select ask.person_id, offer.supporter_id from offer
			join ask on ask.id = offer.ask_id where offer.ask_id = any(${asks})`.execute(db);
	const apart = new Map<PersonId, PersonId[]>();
	for (const { member, supporter } of rows) apart.set(member, [...(apart.get(member) ?? []), supporter]);
	return apart;
}

const spoken = ({
	languages,
	enoughLanguages,
}: Pick<Fit | SupporterPage, 'languages' | 'enoughLanguages'>): Spoken[] => [
	...languages.map((language) => ({ language, fluency: 3 }) as const),
	...enoughLanguages
		.filter((language) => !languages.includes(language))
		.map((language) => ({ language, fluency: 2 }) as const),
];

function traitsOf({ foundBy: found, furtherAlong }: SupporterPage): Supporter['traits'] {
	const said = foundBy.flatMap((what): [Trait, string[]][] =>
		found[what] === '' ? [] : [[what, [codeOf(found[what])]]],
	);
	return Object.fromEntries([...said, ...(furtherAlong ? [['further-along', [codeOf('yes')]]] : [])]);
}

/** The same words, however written. A digest, because the matching keeps what is scarce, and no words are kept unsealed. */
const codeOf = (words: string): string =>
	createHash('sha256').update(words.normalize('NFKC').toLocaleLowerCase()).digest('base64url').slice(0, 16);

/** The half hours in which somebody has time in the seven days that come, by their place in a week of UTC. */
function weekAhead(availability: Availability, now: Date): Week {
	const week = noTime();
	const monday = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC').startOfDay();
	const began = monday.subtract({ days: monday.dayOfWeek - 1 }).epochMilliseconds;
	const slot = (moment: Date) => (moment.getTime() - began) / minutes(30);
	for (const { startsAt, endsAt } of openHours(availability, { startsAt: now, endsAt: after(now, days(7)) }))
		addTime(week, Math.ceil(slot(startsAt)), Math.floor(slot(endsAt)));
	return week;
}
