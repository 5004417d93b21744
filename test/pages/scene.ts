import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Handle } from '#cast';
import { ready } from '#features/circle-mode/script.ts';
import { act } from '#features/circle-mode/server/act.ts';
import { comeToMeeting } from '#features/circle-mode/server/come-to-meeting.ts';
import { changePlan } from '#features/circle-mode/server/plan.ts';
import type { CircleId } from '#features/circles/circle.ts';
import { askForList, importMeetings, leaveOut } from '#features/directory/server/index.ts';
import { giveDuty } from '#features/people/server/index.ts';
import { askForCover } from '#features/rota/server/cover.ts';
import { signUp } from '#features/rota/server/sign-up.ts';
import { offerSwap } from '#features/rota/server/swap.ts';
import { transact, type Database, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import { stayForYears } from '../../db/at-the-door.ts';
import type { App } from '../app.ts';
import type { Client, Fields } from '../client.ts';
import { lookThroughGlass } from './scene-glass.ts';
import { drawAttention } from './scene-attention.ts';
import { tellStewards } from './scene-desk.ts';
import { lookAtRiverside } from './scene-keeping.ts';
import { askForSomebody } from './scene-asking.ts';
import { haveAWord } from './scene-ladder.ts';
import { formsForHelp, helpAddresses, leaveWishes } from './scene-help.ts';
import { sitTogether } from './scene-now.ts';
import { talkOneToOne } from './scene-pairings.ts';
import { goToTheRooms, type WhichRoom } from './scene-rooms.ts';

/** Who knocks, by what they are to the circle “Long nights”. */
export const roles = [
	'stranger',
	'newcomer',
	'observer',
	'member',
	'paused',
	'host',
	'other-host',
	'steward',
	'coordinator',
	'teen',
	'erased',
] as const;
export type Role = (typeof roles)[number];

/** Four circles for `[circle]`: one anybody finds, one by invitation, one for another age band, and one that is not. */
export type Which = 'open' | 'secret' | 'teens' | 'missing';

export interface Scene {
	people: Record<Role, Client>;
	slugs: Record<Which, string>;
	rooms: Record<WhichRoom, string>;
	pairing: { pairing: string; session: string; startsAt: string };
	/** Every address of a route, by which circle or listing is meant. */
	addresses(route: string): Record<string, string>;
	/** A form that would be accepted from the right person, about things of “Long nights”. */
	form(way: string, route: string): Fields;
	/** Whether anything that people keep has changed since the scene was set. */
	changed(): Promise<boolean>;
	/** Puts everything back as it was. */
	restore(): Promise<void>;
	/** From now on, as it was is as it is now. */
	keep(): Promise<void>;
}

/** The cast, and one of each role at the door. */
export async function setScene(app: App): Promise<Scene> {
	const { spine } = app;
	const asNobody = { actor: null, now: rightNow() };
	const duties = { lolo: 'steward', ximena: 'coordinator' } as const;
	for (const [who, duty] of Object.entries(duties)) {
		const personId = await app.idOf(who as keyof typeof duties);
		await transact(spine, asNobody, (tx) => giveDuty(tx, { personId, duty }));
	}
	const imported = await transact(spine, asNobody, (tx) => importMeetings(tx, { ...listElsewhere }));
	if ('refused' in imported) throw new Error(`The list was refused: ${imported.refused}`);

	const people = {
		stranger: app.visitor(),
		newcomer: await app.signInAs('wren'),
		observer: await app.signInAs('boat'),
		member: await app.signInAs('nour'),
		paused: await app.signInAs('mo'),
		host: await app.signInAs('rosa'),
		'other-host': await app.signInAs('maricarmen'),
		steward: await app.signInAs('lolo'),
		coordinator: await app.signInAs('ximena'),
		teen: await app.signInAs('robin'),
		erased: await somebodyErased(app),
	};
	const nights = await app.circle('nights');
	const slugs = {
		open: nights.slug,
		secret: (await app.circle('keyInLock')).slug,
		teens: (await app.circle('afterSchool')).slug,
		missing: nights.slug.replaceAll(/./g, 'x'),
	};
	await holdMeeting(app, nights.id);
	const evenings = await holdEvenings(app);
	const there = await goToTheRooms(app);
	const riverside = await lookAtRiverside(app);
	const oneToOne = await talkOneToOne(app);
	const asking = await askForSomebody(app);
	const now = await sitTogether(app);
	const word = await haveAWord(app);
	const glass = await lookThroughGlass(app);
	const attention = await drawAttention(app, nights.id);
	const desk = await tellStewards(app);
	const forms = {
		...(await formsFor(app, nights.id)),
		...evenings.forms,
		...there.forms,
		...riverside.forms,
		...oneToOne.forms,
		...asking.forms,
		...now.forms,
		...word.forms,
		...glass.forms,
		...attention.forms,
		...desk.forms,
	};
	const lists = await leaveAList(app);
	const wishedFor = await leaveWishes(app, oneToOne.here.pairing);
	await keepACopy(app);
	let asItWas = await digestOfAll(app);

	return {
		people,
		slugs,
		rooms: there.slugs,
		pairing: oneToOne.here,
		addresses(route) {
			if (route.includes('[circle]'))
				return Object.fromEntries(
					Object.entries(slugs).map(([which, slug]) => [
						which,
						route.replace('[circle]', slug).replace('[place]', '1'),
					]),
				);
			if (route.includes('[room]'))
				return Object.fromEntries(
					Object.entries(there.slugs)
						.filter(([which]) => which !== 'closed' || /^.rooms.\[room\](.talk|$)/.test(route))
						.map(([which, slug]) => [
							which,
							route
								.replace('[room]', slug)
								.replace('[place]', route.includes('[aside]') ? '1' : '2')
								.replace('[aside]', there.aside),
						]),
				);
			if (route.includes('[body]'))
				return {
					there: riverside.address(route),
					missing: riverside.address(route).replace('/keeping/riverside', '/keeping/nowhere'),
				};
			if (route.includes('[listing]'))
				return {
					there: route.replace('[listing]', 'near~tuesday'),
					missing: route.replace('[listing]', 'near~sunday'),
				};
			if (route.includes('[...rest]')) return { '': '/meetings/near~tuesday' };
			if (route.includes('[import]'))
				return {
					there: route.replace('[import]', lists.left),
					missing: route.replace('[import]', lists.service),
				};
			if (route.startsWith('/hsds/') && route.includes('[id]'))
				return {
					there: route.replace('[id]', route.includes('services') ? lists.service : lists.body),
					missing: route.replace('[id]', lists.left),
				};
			if (route.includes('[rota]'))
				return {
					there: route.replace('[rota]', evenings.slug),
					missing: route.replace('[rota]', slugs.missing),
				};
			if (route.includes('[ask]'))
				return {
					there: route.replace('[ask]', asking.askId),
					missing: route.replace('[ask]', lists.left),
				};
			if (route.startsWith('/desk/[case]/wishes') || route.includes('[line]'))
				return helpAddresses(route, wishedFor);
			if (route.includes('[measure]')) return word.addresses(route);
			if (/^.glass.(ask|\[look\])/.test(route)) return glass.addresses(route);
			if (route.includes('[card]'))
				return {
					there: route.replace('[card]', attention.card),
					missing: route.replace('[card]', lists.left),
				};
			if (route.includes('[case]')) return desk.addresses(route);
			if (/\[(supporter|pairing|backup)\]/.test(route)) return oneToOne.addresses(route);
			return { '': route.replace('[token]', 'no-such-token') };
		},
		form: (way, route) => forms[`${route} ${way.replace(/^POST ?/, '')}`.trim()] ?? {},
		changed: async () => (await digestOfAll(app)) !== asItWas,
		restore: () => restoreCopy(app),
		async keep() {
			await sql`drop schema kept cascade`.execute(app.spine.db);
			await keepACopy(app);
			asItWas = await digestOfAll(app);
		},
	};
}

/** A meeting of “Long nights” is on, aloud, and everybody is at it who may be. */
async function holdMeeting({ spine, idOf }: App, circleId: CircleId) {
	const now = rightNow();
	const as = async <Outcome extends object>(who: Handle, operation: (tx: Tx) => Promise<Outcome>) => {
		const done = await transact(spine, { actor: await idOf(who), now }, operation);
		if ('refused' in done) throw new Error(`${who} could not: ${String(done.refused)}`);
	};
	const settings = { admission: 'seated', observers: true, talk: 'aloud' } as const;
	await as('rosa', (tx) => changePlan(tx, { circleId, script: [...ready.sixty], settings }));
	for (const who of ['rosa', 'nour', 'mo', 'boat'] as const)
		await as(who, (tx) => comeToMeeting(tx, { circleId, way: 'speaking', private: true, wishes: false }));
	await as('rosa', (tx) => act(tx, { circleId, action: { do: 'open' } }));
	await as('rosa', (tx) => act(tx, { circleId, action: { do: 'admit-all' } }));
	await stayForYears(spine.db, circleId, now);
}

/** A browser that still has the cookies of somebody who has erased themselves. */
async function somebodyErased(app: App): Promise<Client> {
	const nickname = 'Gone Tomorrow';
	const client = app.visitor();
	await client.post('/sign-up?/passphrase', { nickname, passphrase: 'a lamp in the window 9', next: '/' });
	const asBefore = client.copy();
	const answer = await client.post('/me/erase', { confirm: nickname });
	if (answer.status !== 303) throw new Error(`Erasing answered ${answer.status}.`);
	return asBefore;
}

const listElsewhere = {
	slug: 'near',
	source: 'near.json',
	zone: 'Europe/London',
	text: JSON.stringify([
		{
			name: 'Tuesday table',
			slug: 'tuesday',
			day: 2,
			time: '19:00',
			types: ['O'],
			location: 'The old library',
			formatted_address: '14 Weaver Street, London, UK',
		},
	]),
};

/** A list that somebody looked at and left, and what of the one that is here has an address of its own. */
async function leaveAList({ spine }: App) {
	const as = { actor: null, now: rightNow() };
	const { id: left } = await transact(spine, as, async (tx) => {
		const wanted = { slug: 'far', source: 'far.json', zone: null, content: Buffer.from('[]') };
		const asked = await askForList(tx, wanted);
		await leaveOut(tx, asked.id);
		return asked;
	});
	const { id: service, body } = await spine.db
		.selectFrom('listing')
		.select(['id', 'service_body_id as body'])
		.where('slug', '=', 'tuesday')
		.executeTakeFirstOrThrow();
	return { left, service, body: body! };
}

export const circleForm = {
	name: 'A name for a circle',
	about: 'For evenings that are long.',
	topics: 'sleep',
	language: 'en',
	structure: 'informal',
	venue: 'online',
	capacity: '8',
	joining: 'open',
	observersWelcome: 'yes',
	ageBand: 'adult',
	agreements: 'What is said here stays here.',
};

async function formsFor(app: App, circleId: CircleId): Promise<Record<string, Fields>> {
	const { db } = app.spine;
	const aliasOf = async (who: 'tomatoes' | 'tam' | 'rosa') => {
		const personId = await app.idOf(who);
		const row = await db
			.selectFrom('alias')
			.select('id')
			.where('conversation_id', '=', circleId)
			.where('person_id', '=', personId)
			.executeTakeFirstOrThrow();
		return row.id;
	};
	const idIn = async (table: 'meeting' | 'schedule') => {
		const row = await db
			.selectFrom(table)
			.select('id')
			.where('circle_id', '=', circleId)
			.executeTakeFirstOrThrow();
		return row.id as string;
	};
	const rosas = await db
		.selectFrom('session')
		.select('id')
		.where('person_id', '=', await app.idOf('rosa'))
		.executeTakeFirstOrThrow();
	const [sitter, waiter, host] = [await aliasOf('tomatoes'), await aliasOf('tam'), await aliasOf('rosa')];
	const passkey = { passkey: 'null', next: '/' };
	const passphrase = 'a lamp in the window 9';
	const circle = '/circles/[circle]';
	return {
		'/circles/new': circleForm,
		[`${circle} ?/accept`]: { version: '1' },
		[`${circle} ?/alias`]: { name: 'Somebody' },
		[`${circle}/meeting ?/come`]: { way: 'text', private: 'yes' },
		[`${circle}/meeting ?/act`]: { do: 'raise' },
		[`${circle}/meeting ?/say`]: { body: 'A word.', clientId: '0198c0de-0000-7000-8000-000000000002' },
		[`${circle}/meeting ?/aside`]: { to: host, words: 'A quiet word.' },
		[`${circle}/meeting ?/accept`]: { version: '1' },
		[`${circle}/meeting ?/how`]: { heard: '3' },
		[`${circle}/meeting ?/debrief`]: { words: 'It went well.' },
		[`${circle}/meeting/plan`]: {
			...{ change: 'save', admission: 'ask', talk: 'text', kind: 'aftercare' },
			...{ minutes: '5', turn: '0', slots: '0', words: '', notes: '', text: '' },
		},
		[`${circle}/people ?/answer`]: { waiter, answer: 'yes' },
		[`${circle}/people ?/pause`]: { alias: sitter, hours: '4' },
		[`${circle}/people ?/hand-over`]: { alias: sitter },
		[`${circle}/settings ?/details`]: circleForm,
		[`${circle}/settings ?/meetings`]: {
			every: 'once',
			since: '2030-01-01',
			at: '10:00',
			minutes: '60',
			zone: 'Europe/London',
		},
		[`${circle}/settings ?/call-off`]: { meeting: await idIn('meeting') },
		[`${circle}/settings ?/end`]: { schedule: await idIn('schedule') },
		[`${circle}/settings ?/state`]: { state: 'resting' },
		[`${circle}/talk ?/say`]: { body: 'A word.', clientId: '0198c0de-0000-7000-8000-000000000001' },
		[`${circle}/talk ?/accept`]: { version: '1' },
		[`${circle}/talk ?/resonate`]: { place: '2', kind: 'with-you' },
		[`${circle}/talk ?/read`]: { place: '1' },
		[`${circle}/talk ?/remove`]: { place: '1' },
		[`${circle}/talk ?/hide`]: { place: '2', because: 'against-agreements' },
		[`${circle}/talk ?/show`]: { place: '17' },
		[`${circle}/talk/[place]`]: { body: 'Another word.', contentNote: '' },
		...formsForHelp,
		'/demo': { person: await app.idOf('fern') },
		'/discreet': { discreet: 'yes', from: '/' },
		'/find/saved ?/keep': { query: '?q=quiet' },
		'/find/saved ?/forget': { search: rosas.id },
		'/language': { locale: 'en', from: '/' },
		'/me/blocks/new': { who: `alias:${host}` },
		'/me/blocks ?/unblock': { block: rosas.id },
		'/me': {
			languagesAudience: 'everyone',
			pronounsAudience: 'everyone',
			livedAudience: 'everyone',
			wordsAudience: 'everyone',
			words: 'Awake too.',
		},
		'/me/account ?/nickname': { nickname: 'Another nickname' },
		'/me/account ?/settings': { locale: 'en', zone: 'UTC', theme: 'dark' },
		'/me/account ?/passphrase': { newPassphrase: passphrase },
		'/me/confirm ?/passphrase': { passphrase, next: '/' },
		'/me/confirm ?/passkey': passkey,
		'/me/erase': { confirm: 'Somebody else' },
		'/me/passkeys ?/add': passkey,
		'/me/passkeys ?/name': { id: rosas.id, name: 'A key' },
		'/me/passkeys ?/remove': { id: rosas.id },
		'/me/tokens ?/make': { name: 'A program', scopes: 'me:read', days: '90' },
		'/me/tokens ?/revoke': { token: rosas.id },
		'/me/sessions ?/end': { session: rosas.id },
		'/organisation/lists ?/read': { address: 'http://127.0.0.1:1/list.json' },
		'/organisation/lists ?/often': { slug: 'near', every: 'never' },
		'/organisation/lists/[import] ?/take': { basis: '' },
		'/organisation ?/change': { name: 'Weaver Street', crisisPolicy: 'None.', locale: 'en' },
		'/organisation ?/give': { nickname: 'Wren', duty: 'host' },
		'/organisation ?/take': { person: await app.idOf('tam'), duty: 'host' },
		'/organisation/words ?/keep': { phrases: 'kettle\ntea' },
		'/organisation/words ?/remove': { id: await aSynonym(app) },
		'/recover': { code: 'AAAA-BBBB', passphrase: '' },
		'/sign-in ?/passphrase': { nickname: 'Nobody at all', passphrase, next: '/' },
		'/sign-in ?/passkey': passkey,
		'/sign-up ?/passphrase': { nickname: 'Somebody new', passphrase, next: '/' },
		'/sign-up ?/passkey': { nickname: 'Somebody new', ...passkey },
		'/sign-up/code': { code: 'not a code' },
		'/sign-up/passkey': { nickname: 'Somebody new' },
		'/try/none': { topic: 'grief', language: 'en' },
	};
}

/** One that Hearten comes with, once the worker has brought it in. */
async function aSynonym({ spine: { db } }: App): Promise<string> {
	for (;;) {
		const row = await db.selectFrom('synonym').select('id').limit(1).executeTakeFirst();
		if (row) return row.id;
		await pause(50);
	}
}

/** The steward holds two evenings of the cast’s rota, asks for cover for one, and is asked for the other. */
async function holdEvenings(app: App): Promise<{ slug: string; forms: Record<string, Fields> }> {
	const { db } = app.spine;
	const shifts = await db
		.selectFrom('shift')
		.innerJoin('rota', 'rota.id', 'shift.rota_id')
		.select(['shift.id', 'shift.pattern_id as pattern', 'rota.slug'])
		.where('rota.kind', '=', 'on-call')
		.where('shift.starts_at', '>', rightNow())
		.orderBy('shift.starts_at')
		.limit(30)
		.execute();
	const [far, further] = [shifts[20]!, shifts[21]!];
	const asking = await db
		.selectFrom('sign_up')
		.select(['shift_id', 'person_id'])
		.where('cover_asked_at', 'is not', null)
		.executeTakeFirstOrThrow();
	const [lolo, idris] = [await app.idOf('lolo'), await app.idOf('idris')];
	const idrises = await db
		.selectFrom('sign_up')
		.innerJoin('shift', 'shift.id', 'sign_up.shift_id')
		.innerJoin('rota', 'rota.id', 'shift.rota_id')
		.select('sign_up.shift_id')
		.where('rota.kind', '=', 'on-call')
		.where('sign_up.person_id', '=', idris)
		.where('sign_up.starts_at', '>', rightNow())
		.orderBy('sign_up.starts_at')
		.execute();
	const [first, second] = [idrises[0]!.shift_id, idrises[1]!.shift_id];

	const as = (actor: PersonId, operation: (tx: Tx) => Promise<object>) =>
		transact(app.spine, { actor, now: rightNow() }, operation);
	for (const { id } of [far, further]) await as(lolo, (tx) => signUp(tx, id));
	await as(lolo, (tx) => askForCover(tx, { shiftId: further.id, word: '' }));
	await as(lolo, (tx) => offerSwap(tx, { mine: far.id, theirs: first, askedOf: idris }));
	await as(idris, (tx) => offerSwap(tx, { mine: second, theirs: far.id, askedOf: lolo }));
	const swapOf = async (person: PersonId) => {
		const swap = await db
			.selectFrom('swap')
			.select('id')
			.where('offered_by', '=', person)
			.executeTakeFirstOrThrow();
		return swap.id;
	};

	const rota = '/rota/[rota]';
	const times = { at: '10:00', until: '12:00', expected: '' };
	const limits = { hoursAWeek: '3', nightsAWeek: '1', restHours: '12' };
	const free = shifts[25]!.id;
	const pattern = far.pattern!;
	return {
		slug: far.slug,
		forms: {
			'/rota ?/sign-up': { shift: free },
			'/rota ?/step-back': { shift: far.id },
			'/rota ?/cover': { shift: far.id, word: 'A word.' },
			'/rota ?/keep': { shift: further.id },
			'/rota ?/take': { shift: asking.shift_id, from: asking.person_id },
			'/rota ?/answer': { swap: await swapOf(idris), answer: 'yes' },
			'/rota ?/withdraw': { swap: await swapOf(lolo) },
			'/rota ?/limits': limits,
			'/rota/new': { name: 'Mornings', kind: 'room', zone: 'Europe/London', heldBy: 'steward' },
			[`${rota} ?/sign-up`]: { shift: free },
			[`${rota} ?/hold`]: { pattern },
			[`${rota} ?/hold-no-longer`]: { pattern },
			[`${rota} ?/swap`]: { mine: far.id, theirs: `${second} ${idris}` },
			[`${rota} ?/pattern`]: { every: 'weeks', weekdays: 'MO', since: '2026-01-01', ...times },
			[`${rota} ?/end`]: { pattern },
			[`${rota} ?/add`]: { on: '2030-01-01', ...times },
			[`${rota} ?/call-off`]: { shift: free },
			[`${rota} ?/put-on`]: { shift: free, person: idris, because: 'You offered.' },
			[`${rota} ?/expect`]: { pattern, expected: '30' },
			[`${rota} ?/details`]: { name: 'Mornings', kind: 'room', heldBy: 'steward' },
			[`${rota} ?/limits`]: limits,
		},
	};
}

/** Everything people keep, in an order in which rows can be put back. */
const kept = [
	...[
		'organisation',
		'sealing_key',
		'person',
		'session',
		'token',
		'known_device',
		'passkey',
		'duty',
		'about',
	],
	// What is in the audit log stays there whatever becomes of the scene.
	...[
		'frank_key',
		'conversation',
		'circle',
		'alias',
		'seat',
		'observer',
		'wait',
		'invitation',
		'message',
		'resonance',
	],
	...['schedule', 'meeting', 'reminder', 'meeting_plan', 'sitting', 'aside_line', 'how_it_was', 'debrief'],
	...['rota', 'shift_pattern', 'shift', 'sign_up', 'regular_holder', 'swap'],
	...['shift_limits', 'own_shift_limits', 'calendar_link'],
	...['synonym', 'saved_search'],
	...[
		'room',
		'hold',
		'presence',
		'room_pause',
		'second_call',
		'pinned_topic',
		'aside',
		'kept_note',
		'room_limits',
	],
	...['service_body', 'body_role', 'feed', 'listing', 'listing_version', 'listing_off'],
	...['proposal', 'remark', 'confirmation_link'],
	...['import', 'import_change', 'listed', 'finding', 'coming'],
	...['supporter', 'supporter_hours', 'supporter_exception'],
	...['pairing', 'booking', 'booking_person', 'cancelled_booking', 'ask', 'offer'],
	...['what_fits', 'tried_another', 'asking_task'],
	...['now_ask', 'here_for_talks', 'past_wait', 'talks_change', 'talks_limits'],
	...['unmet_need'],
	...['kept_out', 'house_rule', 'measure', 'measure_effect', 'second_look', 'second_judgement'],
	...['risk_review', 'sums_shown'],
	...['session_reminder', 'slot_wait', 'backup', 'shared_note', 'shared_note_version', 'session_after'],
	...['card', 'held_message', 'contact', 'arriving', 'arrival', 'tuning'],
	...['session_count', 'not_met', 'mentoring', 'notice', 'notice_off'],
	...['desk_case', 'case_apart', 'case_hop', 'case_turn', 'case_hand_over', 'report'],
	...['look', 'look_told'],
	...['wishes', 'wishes_version', 'wishes_look', 'help_line'],
	...['block'],
];

async function keepACopy({ spine: { db } }: App) {
	await sql`create schema kept`.execute(db);
	for (const table of kept)
		await sql`create table ${sql.table(`kept.${table}`)} as table ${sql.table(table)}`.execute(db);
}

/** PostgreSQL’s word for two who wait for each other: here, for a job of the app that is being tested. */
const DEADLOCK = '40P01';

async function restoreCopy(app: App): Promise<void> {
	try {
		await restoreOnce(app);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === DEADLOCK)) throw error;
		await restoreCopy(app);
	}
}

async function restoreOnce({ spine: { db } }: App) {
	restoring ??= restoringOf(db);
	const statements = await restoring;
	await db.transaction().execute((tx) => sql.raw(statements).execute(tx));
}

/** All of it in one journey: it is done after every press that changes anything, and the tables are the same each time. */
let restoring: Promise<string> | undefined;

async function restoringOf(db: Database): Promise<string> {
	const columnsOf = new Map<string, string>();
	for (const table of kept) {
		const columns = await writtenColumns(db, table);
		columnsOf.set(table, columns.map((name) => `"${name}"`).join(', '));
	}
	return [
		// What was done to find somebody is not taken out, but for this.
		'alter table case_hop disable trigger user',
		...kept.toReversed().map((table) => `delete from "${table}"`),
		...kept.map((table) => {
			const columns = columnsOf.get(table)!;
			return `insert into "${table}" (${columns}) select ${columns} from kept."${table}"`;
		}),
		'alter table case_hop enable trigger user',
		'delete from rate_limit',
	].join(';\n');
}

/** What a table is told; the rest it works out for itself. */
async function writtenColumns(db: Database, table: string): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`
		select column_name as name from information_schema.columns
		where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'
	`.execute(db);
	return rows.map(({ name }) => name);
}

/** A page of a room that is only being looked at gives a sign, now and then; that is all it changes. */
const rowOf = (table: string) => (table === 'presence' ? sql`(to_jsonb(t) - 'sign_at')::text` : sql`t::text`);

async function digestOfAll({ spine: { db } }: App): Promise<string> {
	const all = kept.map((table) => {
		const row = rowOf(table);
		return sql`(select md5(coalesce(string_agg(${row}, ',' order by ${row}), '')) from ${sql.table(table)} t)`;
	});
	const { rows } = await sql<{ all: string }>`select ${sql.join(all, sql` || `)} as all`.execute(db);
	return rows[0]!.all;
}
