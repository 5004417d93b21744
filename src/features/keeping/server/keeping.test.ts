import { expect } from 'vitest';
import {
	bodyBySlug,
	importMeetings,
	keptListing,
	listingBySlug,
	versionsOf,
} from '#features/directory/server/index.ts';
import type { ListingId, ServiceBodyId } from '#features/directory/events.ts';
import type { Listing } from '#features/directory/listing.ts';
import { everythingKept } from '#test/everything-kept.ts';
import { test, type World } from '#test/world.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import { jobs } from '#composition';
import type { ProposalId, RemarkId } from '../keeping.ts';
import { blank } from '../listing-form.ts';
import { approveProposal, declineProposal } from './answer-proposal.ts';
import {
	confirm,
	confirmByLink,
	endConfirmationLinks,
	listingOfLink,
	makeConfirmationLink,
} from './confirm.ts';
import { giveRole, takeRole } from './give-role.ts';
import { keepsListings } from './index.ts';
import { changeListing, enterListing, revertListing } from './keep-listing.ts';
import { changeBody, openBody } from './open-body.ts';
import { personal } from './personal.ts';
import {
	askedAbout,
	bodiesOf,
	keepersOf,
	linksTo,
	listingRemarkable,
	listingsIn,
	listingsOff,
	proposalById,
	proposalsIn,
	remarksIn,
} from './queries.ts';
import { mayRemarkFrom } from './pace.ts';
import { answerRemark, remarkChange } from './remark.ts';
import { standingIn } from './standing.ts';
import { bringBack, takeOff } from './take-off.ts';

const riverside = { name: 'Riverside', about: null, website: null, zone: 'Europe/London', askEvery: 60 };
const tuesdays: Listing = {
	...blank('meeting', 'Europe/London'),
	name: 'Tuesdays',
	days: [2],
	time: '19:00',
};
const word = '';

interface Desk {
	bodyId: ServiceBodyId;
	amara: PersonId;
	rosa: PersonId;
	nour: PersonId;
}

/** Riverside, opened by Amara; Rosa maintains, Nour edits. */
async function atTheDesk(world: World): Promise<Desk> {
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	const [rosa, nour] = [await world.person('Rosa'), await world.person('Nour')];
	const { bodyId } = went(await world.as(amara, (tx) => openBody(tx, riverside)));
	went(await world.as(amara, (tx) => giveRole(tx, { bodyId, nickname: 'rosa', role: 'maintainer' })));
	went(await world.as(rosa, (tx) => giveRole(tx, { bodyId, nickname: 'nour', role: 'editor' })));
	await world.eventNames();
	return { bodyId, amara, rosa, nour };
}

function went<Outcome extends object>(outcome: Outcome): Exclude<Outcome, { refused: string }> {
	if ('refused' in outcome) throw new Error(`It was refused: ${String(outcome.refused)}`);
	return outcome as Exclude<Outcome, { refused: string }>;
}

async function entered(world: World, { rosa, bodyId }: Desk, listing: Listing = tuesdays) {
	const outcome = went(await world.as(rosa, (tx) => enterListing(tx, { bodyId, listing, word })));
	if (!('slug' in outcome)) throw new Error('It was only proposed.');
	return outcome.slug;
}

const found = async (world: World, slug: string) =>
	listingBySlug(world.db, `riverside~${slug}`, null, world.now);
const kept = async (world: World, { bodyId }: Desk, slug: string) =>
	(await keptListing(world.db, bodyId, slug))!;
const later = (world: World, count: number) => (world.now = after(world.now, days(count)));
const run = (world: World, name: string) =>
	world.as(null, async (tx) => ({
		done: await jobs.find((job) => job.name === name)!.run(tx, {} as never),
	}));

test('only coordinators open one, and each name is there once', async ({ world }) => {
	const { amara, rosa, bodyId } = await atTheDesk(world);

	expect(await world.as(rosa, (tx) => openBody(tx, riverside))).toEqual({ refused: 'not-a-coordinator' });
	expect(await world.as(amara, (tx) => openBody(tx, riverside))).toEqual({ refused: 'slug-taken' });
	went(
		await world.as(rosa, (tx) =>
			changeBody(tx, { bodyId, ...riverside, name: 'Along the river', askEvery: 30 }),
		),
	);
	expect(await bodyBySlug(world.db, 'riverside')).toMatchObject({ name: 'Along the river', askEvery: 30 });
});

test('what a maintainer enters can be found at once, confirmed by them', async ({ world }) => {
	const desk = await atTheDesk(world);

	const slug = await entered(world, desk);

	expect(slug).toBe('tuesdays');
	expect(await entered(world, desk)).toBe('tuesdays-2');
	expect(await found(world, slug)).toMatchObject({
		name: 'Tuesdays',
		days: [2],
		confirmedAt: world.now,
		confirmedAs: 'keeper',
	});
});

test('what an editor proposes is found when a maintainer has approved it, and not before', async ({
	world,
}) => {
	const desk = await atTheDesk(world);
	const { bodyId, nour, rosa } = desk;
	const slug = await entered(world, desk);

	const listing = { ...(await kept(world, desk, slug)).says, time: '19:30' };
	const change = { bodyId, slug, revision: 1, listing, word: 'The library closes later.' };
	const outcome = went(await world.as(nour, (tx) => changeListing(tx, change)));
	const proposalId = (outcome as { proposed: ProposalId }).proposed;
	expect(await found(world, slug)).toMatchObject({ time: '19:00' });
	expect(await proposalsIn(world.db, bodyId, rosa)).toMatchObject([
		{ name: 'Tuesdays', by: 'Nour', answer: null },
	]);
	expect(await world.as(nour, (tx) => approveProposal(tx, { bodyId, proposalId, because: '' }))).toEqual({
		refused: 'not-a-maintainer',
	});

	went(await world.as(rosa, (tx) => approveProposal(tx, { bodyId, proposalId, because: 'Thank you.' })));
	expect(await found(world, slug)).toMatchObject({ time: '19:30' });
	expect(await world.as(rosa, (tx) => declineProposal(tx, { bodyId, proposalId, because: '' }))).toEqual({
		refused: 'answered-already',
	});
	expect(await proposalById(world.db, world.vault, bodyId, { id: proposalId, me: rosa })).toMatchObject({
		by: 'Nour',
		word: 'The library closes later.',
		answer: 'approved',
		answeredBy: 'Rosa',
		because: 'Thank you.',
	});
});

test('a proposal that is approved leaves alone what was changed meanwhile', async ({ world }) => {
	const desk = await atTheDesk(world);
	const { bodyId, nour, rosa } = desk;
	const slug = await entered(world, desk);
	const { says } = await kept(world, desk, slug);
	const proposed = went(
		await world.as(nour, (tx) =>
			changeListing(tx, { bodyId, slug, revision: 1, listing: { ...says, time: '20:00' }, word }),
		),
	) as { proposed: ProposalId };
	went(
		await world.as(rosa, (tx) =>
			changeListing(tx, { bodyId, slug, revision: 1, listing: { ...says, place: 'The Boathouse' }, word }),
		),
	);

	went(
		await world.as(rosa, (tx) => approveProposal(tx, { bodyId, proposalId: proposed.proposed, because: '' })),
	);

	expect(await found(world, slug)).toMatchObject({ time: '20:00', place: 'The Boathouse' });
});

test('a listing that an editor proposes to enter is there when it is approved, and never when it is declined', async ({
	world,
}) => {
	const { bodyId, nour, rosa } = await atTheDesk(world);
	const propose = async (name: string) =>
		went(
			await world.as(nour, (tx) => enterListing(tx, { bodyId, listing: { ...tuesdays, name }, word })),
		) as { proposed: ProposalId };
	const [good, bad] = [await propose('Good'), await propose('Bad')];

	went(await world.as(rosa, (tx) => approveProposal(tx, { bodyId, proposalId: good.proposed, because: '' })));
	went(
		await world.as(rosa, (tx) => declineProposal(tx, { bodyId, proposalId: bad.proposed, because: 'No.' })),
	);

	const { listings } = await listingsIn(world.db, bodyId, { words: '', page: 1 }, world.now);
	expect(listings.map(({ name }) => name)).toEqual(['Good']);
});

test('two who change a listing at once do not write over each other', async ({ world }) => {
	const desk = await atTheDesk(world);
	const { bodyId, rosa, amara } = desk;
	const slug = await entered(world, desk);
	const { says } = await kept(world, desk, slug);
	const change = (who: PersonId, more: Partial<Listing>) =>
		world.as(who, (tx) =>
			changeListing(tx, { bodyId, slug, revision: 1, listing: { ...says, ...more }, word }),
		);

	const answers = await Promise.all([change(rosa, { time: '18:00' }), change(amara, { time: '20:00' })]);

	expect(answers).toContainEqual({ refused: 'changed-meanwhile' });
	expect(answers).toContainEqual({ slug });
	expect(
		await world.as(rosa, (tx) => changeListing(tx, { bodyId, slug, revision: 9, listing: says, word })),
	).toEqual({
		refused: 'changed-meanwhile',
	});
});

test('everything a listing ever said is kept with who and when, and any of it can be said again', async ({
	world,
}) => {
	const desk = await atTheDesk(world);
	const { bodyId, rosa, amara, nour } = desk;
	const slug = await entered(world, desk);
	const first = (await kept(world, desk, slug)).says;
	const begun = world.now;
	later(world, 1);
	const changed = { ...first, time: '20:00', about: 'A new one.' };
	went(
		await world.as(amara, (tx) => changeListing(tx, { bodyId, slug, revision: 1, listing: changed, word })),
	);
	expect(await world.as(nour, (tx) => revertListing(tx, { bodyId, slug, revision: 1 }))).toEqual({
		refused: 'not-a-maintainer',
	});
	later(world, 1);

	went(await world.as(rosa, (tx) => revertListing(tx, { bodyId, slug, revision: 1 })));

	const versions = await versionsOf(world.db, await kept(world, desk, slug), null);
	expect(versions).toMatchObject([
		{ revision: 3, how: 'reverted', by: 'Rosa', since: world.now, says: { time: '19:00', about: null } },
		{ revision: 2, how: 'edited', by: 'Amara', says: { time: '20:00' } },
		{ revision: 1, how: 'entered', by: 'Rosa', since: begun, says: { time: '19:00' } },
	]);
	expect(versions[2]!.says).toEqual(first);
	expect(await world.as(rosa, (tx) => revertListing(tx, { bodyId, slug, revision: 1 }))).toEqual({
		refused: 'nothing-changed',
	});
	expect(await world.as(rosa, (tx) => revertListing(tx, { bodyId, slug, revision: 7 }))).toEqual({
		refused: 'no-such-version',
	});
});

test('what a list brings in has a past as well, and what was taken off does not come back with it', async ({
	world,
}) => {
	const { bodyId, rosa } = await atTheDesk(world);
	const bringIn = (time: string) =>
		world.as(null, (tx) =>
			importMeetings(tx, {
				slug: 'riverside',
				source: 'riverside.json',
				text: JSON.stringify([{ name: 'From a list', slug: 'from-a-list', day: 1, time }]),
			}),
		);
	await bringIn('18:00');
	await bringIn('18:30');
	const at = (await keptListing(world.db, bodyId, 'from-a-list'))!;
	expect(await versionsOf(world.db, at, null)).toMatchObject([
		{ revision: 2, how: 'list', by: null, says: { time: '18:30' } },
		{ revision: 1, how: 'list', by: null, says: { time: '18:00' } },
	]);

	went(await world.as(rosa, (tx) => takeOff(tx, { bodyId, slug: 'from-a-list' })));
	expect(await bringIn('19:00')).toMatchObject({ added: 0, changed: 0 });
	expect(await found(world, 'from-a-list')).toBeUndefined();
});

test('what was taken off is found by nobody, is not in the tables of what can be found, and comes back as it was', async ({
	world,
}) => {
	const desk = await atTheDesk(world);
	const { bodyId, rosa, nour } = desk;
	const slug = await entered(world, desk);
	const { says, id } = await kept(world, desk, slug);
	expect(await world.as(nour, (tx) => takeOff(tx, { bodyId, slug }))).toEqual({
		refused: 'not-a-maintainer',
	});

	went(await world.as(rosa, (tx) => takeOff(tx, { bodyId, slug })));
	went(await world.as(rosa, (tx) => takeOff(tx, { bodyId, slug })));

	expect(await found(world, slug)).toBeUndefined();
	expect(await world.db.selectFrom('listing').select('id').execute()).toEqual([]);
	expect(await listingsOff(world.db, bodyId)).toMatchObject([{ slug, name: 'Tuesdays' }]);
	expect(await world.as(rosa, (tx) => confirm(tx, { bodyId, slug }))).toEqual({ refused: 'is-off' });
	expect(
		await world.as(rosa, (tx) => changeListing(tx, { bodyId, slug, revision: 1, listing: says, word })),
	).toEqual({ refused: 'is-off' });
	expect(await versionsOf(world.db, await kept(world, desk, slug), null)).toMatchObject([{ revision: 1 }]);

	went(await world.as(rosa, (tx) => bringBack(tx, { bodyId, slug })));
	const back = await kept(world, desk, slug);
	expect(back).toMatchObject({ id, off: false, revision: 2 });
	expect(back.says).toEqual(says);
	expect(await versionsOf(world.db, back, null)).toMatchObject([{ revision: 2 }, { revision: 1 }]);
});

test('those who keep a listing are asked about it once in a while, until somebody says that it is still so', async ({
	world,
}) => {
	const desk = await atTheDesk(world);
	const { bodyId, rosa, nour } = desk;
	const slug = await entered(world, desk);
	const ask = () => run(world, 'keeping.ask-to-confirm');
	const asked = async () => (await askedAbout(world.db, bodyId)).map((listing) => listing.slug);

	later(world, 59);
	await ask();
	expect(await asked()).toEqual([]);
	later(world, 1);
	await ask();
	await ask();
	expect(await asked()).toEqual([slug]);
	expect((await world.eventNames()).filter((name) => name === 'keeping.confirmations-asked')).toHaveLength(1);

	expect(await world.as(nour, (tx) => confirm(tx, { bodyId, slug }))).toEqual({
		refused: 'not-a-maintainer',
	});
	later(world, 1);
	went(await world.as(rosa, (tx) => confirm(tx, { bodyId, slug })));
	expect(await asked()).toEqual([]);
	expect(await found(world, slug)).toMatchObject({ confirmedAt: world.now, confirmedAs: 'keeper' });
});

test('the people who run a group confirm it by a link, without being anybody, as often as they like', async ({
	world,
}) => {
	const desk = await atTheDesk(world);
	const { bodyId, rosa, nour } = desk;
	const slug = await entered(world, desk);
	const { token } = went(await world.as(rosa, (tx) => makeConfirmationLink(tx, { bodyId, slug })));
	expect(await world.as(nour, (tx) => makeConfirmationLink(tx, { bodyId, slug }))).toHaveProperty('refused');
	expect(await everythingKept(world.db)).not.toContain(token);

	later(world, 30);
	expect(await listingOfLink(world.db, token, world.now)).toMatchObject({ slug, bodyName: 'Riverside' });
	expect(await found(world, slug)).toMatchObject({ confirmedAs: 'keeper' });
	for (let twice = 0; twice < 2; twice++) went(await world.as(null, (tx) => confirmByLink(tx, token)));
	expect(await found(world, slug)).toMatchObject({ confirmedAt: world.now, confirmedAs: 'group' });
});

test('a link that was taken back, is over or was never one confirms nothing', async ({ world }) => {
	const desk = await atTheDesk(world);
	const { bodyId, rosa } = desk;
	const slug = await entered(world, desk);
	const { id } = await kept(world, desk, slug);
	const make = async () =>
		went(await world.as(rosa, (tx) => makeConfirmationLink(tx, { bodyId, slug }))).token;
	const press = (token: string) => world.as(null, (tx) => confirmByLink(tx, token));

	const taken = await make();
	expect(await linksTo(world.db, id, world.now)).toBe(1);
	went(await world.as(rosa, (tx) => endConfirmationLinks(tx, { bodyId, slug })));
	expect(await press(taken)).toEqual({ refused: 'link-over' });
	expect(await press('')).toEqual({ refused: 'link-over' });
	const old = await make();
	later(world, 90);
	expect(await press(old)).toEqual({ refused: 'link-over' });
	await run(world, 'keeping.forget-remarks');
	expect(await world.db.selectFrom('confirmation_link').selectAll().execute()).toEqual([]);
});

test('what a reader says has changed is read by those who keep the listing, and by nobody else', async ({
	world,
}) => {
	const desk = await atTheDesk(world);
	const { bodyId, rosa } = desk;
	const slug = await entered(world, desk);
	const { id: listingId } = (await listingRemarkable(world.db, `riverside~${slug}`))!;
	const reader = await world.person('Wren');
	await world.eventNames();

	const { remarked } = went(
		await world.as(reader, (tx) =>
			remarkChange(tx, { bodyId, listingId, what: 'time', words: 'They begin at eight now.' }),
		),
	);

	expect(await remarksIn(world.db, world.vault, bodyId)).toMatchObject([
		{ what: 'time', words: 'They begin at eight now.', slug },
	]);
	const all = await everythingKept(world.db);
	expect(all).not.toContain('They begin at eight now.');
	const { actor_id } = await world.db
		.selectFrom('event')
		.select('actor_id')
		.where('name', '=', 'keeping.change-remarked')
		.executeTakeFirstOrThrow();
	expect(actor_id).toBeNull();

	went(await world.as(rosa, (tx) => answerRemark(tx, { bodyId, remarkId: remarked })));
	expect(await remarksIn(world.db, world.vault, bodyId)).toEqual([]);
});

test('what readers said is gone after 90 days', async ({ world }) => {
	const desk = await atTheDesk(world);
	const slug = await entered(world, desk);
	const { id: listingId } = await kept(world, desk, slug);
	const remark = { bodyId: desk.bodyId, listingId, what: 'gone' as const, words: '' };
	await world.as(null, (tx) => remarkChange(tx, remark));
	const left = () => world.db.selectFrom('remark').select('id').execute();

	later(world, 89);
	await run(world, 'keeping.forget-remarks');
	expect(await left()).toHaveLength(1);
	later(world, 2);
	await run(world, 'keeping.forget-remarks');
	expect(await left()).toEqual([]);
});

test('nobody fills a desk: one address says only so much in an hour, and fifty have said enough', async ({
	world,
}) => {
	const desk = await atTheDesk(world);
	const slug = await entered(world, desk);
	const { id: listingId } = await kept(world, desk, slug);
	const remark = { bodyId: desk.bodyId, listingId, what: 'other' as const, words: '' };

	for (let count = 0; count < 50; count++) went(await world.as(null, (tx) => remarkChange(tx, remark)));
	expect(await world.as(null, (tx) => remarkChange(tx, remark))).toEqual({ refused: 'many-said-so' });

	const tries = [];
	for (let count = 0; count < 21; count++)
		tries.push(await mayRemarkFrom(world.spine, '192.0.2.7', world.now));
	expect(tries.filter(({ refused }) => refused)).toEqual([{ refused: 'too-many-remarks' }]);
	expect(await mayRemarkFrom(world.spine, '192.0.2.8', world.now)).toEqual({});
});

test('somebody keeps listings for as long as they are asked to, or wish', async ({ world }) => {
	const { bodyId, rosa, nour, amara } = await atTheDesk(world);
	const other = await world.as(amara, (tx) => openBody(tx, { ...riverside, name: 'Elsewhere' }));
	const names = async (who: PersonId, duties: ('coordinator' | 'host')[] = []) =>
		(await bodiesOf(world.db, { id: who, ageBand: 'adult', duties })).map(({ name }) => name);

	expect(other).toHaveProperty('slug', 'elsewhere');
	expect(await names(nour)).toEqual(['Riverside']);
	expect(await names(amara, ['coordinator'])).toEqual(['Elsewhere', 'Riverside']);
	expect(await keepersOf(world.db, bodyId, rosa)).toMatchObject([{ nickname: 'Nour' }, { nickname: 'Rosa' }]);
	expect(
		await world.as(nour, (tx) => giveRole(tx, { bodyId, nickname: 'nour', role: 'maintainer' })),
	).toEqual({ refused: 'not-a-maintainer' });
	expect(await world.as(rosa, (tx) => giveRole(tx, { bodyId, nickname: 'nobody', role: 'editor' }))).toEqual({
		refused: 'nobody-called-that',
	});
	expect(await world.as(nour, (tx) => takeRole(tx, { bodyId, personId: rosa }))).toEqual({
		refused: 'not-a-maintainer',
	});

	went(await world.as(nour, (tx) => takeRole(tx, { bodyId, personId: nour })));
	expect(await keepsListings(world.db, nour)).toBe(false);
	expect(await standingIn(world.db, bodyId, { id: nour, ageBand: 'adult', duties: [] })).toMatchObject({
		role: undefined,
	});
});

test('nobody keeps what is not theirs: with the ids of one body nothing is done in another', async ({
	world,
}) => {
	const desk = await atTheDesk(world);
	const slug = await entered(world, desk);
	const stranger = await world.person('Stranger');
	const { bodyId } = went(
		await world.as(desk.amara, (tx) => openBody(tx, { ...riverside, name: 'Elsewhere' })),
	);
	went(
		await world.as(desk.amara, (tx) => giveRole(tx, { bodyId, nickname: 'stranger', role: 'maintainer' })),
	);
	const proposed = went(
		await world.as(desk.nour, (tx) => enterListing(tx, { bodyId: desk.bodyId, listing: tuesdays, word })),
	) as { proposed: ProposalId };
	const remark = {
		bodyId: desk.bodyId,
		listingId: (await kept(world, desk, slug)).id,
		what: 'gone',
		words: '',
	} as const;
	const { remarked } = went(await world.as(null, (tx) => remarkChange(tx, remark)));
	const tries = (body: ServiceBodyId) => [
		world.as(stranger, (tx) => takeOff(tx, { bodyId: body, slug })),
		world.as(stranger, (tx) => bringBack(tx, { bodyId: body, slug })),
		world.as(stranger, (tx) => confirm(tx, { bodyId: body, slug })),
		world.as(stranger, (tx) => revertListing(tx, { bodyId: body, slug, revision: 1 })),
		world.as(stranger, (tx) =>
			changeListing(tx, { bodyId: body, slug, revision: 1, listing: tuesdays, word }),
		),
		world.as(stranger, (tx) =>
			approveProposal(tx, { bodyId: body, proposalId: proposed.proposed, because: '' }),
		),
	];

	for (const body of [desk.bodyId, bodyId])
		expect(
			new Set((await Promise.all(tries(body))).map((outcome) => 'refused' in outcome && outcome.refused)),
		).toEqual(new Set(['not-found']));
	await world.as(stranger, (tx) => answerRemark(tx, { bodyId, remarkId: remarked as RemarkId }));
	expect(await remarksIn(world.db, world.vault, desk.bodyId)).toHaveLength(1);
});

test('somebody’s roles and words are in their export; erased, the facts stay and are by nobody', async ({
	world,
}) => {
	const desk = await atTheDesk(world);
	const { bodyId, rosa, nour } = desk;
	const slug = await entered(world, desk);
	const off = await entered(world, desk, { ...tuesdays, name: 'Off' });
	await world.as(rosa, (tx) => takeOff(tx, { bodyId, slug: off }));
	const { says } = await kept(world, desk, slug);
	await world.as(rosa, (tx) => makeConfirmationLink(tx, { bodyId, slug }));
	const change = { bodyId, slug, revision: 1, listing: { ...says, time: '20:00' }, word: 'Nour’s reason' };
	const { proposed } = went(await world.as(nour, (tx) => changeListing(tx, change))) as {
		proposed: ProposalId;
	};
	went(
		await world.as(rosa, (tx) =>
			approveProposal(tx, { bodyId, proposalId: proposed, because: 'Rosa’s answer' }),
		),
	);

	const [ofRosa, ofNour] = await Promise.all(
		[rosa, nour].map(async (who) => JSON.stringify(await personal.export(world.db, world.vault, who))),
	);
	expect(ofRosa).toContain('Rosa’s answer');
	expect(ofRosa).not.toContain('Nour’s reason');
	expect(ofNour).toContain('Nour’s reason');
	for (const who of [rosa, nour])
		await world.as(null, async (tx) => {
			await personal.erase(tx, who);
			return {};
		});

	expect(await versionsOf(world.db, await kept(world, desk, slug), null)).toMatchObject([
		{ by: null, how: 'approved', says: { time: '20:00' } },
		{ by: null, how: 'entered' },
	]);
	expect(await proposalById(world.db, world.vault, bodyId, { id: proposed, me: rosa })).toMatchObject({
		by: null,
		word: '',
		because: '',
		answeredBy: null,
	});
	expect(await keepersOf(world.db, bodyId, rosa)).toEqual([]);
	const rows = await everythingKept(world.db);
	const tables = rows.split('\n').filter((row) => row.includes(rosa) || row.includes(nour));
	expect(tables.filter((row) => /Tuesdays|tuesdays/.test(row))).toEqual([]);
});

test('the address of a listing is one of a body’s, or there is none', async ({ world }) => {
	const desk = await atTheDesk(world);
	await entered(world, desk);

	expect(await listingRemarkable(world.db, 'tuesdays')).toBeUndefined();
	expect(await listingRemarkable(world.db, 'riverside~\0')).toBeUndefined();
	expect(await listingRemarkable(world.db, 'riverside~nothing')).toBeUndefined();
	expect(
		(await listingRemarkable(world.db, 'riverside~tuesdays'))?.id satisfies ListingId | undefined,
	).toBeDefined();
});
