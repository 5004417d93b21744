import { sql } from 'kysely';
import { notBetween } from '#features/blocks/server/index.ts';
import type { ListingId, ServiceBodyId } from '#features/directory/events.ts';
import { freshnessOf } from '#features/directory/freshness.ts';
import { bodiesWith, keptListing, listingOf, versionsOf } from '#features/directory/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Vault } from '#platform/vault.ts';
import type { ProposalId } from '../keeping.ts';
import { may } from '../policy.ts';
import { keyFor, openWords } from './words.ts';

/** The organisations and regions whose listings this viewer keeps; all of them for a coordinator. */
export async function bodiesOf(db: Reader, viewer: Viewer) {
	if (!may.open({ viewer }).refused) return bodiesWith(db, 'all');
	const rows = await db
		.selectFrom('body_role')
		.select('service_body_id as id')
		.where('person_id', '=', viewer.id)
		.execute();
	return bodiesWith(
		db,
		rows.map(({ id }) => id),
	);
}

/** Whether somebody keeps any listings, for showing the way to them. */
export async function keepsListings(db: Reader, personId: PersonId): Promise<boolean> {
	const row = await db
		.selectFrom('body_role')
		.select('role')
		.where('person_id', '=', personId)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

const PAGE = 50;

/** A body’s listings, by name, with how fresh each is; those that were taken off come after. */
export async function listingsIn(
	db: Reader,
	bodyId: ServiceBodyId,
	{ words, page }: { words: string; page: number },
	now: Date,
) {
	const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
	const rows = await db
		.selectFrom('listing')
		.leftJoin('feed', 'feed.id', 'listing.feed_id')
		.select([
			'listing.slug',
			'listing.name',
			'listing.kind',
			'listing.confirmed_at as confirmedAt',
			'listing.confirmed_as as confirmedAs',
			'feed.confirmed_at as listedAt',
		])
		.where('listing.service_body_id', '=', bodyId)
		.where('listing.name', 'ilike', like)
		.orderBy('listing.name')
		.orderBy('listing.slug')
		.limit(PAGE + 1)
		.offset((page - 1) * PAGE)
		.execute();
	const listings = rows.slice(0, PAGE).map(({ slug, name, kind, ...confirmed }) => ({
		slug,
		name,
		kind,
		freshness: freshnessOf({ ours: false, ...confirmed }, now),
	}));
	return { listings, more: rows.length > PAGE };
}

export const listingsOff = (db: Reader, bodyId: ServiceBodyId) =>
	db
		.selectFrom('listing_off')
		.select(['slug', sql<string>`says ->> 'name'`.as('name'), 'off_at as offAt'])
		.where('service_body_id', '=', bodyId)
		.orderBy('off_at', 'desc')
		.limit(PAGE)
		.execute();

/** What its keepers have been asked about and nobody has answered, the longest first. */
export const askedAbout = (db: Reader, bodyId: ServiceBodyId) =>
	db
		.selectFrom('listing')
		.select(['slug', 'name', 'asked_at as askedAt', 'confirmed_at as confirmedAt'])
		.where('service_body_id', '=', bodyId)
		.where('asked_at', 'is not', null)
		.where(sql<boolean>`asked_at > greatest(confirmed_at, changed_at)`)
		.orderBy('asked_at')
		.orderBy('name')
		.limit(PAGE)
		.execute();

/** Who keeps its listings, by name. For those among them. */
export const keepersOf = (db: Reader, bodyId: ServiceBodyId, me: PersonId) =>
	db
		.selectFrom('body_role')
		.innerJoin('person', 'person.id', 'body_role.person_id')
		.select(['person.id', 'person.nickname', 'body_role.role'])
		.where('body_role.service_body_id', '=', bodyId)
		.where((where) => notBetween(where, me, 'person.id'))
		.orderBy('person.nickname')
		.execute();

/** What readers said has changed, and nobody has seen to. */
export async function remarksIn(db: Reader, vault: Vault, bodyId: ServiceBodyId) {
	const rows = await db
		.selectFrom('remark')
		.innerJoin('listing', 'listing.id', 'remark.listing_id')
		.select([
			'remark.id',
			'remark.what',
			'remark.words',
			'remark.made_at as madeAt',
			'listing.slug',
			'listing.name',
		])
		.where('remark.service_body_id', '=', bodyId)
		.where('remark.answered_at', 'is', null)
		.orderBy('remark.made_at')
		.limit(PAGE)
		.execute();
	const key = await keyFor(db, vault, bodyId);
	return rows.map(({ words, ...row }) => ({ ...row, words: openWords(key, words, 'remark', row.id) }));
}

/** What editors proposed: what waits for an answer, and the last few that have one. */
export const proposalsIn = (db: Reader, bodyId: ServiceBodyId, me: PersonId) =>
	db
		.selectFrom('proposal')
		.leftJoin('person', 'person.id', 'proposal.made_by')
		.select([
			'proposal.id',
			sql<string>`proposal.says ->> 'name'`.as('name'),
			'proposal.listing_id as listingId',
			'proposal.made_at as madeAt',
			'proposal.answer',
			'person.nickname as by',
		])
		.where('proposal.service_body_id', '=', bodyId)
		.where((where) => notBetween(where, me, 'proposal.made_by'))
		.orderBy(sql`proposal.answer is not null`)
		.orderBy('proposal.made_at', 'desc')
		.limit(PAGE)
		.execute();

/** One proposal with what it would change: what its listing said then, what it says now, and what it should say. */
export async function proposalById(
	db: Reader,
	vault: Vault,
	bodyId: ServiceBodyId,
	{ id, me }: { id: string; me: PersonId },
) {
	const row = await db
		.selectFrom('proposal')
		.leftJoin('person as maker', 'maker.id', 'proposal.made_by')
		.leftJoin('person as answerer', (join) =>
			join.onRef('answerer.id', '=', 'proposal.answered_by').on((on) => notBetween(on, me, 'answerer.id')),
		)
		.selectAll('proposal')
		.select(['maker.nickname as by', 'answerer.nickname as answeredBy'])
		.where('proposal.id', '=', id as ProposalId)
		.where((where) => notBetween(where, me, 'proposal.made_by'))
		.where('proposal.service_body_id', '=', bodyId)
		.executeTakeFirst();
	if (!row) return undefined;
	const key = await keyFor(db, vault, bodyId);
	const to = listingOf(row.says);
	const kept = row.listing_id === null ? undefined : await keptListing(db, bodyId, to.slug);
	const versions = kept ? await versionsOf(db, kept, me) : [];
	return {
		id: row.id,
		isNew: row.listing_id === null,
		by: row.by,
		madeAt: row.made_at,
		word: openWords(key, row.word, 'proposal', row.id),
		answer: row.answer,
		answeredAt: row.answered_at,
		answeredBy: row.answeredBy,
		because: openWords(key, row.because, 'answer', row.id),
		to,
		from: versions.find(({ revision }) => revision === row.on_revision)?.says,
		now: kept?.off === false ? kept.says : undefined,
	};
}

/** How many links there are by which somebody could confirm a listing. */
export async function linksTo(db: Reader, listingId: ListingId, now: Date): Promise<number> {
	const { links } = await db
		.selectFrom('confirmation_link')
		.select(({ fn }) => fn.countAll<number>().as('links'))
		.where('listing_id', '=', listingId)
		.where('ends_at', '>', now)
		.executeTakeFirstOrThrow();
	return links;
}

/** What a reader may say has changed: a listing of somebody else’s, by its name in addresses, `body~listing`. */
export async function listingRemarkable(db: Reader, address: string) {
	const tilde = address.indexOf('~');
	if (tilde === -1 || address.includes('\0')) return undefined;
	return db
		.selectFrom('listing')
		.innerJoin('service_body', 'service_body.id', 'listing.service_body_id')
		.select(['listing.id', 'listing.name', 'service_body.id as bodyId', 'service_body.name as bodyName'])
		.where('service_body.slug', '=', address.slice(0, tilde))
		.where('listing.slug', '=', address.slice(tilde + 1))
		.executeTakeFirst();
}
