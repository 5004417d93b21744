import { blockedWith, notBetween } from '#features/blocks/server/index.ts';
import { rarityAmong } from '#features/matching/rarity.ts';
import { numbersOf, rosterOf } from '#features/matching/roster.ts';
import { sentencesFor } from '#features/matching/sentences.ts';
import { whyNot } from '#features/matching/why-not.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Vault } from '#platform/vault.ts';
import type { AskId } from '../ask.ts';
import { candidatesNow, membersNow } from './neighbourhood.ts';
import { lastRun } from './suggest.ts';

/** What coordinators are asked to look at, the oldest first: who, and since when. Nobody’s words. */
export const openTasks = (db: Reader, me: PersonId) =>
	db
		.selectFrom('asking_task')
		.leftJoin('ask', 'ask.id', 'asking_task.ask_id')
		.leftJoin('pairing', 'pairing.id', 'asking_task.pairing_id')
		.leftJoin('person as member', (join) =>
			join.on((on) =>
				on.or([
					on('member.id', '=', on.ref('ask.person_id')),
					on('member.id', '=', on.ref('pairing.member_id')),
				]),
			),
		)
		.leftJoin('person as supporter', 'supporter.id', 'pairing.supporter_id')
		.select(['asking_task.id', 'asking_task.kind', 'asking_task.ask_id as askId'])
		.select(['asking_task.made_at as madeAt', 'ask.asked_at as askedAt'])
		.select(['member.nickname as member', 'supporter.nickname as supporter'])
		.where('settled_at', 'is', null)
		.where((where) => where.and([notBetween(where, me, 'member.id'), notBetween(where, me, 'supporter.id')]))
		.orderBy('made_at')
		.execute();

/** Who waits for somebody who fits, the longest first. */
export const waitingNow = (db: Reader, me: PersonId) =>
	db
		.selectFrom('ask')
		.innerJoin('person', 'person.id', 'ask.person_id')
		.select(['ask.id', 'ask.asked_at as askedAt', 'person.nickname'])
		.select(({ exists, selectFrom }) =>
			exists(
				selectFrom('offer')
					.select('offer.id')
					.whereRef('offer.ask_id', '=', 'ask.id')
					.where('offer.state', '=', 'open'),
			).as('before'),
		)
		.where('ask.state', '=', 'waiting')
		.where('ask.way', '!=', 'one')
		.where((where) => notBetween(where, me, 'ask.person_id'))
		.orderBy('ask.asked_at')
		.execute();

/** The last runs of the matching, the latest first. */
export const runsLately = (db: Reader) =>
	db
		.selectFrom('matching_run')
		.select(['id', 'at', 'waiting', 'put', 'worth', 'bound'])
		.orderBy('at', 'desc')
		.limit(12)
		.execute();

/**
 * Why an ask is not with each supporter, for coordinators: fixed sentences about rules and places, and nothing that anybody
 * wrote. Undefined when nobody waits with it.
 */
export async function whyNotWith(db: Reader, vault: Vault, id: string, me: PersonId, now: Date) {
	const ask = await db
		.selectFrom('ask')
		.innerJoin('person', 'person.id', 'ask.person_id')
		.select(['ask.id as askId', 'ask.person_id as personId', 'ask.language'])
		.select(['ask.asked_at as askedAt', 'person.nickname'])
		.where('ask.id', '=', id as AskId)
		.where('ask.state', '=', 'waiting')
		.where('ask.way', '!=', 'one')
		.where((where) => notBetween(where, me, 'ask.person_id'))
		.executeTakeFirst();
	if (!ask) return undefined;
	const apart = await blockedWith(db, me);
	const candidates = (await candidatesNow(db, vault, now)).filter((candidate) => !apart.has(candidate.id));
	const [member] = await membersNow(db, vault, [ask], candidates, now);
	const roster = rosterOf(candidates);
	const { prices, scarce } = await lastRun(db);
	const search = {
		rarity: rarityAmong(candidates),
		scarce,
		prices: numbersOf(roster, ({ id: supporter }) => prices.get(supporter) ?? 0),
	};
	const before = await db
		.selectFrom('offer')
		.select(['supporter_id', 'state'])
		.where('ask_id', '=', ask.askId)
		.execute();
	return {
		nickname: ask.nickname,
		askedAt: ask.askedAt,
		supporters: candidates
			.filter((candidate) => candidate.ageBand === member?.ageBand && candidate.id !== ask.personId)
			.map(({ id: supporter, supporterId, nickname }) => {
				const had = before.find(({ supporter_id }) => supporter_id === supporter);
				const why = member && !had ? whyNot(member, supporter, roster, search) : undefined;
				return {
					id: supporterId,
					nickname,
					had: had ? (had.state === 'open' ? ('open' as const) : ('over' as const)) : undefined,
					why: why ? sentencesFor(why) : [],
					free: why !== undefined && why.because !== 'obstacles',
				};
			})
			.sort((a, b) => Number(b.free) - Number(a.free) || a.nickname.localeCompare(b.nickname)),
	};
}
