import { suggestionsOver } from '#features/matching/arrival.ts';
import type { Match } from '#features/matching/batch.ts';
import type { Member } from '#features/matching/member.ts';
import { rarityAmong } from '#features/matching/rarity.ts';
import { rosterOf } from '#features/matching/roster.ts';
import type { Reason } from '#features/matching/score.ts';
import type { Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Vault } from '#platform/vault.ts';
import { candidatesNow, membersNow, type Candidate } from './neighbourhood.ts';

/** Up to three supporters for somebody who is about to ask, with the reasons in terms they can be told. */
export async function suggestionsFor(db: Reader, vault: Vault, me: Pick<Viewer, 'id'>, now: Date) {
	const candidates = await candidatesNow(db, vault, now);
	const seeking = { personId: me.id, askId: undefined, language: undefined, askedAt: now };
	const [member] = await membersNow(db, vault, [seeking], candidates, now);
	if (!member) return [];
	const { prices, scarce } = await lastRun(db);
	const matches = placing(candidates, { prices, scarce })(member);
	return matches.map(({ supporter, reasons }) => {
		const { supporterId, nickname, page } = candidates.find(({ id }) => id === supporter)!;
		return {
			id: supporterId,
			nickname,
			greeting: page.greeting,
			languages: [...page.languages, ...page.enoughLanguages],
			reasons: tellable(reasons, page),
		};
	});
}

/** What was lived through is no reason to be told where its owner shows it to nobody. */
const tellable = (reasons: readonly Reason[], { livedShown }: Candidate['page']): Reason[] =>
	reasons.filter((reason) => reason !== 'experience' || livedShown === 'everyone');

/** Who comes next for somebody who waits: first among those who may be told now, then among all. */
export async function nextFor(db: Reader, candidates: readonly Candidate[], member: Member) {
	const terms = await lastRun(db);
	const awake = candidates.filter((candidate) => candidate.awake);
	const [now] = placing(awake, terms)(member);
	if (now) return now.supporter;
	const [later] = placing(candidates, terms)(member);
	return later?.supporter;
}

interface LastRun {
	prices: ReadonlyMap<PersonId, number>;
	scarce: ReadonlySet<string>;
}

/** Places whoever arrives between two runs, at the prices that the last one left. */
function placing(candidates: readonly Candidate[], terms: LastRun): (member: Member) => Match[] {
	const rarity = rarityAmong(candidates);
	return suggestionsOver(rosterOf(candidates), { ...terms, rarity });
}

/** What the last run left: losing it costs no more than an hour of less thrift. */
export async function lastRun(db: Reader): Promise<LastRun> {
	const prices = await db.selectFrom('matching_price').select(['supporter_id', 'price']).execute();
	const run = await db
		.selectFrom('matching_run')
		.select('scarce')
		.orderBy('at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return {
		prices: new Map(prices.map(({ supporter_id, price }) => [supporter_id, price])),
		scarce: new Set(run?.scarce ?? []),
	};
}
