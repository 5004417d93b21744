import { globSync } from 'node:fs';
import { expect } from 'vitest';
import { circles, people, rooms, type Handle } from '#cast';
import { may as mayInAsking } from '#features/asking/policy.ts';
import { may as mayInAudit } from '#features/audit/policy.ts';
import { may as mayBreakGlass } from '#features/break-glass/policy.ts';
import { may as mayAtMeetings, type Standing as Meeting } from '#features/circle-mode/policy.ts';
import { may as mayInCircles, type Standing } from '#features/circles/policy.ts';
import { changeState as changeCircle } from '#features/circles/server/change-circle.ts';
import { visibleTo } from '#features/circles/server/visible-to.ts';
import { aliasIn } from '#features/conversations/server/index.ts';
import { may as mayInDirectory } from '#features/directory/policy.ts';
import { may as mayInHelp } from '#features/help/policy.ts';
import { may as mayInKeeping } from '#features/keeping/policy.ts';
import { standingIn as keepingStandingIn } from '#features/keeping/server/standing.ts';
import { giveDuty } from '#features/people/server/index.ts';
import {
	may as mayInRooms,
	mayAside,
	type AsideStanding,
	type Standing as RoomStanding,
} from '#features/rooms/policy.ts';
import { askToPause } from '#features/rooms/server/ask-to-pause.ts';
import { changeState } from '#features/rooms/server/open-room.ts';
import { visibleTo as roomVisibleTo } from '#features/rooms/server/visible-to.ts';
import { may as mayInRota } from '#features/rota/policy.ts';
import { closeRota, makeRota } from '#features/rota/server/index.ts';
import { rotasFor } from '#features/rota/server/queries.ts';
import { standingIn as rotaStandingIn } from '#features/rota/server/standing.ts';
import { audiences, may as mayAmongPeople, mayTell } from '#features/people/policy.ts';
import type { Duty, Viewer } from '#features/people/person.ts';
import { may as mayInPairings, type Standing as PairingStanding } from '#features/pairings/policy.ts';
import { standingIn as pairingStandingIn } from '#features/pairings/server/index.ts';
import type { Here } from '#features/sit-with-me/here.ts';
import { may as mayWithSomebody, type Standing as SittingStanding } from '#features/sit-with-me/policy.ts';
import type { Waiting } from '#features/sit-with-me/waiting.ts';
import { may as mayAsSupporter, type Standing as SupporterStanding } from '#features/supporters/policy.ts';
import { mySupporting } from '#features/supporters/server/index.ts';
import { may as mayTry } from '#features/tastes/policy.ts';
import { may as mayLookAtWishes } from '#features/wishes/policy.ts';
import type { Supporter } from '#features/supporters/supporter.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Ruling } from '#platform/ruling.ts';
import { after, hours, minutes } from '#platform/time.ts';
import { may as mayAtDesk } from '#features/desk/policy.ts';
import { may as mayInSessions, mayCome } from '#features/sessions/policy.ts';
import { expectFile } from './expect-file.ts';
import { test, type Neighbourhood } from './neighbourhood.ts';
import { onTheLadder } from './permissions-ladder.ts';
import { aroundLook } from './permissions-glass.ts';
import { atDesk } from './permissions-desk.ts';
import { lookingAtWishes } from './permissions-wishes.ts';
import { aroundSession, asComer } from './permissions-sessions.ts';

test('docs/permissions.md says who may do what', async ({ cast }) => {
	const tables = new Map([
		['asking', await inAsking(cast)],
		['audit', await inAudit(cast)],
		['break-glass', table(aroundLook(cast).map(([who, asked]) => [who, answers(mayBreakGlass, asked)]))],
		['circle-mode', await atMeetings(cast)],
		['circles', await inCircles(cast)],
		['desk', table((await atDesk(cast)).map(([name, asked]) => [name, answers(mayAtDesk, asked)]))],
		[
			'directory',
			table([
				[
					'anybody',
					{
						browse: mayInDirectory.browse(),
						bringIn: mayInDirectory.bringIn({ viewer: null }),
						keepSynonyms: mayInDirectory.keepSynonyms({ viewer: null }),
					},
				],
				[
					'a coordinator',
					{
						browse: mayInDirectory.browse(),
						bringIn: mayInDirectory.bringIn({ viewer: { duties: ['coordinator'] } }),
						keepSynonyms: mayInDirectory.keepSynonyms({ viewer: { duties: ['coordinator'] } }),
					},
				],
			]),
		],
		['help', inHelp()],
		['keeping', await inKeeping(cast)],
		['ladder', table(onTheLadder())],
		['pairings', await inPairings(cast)],
		['people', `${await amongPeople(cast)}\n\n${whatIsTold()}`],
		['rooms', `${await inRooms(cast)}\n\n${inAsides(cast)}`],
		['rota', await inRota(cast)],
		['sessions', await inSessions(cast)],
		['sit-with-me', await sittingWithSomebody(cast)],
		['supporters', await inSupporters(cast)],
		['tastes', inTastes()],
		[
			'wishes',
			table((await lookingAtWishes(cast)).map(([who, asked]) => [who, answers(mayLookAtWishes, asked)])),
		],
	]);

	const features = globSync('src/features/*/policy.ts').map((file) => file.split(/[\\/]/).at(-2)!);
	expect([...tables.keys()], 'every feature with rules has a table').toEqual(features.sort());
	const sections = [...tables].map(([feature, text]) => `## ${feature}\n\n${text}`);
	expectFile('docs/permissions.md', `${[HEAD, ...sections].join('\n\n')}\n`);
});

const HEAD = `# Who may do what

Printed by \`test/permissions.test.ts\` from the rules themselves (\`policy.ts\` of each feature), asked about the cast.
“yes”, or the reason for the no.`;

async function inCircles(cast: Neighbourhood) {
	await cast.as('juno', (tx) => changeCircle(tx, { circleId: cast.circle('firstFlat'), state: 'closed' }));
	const who: [string, Standing][] = [
		['a visitor', await cast.standing(null, 'nights')],
		['a visitor, of a circle by invitation', await cast.standing(null, 'keyInLock')],
		['somebody signed in', await cast.standing('ximena', 'nights')],
		['somebody of another age band', await cast.standing('kit', 'nights')],
		['a steward without a seat', await cast.standing('henk', 'loss')],
		['a coordinator without a seat', await cast.standing('amara', 'offTheClock')],
		['somebody in line', await cast.standing('tam', 'nights')],
		['somebody who asked for a seat', await cast.standing('boat', 'mornings')],
		['an observer', await cast.standing('boat', 'nights')],
		['somebody signed in, of a circle by invitation', await cast.standing('lolo', 'keyInLock')],
		['the same, holding a link', await cast.standing('lolo', 'keyInLock', { invited: true })],
		['a member', await cast.standing('henk', 'nights')],
		['a member asked to pause', await cast.standing('mo', 'nights')],
		['a member who has not read the new agreements', await cast.standing('mo', 'mornings')],
		['a member of a resting circle', await cast.standing('mo', 'offTheClock')],
		['a host', await cast.standing('rosa', 'nights')],
		['a host of a resting circle', await cast.standing('rosa', 'offTheClock')],
		['a host of a closed circle', await cast.standing('juno', 'firstFlat')],
		['somebody signed in, of a closed circle', await cast.standing('ximena', 'firstFlat')],
	];
	return table(who.map(([name, standing]) => [name, answers(mayInCircles, standing)]));
}

/** “The kettle is on” is held by Tam; “Before sleep” is closed. */
async function inRooms(cast: Neighbourhood) {
	const roomId = cast.room('kitchen');
	const inTheRoom = await cast.roomStanding('nour', 'kitchen');
	const many = { present: 12 };
	await cast.as('tam', async (tx) =>
		askToPause(tx, { roomId, alias: (await aliasIn(tx.db, roomId, cast.idOf('idris')))!.id, minutes: 30 }),
	);
	await cast.as('amara', (tx) => changeState(tx, { roomId: cast.room('afterSchoolRoom'), state: 'closed' }));
	const who: [string, RoomStanding][] = [
		['a visitor', await cast.roomStanding(null, 'kitchen')],
		['somebody signed in', await cast.roomStanding('wren', 'kitchen')],
		[
			'the same, when a second holder is needed',
			{ ...(await cast.roomStanding('wren', 'kitchen')), ...many },
		],
		['the same, of a closed room', await cast.roomStanding('wren', 'lateTable')],
		['somebody of another age band', await cast.roomStanding('kit', 'kitchen')],
		['a supporter, not holding it', await cast.roomStanding('tomatoes', 'kitchen')],
		['a steward, not holding it', await cast.roomStanding('henk', 'kitchen')],
		['a coordinator', await cast.roomStanding('amara', 'kitchen')],
		['a coordinator, of a room that is no more', await cast.roomStanding('amara', 'afterSchoolRoom')],
		['a steward, of a room that is no more', await cast.roomStanding('henk', 'afterSchoolRoom')],
		['somebody in it', inTheRoom],
		['the same, when a second holder is needed', { ...inTheRoom, ...many }],
		['the same, when the door has closed', { ...inTheRoom, door: { is: 'closed' } }],
		['somebody in it who has not accepted the agreements', await cast.roomStanding('boat', 'kitchen')],
		['somebody in it who has been asked to pause', await cast.roomStanding('idris', 'kitchen')],
		[
			'somebody in it who has just spoken, where it goes slowly',
			{ ...inTheRoom, room: { ...inTheRoom.room!, slowSeconds: 30 }, lastSaidAt: cast.world.now },
		],
		['whoever holds it', await cast.roomStanding('tam', 'kitchen')],
		['the same, when the hold has lapsed', { ...(await cast.roomStanding('tam', 'kitchen')), ...lapsed }],
	];
	return table(who.map(([name, standing]) => [name, answers(mayInRooms, standing)]));
}

const lapsed = { door: { is: 'closed' }, hold: undefined } as const;

/** A talk of two. */
function inAsides(cast: Neighbourhood) {
	const [personId, holderId] = [cast.idOf('nour'), cast.idOf('tam')];
	const { now } = cast.world;
	const as = (id: PersonId): Viewer => ({ id, ageBand: 'adult', duties: [] });
	const aside = { personId, holderId, begunAt: now, endedAt: null, holderMay: true, apart: false };
	const who: [string, AsideStanding][] = [
		['a visitor', { viewer: null, aside, now }],
		['somebody else', { viewer: as(cast.idOf('idris')), aside, now }],
		['one of the two, before it begins', { viewer: as(personId), aside: { ...aside, begunAt: null }, now }],
		['one of the two', { viewer: as(personId), aside, now }],
		['its holder', { viewer: as(holderId), aside, now }],
		['one of the two, after two hours', { viewer: as(personId), aside, now: after(now, hours(2)) }],
		['one of the two, when it has ended', { viewer: as(personId), aside: { ...aside, endedAt: now }, now }],
		[
			'one of the two, when the holder’s duty was taken',
			{ viewer: as(personId), aside: { ...aside, holderMay: false }, now },
		],
		['one of the two, after a block', { viewer: as(personId), aside: { ...aside, apart: true }, now }],
	];
	return table(who.map(([name, standing]) => [name, answers(mayAside, standing)]));
}

/** Tam is paired with Mo. */
/** What was done with power. */
async function inAudit(cast: Neighbourhood) {
	const who: [string, Handle | null][] = [
		['a visitor', null],
		['somebody signed in', 'nour'],
		['a supporter', 'idris'],
		['a steward', 'henk'],
		['a coordinator', 'amara'],
	];
	const asked = who.map(async ([name, handle]) => {
		const standing = { viewer: await cast.viewer(handle) };
		return [name, answers(mayInAudit, standing)] as [string, Record<string, Ruling>];
	});
	return table(await Promise.all(asked));
}

/** Looking after those who wait. Telling what fits and asking are for everybody. */
async function inAsking(cast: Neighbourhood) {
	const who: [string, Handle | null][] = [
		['a visitor', null],
		['somebody signed in', 'nour'],
		['a supporter', 'idris'],
		['a steward', 'henk'],
		['a coordinator', 'amara'],
	];
	return table(
		await Promise.all(
			who.map(async ([name, handle]): Promise<[string, Record<string, Ruling>]> => [
				name,
				answers(mayInAsking, { viewer: await cast.viewer(handle) }),
			]),
		),
	);
}

async function inPairings(cast: Neighbourhood) {
	const { db, now } = cast.world;
	const { id } = await db.selectFrom('pairing').select('id').executeTakeFirstOrThrow();
	const standing = async (who: Handle | null) => pairingStandingIn(db, id, await cast.viewer(who));
	const mo = await standing('mo');
	const who: [string, PairingStanding][] = [
		['a visitor', await standing(null)],
		['somebody else', await standing('nour')],
		['a steward', await standing('henk')],
		['a coordinator', await standing('amara')],
		['another supporter', await standing('idris')],
		['one of the two', mo],
		['their supporter', await standing('tam')],
		['one of the two, when it has ended', { ...mo, pairing: { ...mo.pairing!, endedAt: now } }],
		['one of the two, after a block', { ...mo, pairing: { ...mo.pairing!, apart: true } }],
		['one of the two, when the other has left', { ...mo, pairing: { ...mo.pairing!, supporterId: null } }],
		[
			'one of the two, when the supporter’s duty was taken',
			{ ...mo, pairing: { ...mo.pairing!, supporterAsked: false } },
		],
	];
	return table(who.map(([name, asked]) => [name, answers(mayInPairings, asked)]));
}

/** Of a session of Mo and Tam, and of whoever is asked to come. */
async function inSessions(cast: Neighbourhood) {
	const around = await aroundSession(cast);
	const coming = await asComer(cast);
	return [
		table(around.map(([name, asked]) => [name, answers(mayInSessions, asked)])),
		table(coming.map(([name, asked]) => [name, answers(mayCome, asked)])),
	].join('\n\n');
}

/** Of Tam’s page, which is up. */
async function inSupporters(cast: Neighbourhood) {
	const { db, vault } = cast.world;
	const tam = (await mySupporting(db, vault, cast.idOf('tam')))!;
	const standing = async (viewer: Handle | null, more: Partial<Supporter> = {}) => ({
		viewer: await cast.viewer(viewer),
		supporter: { ...tam, ...more },
		apart: false,
	});
	const who: [string, SupporterStanding][] = [
		['a visitor', await standing(null)],
		['somebody of another age band', await standing('kit')],
		['somebody signed in', await standing('wren')],
		['the same, of a page that is not up', await standing('wren', { open: false })],
		['the same, when the supporter’s duty was taken', await standing('wren', { asked: false })],
		['somebody signed in, after a block', { ...(await standing('wren')), apart: true }],
		['a steward', await standing('henk')],
		['a coordinator', await standing('amara')],
		['another supporter', await standing('idris')],
		['whose page it is', await standing('tam')],
		['the same, when it is not up', await standing('tam', { open: false })],
	];
	return table(who.map(([name, asked]) => [name, answers(mayAsSupporter, asked)]));
}

/** Wren waits, in English; Tam is there for talks. */
async function sittingWithSomebody(cast: Neighbourhood) {
	const { now } = cast.world;
	const there = (who: Handle): Here => ({
		...{ personId: cast.idOf(who), confirmedAt: now, until: after(now, hours(1)), languages: ['en'] },
		...{ pairingId: null, asked: true, resting: false },
	});
	const waiting: Waiting = {
		...{ id: cast.idOf('wren') as never, personId: cast.idOf('wren'), ageBand: 'adult', language: 'en' },
		...{ state: 'waiting', askedAt: now, noticed: undefined, pairingId: null, canReturn: true },
	};
	const tam: SittingStanding = {
		...{ viewer: await cast.viewer('tam'), supporter: { resting: false }, here: there('tam'), waiting, now },
		apart: false,
	};
	const notThere = { supporter: undefined, here: undefined };
	const idris = { by: cast.idOf('idris'), withYouAt: after(now, minutes(5)) };
	const who: [string, SittingStanding][] = [
		['a visitor', { ...tam, ...notThere, viewer: null }],
		['somebody signed in', { ...tam, ...notThere, viewer: await cast.viewer('nour') }],
		['a steward', { ...tam, ...notThere, viewer: await cast.viewer('henk') }],
		['a coordinator', { ...tam, ...notThere, viewer: await cast.viewer('amara') }],
		['a supporter without a page', { ...tam, ...notThere }],
		['a supporter who rests', { ...tam, supporter: { resting: true } }],
		['a supporter who is not there', { ...tam, here: undefined }],
		['the same, who was not heard of for half an hour', { ...tam, now: after(now, minutes(30)) }],
		['a supporter who is there', tam],
		['the same, when another has said that they come', { ...tam, waiting: { ...waiting, noticed: idris } }],
		['the same, in a talk', { ...tam, here: { ...there('tam'), pairingId: cast.idOf('wren') as never } }],
		['the same, after a block', { ...tam, apart: true }],
		['the same, of another language', { ...tam, waiting: { ...waiting, language: 'es' } }],
		['the same, of another age band', { ...tam, waiting: { ...waiting, ageBand: '16-25' } }],
		['the same, of their own card', { ...tam, waiting: { ...waiting, personId: cast.idOf('tam') } }],
		['the same, of somebody who can never be back', { ...tam, waiting: { ...waiting, canReturn: false } }],
		['the same, of somebody who has left', { ...tam, waiting: undefined }],
	];
	return table(who.map(([name, asked]) => [name, answers(mayWithSomebody, asked)]));
}
/** Of the help lines. */
const inHelp = () =>
	table(
		(
			[
				['a visitor', null],
				['a steward', { duties: ['steward'] }],
				['a coordinator', { duties: ['coordinator'] }],
			] as const
		).map(([who, viewer]) => [who, answers(mayInHelp, { viewer })]),
	);

/** Of what is shown to those who do not know what they are looking for. */
const inTastes = () =>
	table(
		(
			[
				['anybody', null],
				['a coordinator', { duties: ['coordinator'] }],
			] as const
		).map(([who, viewer]) => [
			who,
			{ look: mayTry.look(), ask: mayTry.ask(), readNeeds: mayTry.readNeeds({ viewer }) },
		]),
	);

/** “Long nights” has called for a steward. */
async function atMeetings(cast: Neighbourhood) {
	const standing = async (who: Handle | null, stewardCalled = false) => ({
		...(await cast.standing(who, 'nights')),
		stewardCalled,
	});
	const who: [string, Meeting][] = [
		['a visitor', await standing(null)],
		['somebody signed in', await standing('ximena')],
		['somebody of another age band', await standing('kit')],
		['somebody in line', await standing('tam')],
		['an observer', await standing('boat')],
		['a member', await standing('henk')],
		[
			'a member who has not read the new agreements',
			{ ...(await cast.standing('mo', 'mornings')), stewardCalled: false },
		],
		['a member of a resting circle', { ...(await cast.standing('mo', 'offTheClock')), stewardCalled: false }],
		['a host', await standing('rosa')],
		['a steward without a seat', { ...(await cast.standing('henk', 'loss')), stewardCalled: false }],
		[
			'a steward whom the meeting has called',
			{ ...(await cast.standing('henk', 'loss')), stewardCalled: true },
		],
	];
	return table(who.map(([name, asked]) => [name, answers(mayAtMeetings, asked)]));
}

/** Of a rota for supporters and stewards. */
async function inRota(cast: Neighbourhood) {
	const { id } = await cast.world.db
		.selectFrom('rota')
		.select('id')
		.where('kind', '=', 'on-call')
		.executeTakeFirstOrThrow();
	const who: [string, Handle | null][] = [
		['a visitor', null],
		['somebody signed in', 'wren'],
		['a host', 'rosa'],
		['a supporter', 'tomatoes'],
		['a steward', 'henk'],
		['a coordinator who is no supporter', 'ximena'],
		['a coordinator who is a steward', 'amara'],
	];
	const personId = cast.idOf('ximena');
	await cast.world.as(null, (tx) => giveDuty(tx, { personId, duty: 'coordinator' }));
	const rows = who.map(async ([name, handle]) => {
		const standing = await rotaStandingIn(cast.world.db, id, await cast.viewer(handle));
		return [name, answers(mayInRota, standing)] as const;
	});
	const missing = await rotaStandingIn(cast.world.db, personId as never, await cast.viewer('amara'));
	return table([...(await Promise.all(rows)), ['a coordinator, of none', answers(mayInRota, missing)]]);
}

/** Of Riverside, which Rosa maintains and Nour edits. */
async function inKeeping(cast: Neighbourhood) {
	const { id } = await cast.world.db
		.selectFrom('service_body')
		.select('id')
		.where('slug', '=', 'riverside')
		.executeTakeFirstOrThrow();
	const who: [string, Handle | null][] = [
		['a visitor', null],
		['somebody signed in', 'wren'],
		['a steward', 'henk'],
		['an editor', 'nour'],
		['a maintainer', 'rosa'],
		['a coordinator', 'amara'],
	];
	const rows = who.map(async ([name, handle]) => {
		const standing = await keepingStandingIn(cast.world.db, id, await cast.viewer(handle));
		return [name, answers(mayInKeeping, standing)] as const;
	});
	const none = await keepingStandingIn(cast.world.db, cast.idOf('wren') as never, await cast.viewer('amara'));
	return table([...(await Promise.all(rows)), ['a coordinator, of none', answers(mayInKeeping, none)]]);
}

async function amongPeople(cast: Neighbourhood) {
	const who: [string, Handle | null][] = [
		['a visitor', null],
		['somebody signed in', 'wren'],
		['a host', 'rosa'],
		['a steward', 'henk'],
		['a coordinator', 'amara'],
	];
	const rows = who.map(async ([name, handle]) => {
		const standing = { viewer: await cast.viewer(handle) };
		return [name, answers(mayAmongPeople, standing)] as const;
	});
	return table(await Promise.all(rows));
}

/** What somebody tells about themselves, by the audience they chose. */
function whatIsTold() {
	const teller = { ageBand: 'adult' } as const;
	const who = [
		['a visitor', { viewer: null, teller, sharesCircle: false }],
		['somebody of another age band', { viewer: { ageBand: '13-17' }, teller, sharesCircle: false }],
		['somebody signed in', { viewer: { ageBand: 'adult' }, teller, sharesCircle: false }],
		['somebody in one of their circles', { viewer: { ageBand: 'adult' }, teller, sharesCircle: true }],
	] as const;
	return table(
		who.map(([name, between]) => [
			name,
			Object.fromEntries(audiences.map((audience) => [`told to ${audience}`, mayTell(audience, between)])),
		]),
	);
}

/** Every rule’s answer about one standing. */
const answers = <Standing>(rules: Record<string, (standing: Standing) => Ruling>, standing: Standing) =>
	Object.fromEntries(Object.entries(rules).map(([what, rule]) => [what, rule(standing)]));

function table(rows: readonly (readonly [string, Record<string, Ruling>])[]): string {
	const rules = Object.keys(rows[0]![1]);
	const lines = rows.map(([who, rulings]) => [who, ...rules.map((rule) => rulings[rule]!.refused ?? 'yes')]);
	return [['', ...rules], ['', ...rules].map(() => '---'), ...lines]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}

test('lists show exactly the circles that may be found, to everyone of the cast and to visitors', async ({
	cast,
}) => {
	await cast.as('juno', (tx) => changeCircle(tx, { circleId: cast.circle('firstFlat'), state: 'closed' }));
	const who = [null, ...(Object.keys(people) as Handle[])];
	const which = Object.keys(circles) as (keyof typeof circles)[];

	for (const handle of who) {
		const viewer = await cast.viewer(handle);
		const listed = await cast.world.db
			.selectFrom('circle')
			.select('name')
			.where((where) => visibleTo(where, viewer))
			.execute();
		const found: string[] = [];
		for (const circle of which)
			if (!mayInCircles.find(await cast.standing(handle, circle)).refused)
				found.push(circles[circle].details.name);
		expect(listed.map(({ name }) => name).sort(), handle ?? 'a visitor').toEqual(found.sort());
	}
});

test('lists show exactly the rotas that may be seen, to everyone of the cast and to visitors', async ({
	cast,
}) => {
	const { world } = cast;
	const make = (name: string, heldBy: Duty[]) =>
		world.as(null, (tx) => makeRota(tx, { name, zone: 'UTC', heldBy }));
	const made = [
		await make('Hosts', ['host']),
		await make('Coordinators', ['coordinator']),
		await make('Closed', ['host', 'supporter']),
	];
	await world.as(null, (tx) => closeRota(tx, made[2]!.rotaId));
	const all = await world.db.selectFrom('rota').select(['id', 'name']).execute();

	for (const handle of [null, ...(Object.keys(people) as Handle[])]) {
		const viewer = await cast.viewer(handle);
		const listed = await rotasFor(world.db, viewer);
		const seen: string[] = [];
		for (const { id, name } of all)
			if (!mayInRota.see(await rotaStandingIn(world.db, id, viewer)).refused) seen.push(name);
		expect(listed.map(({ name }) => name).sort(), handle ?? 'a visitor').toEqual(seen.sort());
	}
});

test('lists show exactly the rooms that may be found, to everyone of the cast and to visitors', async ({
	cast,
}) => {
	await cast.as('amara', (tx) => changeState(tx, { roomId: cast.room('afterSchoolRoom'), state: 'closed' }));
	await cast.as('amara', (tx) => changeState(tx, { roomId: cast.room('lateTable'), state: 'resting' }));
	const which = Object.keys(rooms) as (keyof typeof rooms)[];

	for (const handle of [null, ...(Object.keys(people) as Handle[])]) {
		const viewer = await cast.viewer(handle);
		const listed = await cast.world.db
			.selectFrom('room')
			.select('name')
			.where((where) => roomVisibleTo(where, viewer))
			.execute();
		const found: string[] = [];
		for (const room of which)
			if (!mayInRooms.find(await cast.roomStanding(handle, room)).refused)
				found.push(rooms[room].details.name);
		expect(listed.map(({ name }) => name).sort(), handle ?? 'a visitor').toEqual(found.sort());
	}
});
