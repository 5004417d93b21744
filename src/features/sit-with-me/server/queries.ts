import type { Viewer } from '#features/people/person.ts';
import { waysIn } from '#features/people/server/index.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import { mySupporting } from '#features/supporters/server/index.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import type { Vault } from '#platform/vault.ts';
import { isAsked, isHere } from '../here.ts';
import { may } from '../policy.ts';
import { hourOfWeek, keptOfTen, minutesBetween, waitNow } from '../wait.ts';
import { isWaiting, noticedNow, waitEndsAt, type WaitingCard } from '../waiting.ts';
import { latelyWaited } from './past-waits.ts';
import { hasRoomNow } from './room.ts';
import {
	currentOf,
	hereOf,
	supporterOf,
	thoseHere,
	thoseWaiting,
	waitMinutes,
	type Asker,
} from './standing.ts';
import { openCards } from './words.ts';

/** Whether somebody is there for talks, all of them are in one, or nobody is. */
export type There = 'free' | 'all-in-talks' | 'nobody';

/** How it is at this moment for whoever would ask, in one language: who is there, and how long it was lately. */
export async function howItIs(db: Reader, whom: Asker, { now, since = now }: { now: Date; since?: Date }) {
	const here = await thoseHere(db, whom, now);
	const lately = await latelyWaited(db, now);
	return {
		there: thereAmong(here),
		wait:
			waitNow(lately, { hourOfWeek: hourOfWeek(since), waited: Math.max(0, minutesBetween(since, now)) }) ??
			null,
		keptOfTen: keptOfTen(lately),
	};
}

const thereAmong = (here: readonly { pairingId: PairingId | null }[]): There =>
	here.length === 0 ? 'nobody' : here.some(({ pairingId }) => pairingId === null) ? 'free' : 'all-in-talks';

/** What somebody waits for, and how it stands; undefined when they ask for nothing. */
export async function myWait(db: Reader, vault: Vault, me: PersonId, now: Date) {
	const current = await currentOf(db, me, now);
	if (!current) return undefined;
	const limit = await waitMinutes(db);
	const noticed = noticedNow(current, now);
	const [card] = await openCards(
		db,
		vault,
		await db
			.selectFrom('now_ask')
			.select(['id', 'person_id as personId', 'help', 'language', 'words'])
			.where('id', '=', current.id)
			.execute(),
	);
	const ways = await waysIn(db, me);
	return {
		id: current.id,
		card: card!,
		over: !isWaiting(current, limit, now),
		waited: Math.max(1, Math.round(minutesBetween(current.askedAt, now))),
		limit,
		endsAt: waitEndsAt(current, limit),
		noticed: noticed && { ...noticed, name: await nicknameOf(db, noticed.by) },
		/** Whether a nickname is all they have, and so nothing to come back with. */
		onlyNickname: !ways.passphrase && ways.passkeys === 0,
		...(await howItIs(db, current, { now, since: current.askedAt })),
	};
}

export type MyWait = NonNullable<Awaited<ReturnType<typeof myWait>>>;

/** The talk that began when somebody came, as long as both wish it, and for a day. */
export const cameTo = (db: Reader, me: PersonId, now: Date) =>
	db
		.selectFrom('now_ask')
		.innerJoin('pairing', 'pairing.id', 'now_ask.pairing_id')
		.leftJoin('person as supporter', 'supporter.id', 'pairing.supporter_id')
		.select(['now_ask.id', 'pairing.id as pairingId', 'supporter.nickname as name'])
		.where('now_ask.person_id', '=', me)
		.where('now_ask.state', '=', 'paired')
		.where('now_ask.ended_at', '>', after(now, -days(1)))
		.where('pairing.ended_at', 'is', null)
		.orderBy('now_ask.ended_at', 'desc')
		.limit(1)
		.executeTakeFirst();

async function nicknameOf(db: Reader, id: PersonId) {
	const row = await db.selectFrom('person').select('nickname').where('id', '=', id).executeTakeFirstOrThrow();
	return row.nickname;
}

/** A supporter’s own being there: until when, whether they are asked, whom they are with, and what stands in the way. */
export async function myBeingHere(db: Reader, vault: Vault, viewer: Viewer, now: Date) {
	const here = await hereOf(db, viewer.id, now);
	const mine = await mySupporting(db, vault, viewer.id);
	const ruling = may.beHere({ viewer, supporter: await supporterOf(db, viewer.id, now) });
	const full = mine !== undefined && !(await hasRoomNow(db, mine, now));
	return {
		here: isHere(here, now) ? { ...here, isAsked: isAsked(here, now) } : undefined,
		cannot: ruling.refused ?? (full && !here?.pairingId ? ('has-no-room' as const) : undefined),
	};
}

/** The cards that wait for this supporter, oldest first: what was asked, and nothing else of who asks. */
export async function cardsWaiting(
	db: Reader,
	vault: Vault,
	viewer: Viewer,
	now: Date,
): Promise<WaitingCard[]> {
	const here = await hereOf(db, viewer.id, now);
	if (!isHere(here, now)) return [];
	const supporter = await supporterOf(db, viewer.id, now);
	const limit = await waitMinutes(db);
	const waiting = (await thoseWaiting(db, now, viewer)).filter(
		(each) =>
			!may.seeCard({ viewer, supporter, here, waiting: each, apart: false, now }).refused &&
			isWaiting(each, limit, now),
	);
	if (waiting.length === 0) return [];
	const rows = await db
		.selectFrom('now_ask')
		.select(['id', 'person_id as personId', 'help', 'language', 'words'])
		.where(
			'id',
			'in',
			waiting.map(({ id }) => id),
		)
		.execute();
	const opened = new Map((await openCards(db, vault, rows)).map((card) => [card.id, card]));
	return waiting.flatMap((each) => {
		const card = opened.get(each.id);
		if (!card) return [];
		const noticed = noticedNow(each, now);
		const { id, help, language, avoid } = card;
		return {
			...{ id, help, language, avoid },
			noticed: noticed ? (noticed.by === viewer.id ? ('by-me' as const) : ('by-another' as const)) : null,
			withYouAt: noticed?.withYouAt ?? null,
		};
	});
}

/** What was asked when a talk began, for the two of them. */
export async function cardOf(db: Reader, vault: Vault, pairingId: PairingId) {
	const rows = await db
		.selectFrom('now_ask')
		.select(['id', 'person_id as personId', 'help', 'language', 'words'])
		.where('pairing_id', '=', pairingId)
		.orderBy('asked_at', 'desc')
		.limit(1)
		.execute();
	return (await openCards(db, vault, rows))[0];
}

/** Whether whoever came to sit with somebody is still with them, in this pairing. */
export async function isSitting(db: Reader, pairingId: PairingId, now: Date): Promise<boolean> {
	const here = await db
		.selectFrom('here_for_talks')
		.select('person_id')
		.where('pairing_id', '=', pairingId)
		.where('until', '>', now)
		.executeTakeFirst();
	return here !== undefined;
}
