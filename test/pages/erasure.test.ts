import { expect } from 'vitest';
import { sql } from 'kysely';
import { randomBytes, randomUUID } from 'node:crypto';
import { rooms } from '#cast';
import { verifyAudit } from '#features/audit/server/index.ts';
import { aliasIn } from '#features/conversations/server/index.ts';
import { openCase, takeCase } from '#features/desk/server/index.ts';
import type { BookingId, PairingId } from '#features/pairings/pairing.ts';
import { giveDuty } from '#features/people/server/index.ts';
import { digestOf } from '#features/people/server/sessions.ts';
import { transact, type Database, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { unseal } from '#platform/seal.ts';
import { after, minutes, rightNow } from '#platform/time.ts';
import { test, type App } from '../app.ts';
import type { Client } from '../client.ts';
import { everyPage } from '../crawl.ts';
import { everythingKept } from '../everything-kept.ts';

/** Words nobody else would write, short enough for every field and safe in every form. */
const planted = Array.from({ length: 44 }, () => `mark${randomBytes(5).toString('hex')}`);
let next = 0;
const plant = () => planted[next++]!;

test('forty-four things somebody left everywhere are all in the export, and nowhere after erasing', async ({
	app,
}) => {
	const { client, nickname } = await leaveTraces(app);
	expect(next).toBe(44);

	const told = await (await client.post('/me/export')).text();
	expect(planted.filter((word) => !told.includes(word))).toEqual([]);
	const reader = await app.signInAs('amara');
	const seenBefore = (await everyPage(reader)).map(({ html }) => html).join('\n');
	expect(planted.filter((word) => seenBefore.includes(word)).length).toBeGreaterThan(10);

	const erased = await client.post('/me/erase', { confirm: nickname });
	expect(erased.headers.get('location')).toBe('/');
	await workersRest(app);

	const pages = [...(await everyPage(reader)), ...(await everyPage(app.visitor()))];
	const places: Record<string, string> = {
		'the tables': await everythingKept(app.spine.db),
		'what the keys left still open': await everythingOpened(app),
		'pages of others': pages.map(({ html }) => html).join('\n'),
		'an export of somebody else': await (await reader.post('/me/export')).text(),
		'what it printed': app.printed(),
	};
	const found = Object.entries(places).flatMap(([where, text]) =>
		planted.filter((word) => text.includes(word)).map((word) => `${planted.indexOf(word)} in ${where}`),
	);
	expect(found).toEqual([]);
	expect(places['what the keys left still open']).toContain('The lamp is on');
});

test('what somebody has erased opens nothing any more', async ({ app }) => {
	const client = app.visitor();
	const passphrase = 'a lamp in the window 9';
	await client.post('/sign-up?/passphrase', { nickname: 'Leaving', passphrase, next: '/' });
	const other = client.copy();
	await client.post('/me/erase', { confirm: 'leaving' });

	expect((await other.get('/me')).headers.get('location')).toMatch(/^\/sign-in/);
	const again = await other.post('/sign-in?/passphrase', { nickname: 'Leaving', passphrase, next: '/' });
	expect(again.status).toBe(409);
});

test('why a steward asked to look into a talk goes with them, and the log of it stays whole', async ({
	app,
}) => {
	const { db } = app.spine;
	const [client, nickname, reason] = [
		app.visitor(),
		'Leaving the desk',
		`mark${randomBytes(5).toString('hex')}`,
	];
	const passphrase = 'a lamp in the window 9';
	await done(client.post('/sign-up?/passphrase', { nickname, passphrase, next: '/' }), 200);
	const me = await personOf(app, client);
	const as = <Outcome extends object>(actor: PersonId | null, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now: rightNow() }, operation);
	await as(null, (tx) => giveDuty(tx, { personId: me, duty: 'steward' }));
	const { id } = await db.selectFrom('message').select('id').limit(1).executeTakeFirstOrThrow();
	const opening = { about: `message:${id}`, subjectId: null, ageBand: 'adult', kind: 'report' } as const;
	const { caseId } = await as(null, (tx) =>
		openCase(tx, { ...opening, tier: 1, because: 'reports.because.hurtful' }),
	);
	await as(me, (tx) => takeCase(tx, caseId));
	await done(client.post('/glass/ask', { case: caseId, what: 'talk', minutes: '15', reason }));
	expect(await (await client.post('/me/export')).text()).toContain(reason);
	expect(await everythingOpened(app)).toContain(reason);

	await done(client.post('/me/erase', { confirm: nickname }));
	await workersRest(app);

	expect(await everythingKept(db)).not.toMatch(new RegExp(`${reason}|${me}`));
	expect(await everythingOpened(app)).not.toContain(reason);
	const log = await db.selectFrom('audit_entry').select('kind').execute();
	expect(log.map(({ kind }) => kind)).toContain('break-glass.asked');
	expect((await verifyAudit(db)).whole).toBe(true);
});

/** Signs up, and leaves a word in every feature and field there is. */
async function leaveTraces(app: App) {
	const nickname = plant();
	const client = app.visitor();
	await done(
		client.post('/sign-up?/passphrase', { nickname, passphrase: 'a lamp in the window 9', next: '/' }),
		200,
	);
	await tellAbout(client);
	await done(client.post('/me/wishes?/keep', { call: plant(), matters: plant(), version: '0' }));
	await givePasskey(app, nickname);
	await done(client.post('/me/tokens?/make', { name: plant(), scopes: 'me:read', days: '7' }), 200);
	await askSomebodyToCover(app, client, nickname);

	await proposeListing(app, client, nickname);
	await beThereOneToOne(app, client);
	await dropIn(app, client);
	await done(client.post('/find/saved?/keep', { query: `?q=${encodeURIComponent(plant())}` }));

	const { slug, id } = await app.circle('loss');
	const other = await app.circle('notSureYet');
	await done(client.post(`/circles/${slug}?/observe`));
	await done(client.post('/report', { about: `circle:${id}`, reason: 'hurtful', words: plant() }));
	await done(client.post(`/circles/${slug}?/alias`, { name: plant() }));
	await done(client.post(`/circles/${slug}?/join`));
	await done(client.post(`/circles/${slug}?/accept`, { version: '1' }));
	await talkIn(client, slug);
	await meetIn(app, client, slug);
	await done(client.post(`/circles/${other.slug}?/join`));
	await done(client.post(`/circles/${other.slug}?/accept`, { version: '1' }));
	await done(client.post(`/circles/${other.slug}?/alias`, { name: plant() }));
	await done(say(client, other.slug, plant()));
	return { client, nickname };
}

async function tellAbout(client: Client) {
	const audience = Object.fromEntries(
		['languages', 'pronouns', 'lived', 'words'].map((kind) => [`${kind}Audience`, 'everyone']),
	);
	await done(
		client.post('/me', { ...audience, pronouns: plant(), words: `${plant()} and ${plant()}\n${plant()}` }),
	);
}

/** A key that was named; making one needs a device. */
async function givePasskey({ spine: { db } }: App, nickname: string) {
	const { id } = await db
		.selectFrom('person')
		.select('id')
		.where('nickname', '=', nickname)
		.executeTakeFirstOrThrow();
	await db
		.insertInto('passkey')
		.values({
			id: randomUUID() as never,
			person_id: id,
			credential_id: randomUUID(),
			public_key: Buffer.from('none'),
			counter: 0,
			transports: [],
			name: plant(),
			made_on: '2026-11-22',
		})
		.execute();
}

/** As a supporter who cannot make it, and says why. */
async function askSomebodyToCover({ spine }: App, client: Client, nickname: string) {
	const { db } = spine;
	const { id } = await db
		.selectFrom('person')
		.select('id')
		.where('nickname', '=', nickname)
		.executeTakeFirstOrThrow();
	const now = rightNow();
	await transact(spine, { actor: null, now }, (tx) => giveDuty(tx, { personId: id, duty: 'supporter' }));
	const gap = await db
		.selectFrom('shift')
		.select('id')
		.where('starts_at', '>', now)
		.where(({ not, exists, selectFrom }) =>
			not(exists(selectFrom('sign_up').select('shift_id').whereRef('shift_id', '=', 'shift.id'))),
		)
		.orderBy('starts_at')
		.executeTakeFirstOrThrow();
	await done(client.post('/rota?/sign-up', { shift: gap.id }));
	await done(client.post('/rota?/cover', { shift: gap.id, word: plant() }));
}

/** As an editor of Riverside, who proposes to list something and says why. */
async function proposeListing(app: App, client: Client, nickname: string) {
	const desk = '/keeping/riverside';
	await done((await app.signInAs('rosa')).post(`${desk}?/give`, { nickname, role: 'editor' }));
	await done(client.post(`${desk}/new?kind=workshop`, { name: plant(), word: plant() }));
}

/** As a supporter and as somebody who asks: offers themselves, tells what fits, asks Tam, is paired with him, writes, and asks Idris. */
async function beThereOneToOne(app: App, client: Client) {
	const page = {
		greeting: plant(),
		culture: plant(),
		livedShown: 'everyone',
		languages: 'en',
		formats: 'text',
	};
	await done(client.post('/me/supporting?/page', page));
	await done(client.post('/me/supporting?/open', { open: 'yes' }));
	await done(client.post('/ask?/keep', { languages: 'en', identity: plant() }));

	const { db } = app.spine;
	const asking = async (who: 'tam' | 'tomatoes', avoid: string) => {
		const personId = await app.idOf(who);
		const supporter = db.selectFrom('supporter').select('id').where('person_id', '=', personId);
		const { id } = await supporter.executeTakeFirstOrThrow();
		await done(client.post(`/supporters/${id}?/ask`, { help: 'listen', avoid, language: 'en' }));
		const offers = db.selectFrom('offer').select('id').where('supporter_id', '=', personId);
		return (await offers.orderBy('made_at', 'desc').executeTakeFirstOrThrow()).id;
	};
	const offer = await asking('tam', plant());
	const answer = await (await app.signInAs('tam')).post('/me/supporting?/accept', { offer });
	const pairing = answer.headers.get('location')!;
	const between = { body: plant(), contentNote: '', replyTo: '', clientId: randomUUID() };
	await done(client.post(`${pairing}?/say`, between));
	await asking('tomatoes', plant());
	await done(client.post('/now?/ask', { help: 'company', avoid: plant(), language: 'en' }));
	await meet(app, client, pairing);
}

/** Says roughly where the two meet, writes on their page, and with a third in a session that is on. */
async function meet(app: App, client: Client, pairing: string) {
	const { db } = app.spine;
	await done(client.post(`${pairing}/notes`, { words: plant(), version: '0' }), 303);
	const id = pairing.split('/')[2] as PairingId;
	const now = rightNow();
	const span = { starts_at: after(now, -minutes(5)), ends_at: after(now, minutes(25)) };
	const bookingId = randomUUID() as BookingId;
	const me = await personOf(app, client);
	await db
		.insertInto('booking')
		.values({
			...{ id: bookingId, pairing_id: id, ...span, state: 'held', held_until: after(now, minutes(9)) },
			...{ format: 'in-person', made_by: me, agreed_at: now },
			...{ series_id: null, place: null, place_by: null },
		})
		.execute();
	await db
		.insertInto('booking_person')
		.values({ booking_id: bookingId, person_id: me, ...span })
		.execute();
	await done(client.post(`${pairing}/sessions?/confirm`, { session: bookingId, place: plant() }));
	await done(client.post(`${pairing}?/second`));
	await transact(app.spine, { actor: null, now }, async (tx) => {
		await giveDuty(tx, { personId: await app.idOf('nour'), duty: 'steward' });
		return {};
	});
	const backup = await db.selectFrom('backup').select('id').executeTakeFirstOrThrow();
	await done((await app.signInAs('nour')).post('/beside?/come', { backup: backup.id }));
	const saying = { body: plant(), contentNote: '', replyTo: '', clientId: randomUUID() };
	await done(client.post(`/beside/${backup.id}?/say`, saying));
}

/** Whoever this browser is signed in as. */
async function personOf({ spine: { db } }: App, client: Client) {
	const digest = digestOf(client.cookies.get('s')!);
	const query = db.selectFrom('session').select('person_id').where('digest', '=', digest);
	return (await query.executeTakeFirstOrThrow()).person_id;
}

/** In a room: comes when Tam calls, goes by another name, pins a line, talks to everybody and to one, and keeps a note. */
async function dropIn(app: App, client: Client) {
	const { slug, id } = await app.spine.db
		.selectFrom('room')
		.select(['slug', 'id'])
		.where('name', '=', rooms.kitchen.details.name)
		.executeTakeFirstOrThrow();
	const room = `/rooms/${slug}`;
	await done((await app.signInAs('tam')).post(`${room}/hold?/call`));
	await done(client.post(`${room}?/answer`));
	await done(client.post(`${room}/talk?/alias`, { name: plant() }));
	await done(client.post(`${room}/hold?/pin`, { words: plant() }));
	const saying = { body: plant(), contentNote: plant(), replyTo: '', clientId: randomUUID() };
	await done(client.post(`${room}/talk?/say`, saying));
	await done(client.post(`${room}?/keep`, { words: plant() }));

	const alias = (await aliasIn(app.spine.db, id, await app.idOf('nour')))!.id;
	await done(client.post(`${room}/hold?/aside`, { alias }));
	const aside = await app.spine.db.selectFrom('aside').select('id').executeTakeFirstOrThrow();
	await done((await app.signInAs('nour')).post(`${room}/talk?/begin-aside`, { aside: aside.id }));
	const between = { body: plant(), contentNote: '', replyTo: '', clientId: randomUUID() };
	await done(client.post(`${room}/aside/${aside.id}?/say`, between));
}

/** Plainly, with notes, answering, changed, hidden by a host, and all over a long one. */
async function talkIn(client: Client, slug: string) {
	await done(say(client, slug, plant()));
	await done(say(client, slug, plant(), plant()));
	await done(say(client, slug, `${plant()}\n\n${plant()} https://example.org/${plant()}`, '', '2'));
	const before = await say(client, slug, 'Something to be put differently.');
	const place = /#m(\d+)$/.exec(before.headers.get('location') ?? '')?.[1];
	await done(client.post(`/circles/${slug}/talk/${place}`, { body: plant(), contentNote: plant() }));
	// Somebody new tells how to reach them: it waits to be read.
	const waiting = { body: `${plant()}: call me on 07700 900123`, sure: 'yes', clientId: randomUUID() };
	await done(client.post(`/circles/${slug}/talk?/say`, { ...waiting, contentNote: '', replyTo: '' }));
	for (let more = next; more < 40; more++) await done(say(client, slug, plant()));
}

/** On the private line of a meeting, and as a host for the other hosts. The meeting is still on. */
async function meetIn(app: App, client: Client, slug: string) {
	const meeting = `/circles/${slug}/meeting`;
	const idris = await app.signInAs('idris');
	for (const who of [idris, client])
		await done(who.post(`${meeting}?/come`, { way: 'speaking', private: 'yes' }));
	await done(idris.post(`${meeting}?/act`, { do: 'open' }));
	const to = / name="to" value="([^"]+)"/.exec(await client.read(meeting))![1]!;
	await done(client.post(`${meeting}?/aside`, { to, words: plant() }));
	const { id } = await app.spine.db
		.selectFrom('sitting')
		.innerJoin('circle', 'circle.id', 'sitting.circle_id')
		.innerJoin('alias', 'alias.conversation_id', 'circle.id')
		.select('alias.id')
		.where('circle.slug', '=', slug)
		.orderBy('alias.id', 'desc')
		.executeTakeFirstOrThrow();
	await done(idris.post(`/circles/${slug}/people?/hand-over`, { alias: id }));
	await done(client.post(`${meeting}?/debrief`, { words: plant() }));
}

const say = (client: Client, slug: string, body: string, contentNote = '', replyTo = '') =>
	client.post(`/circles/${slug}/talk?/say`, { body, contentNote, replyTo, clientId: randomUUID() });

async function done(asked: Promise<Response>, status = 303) {
	const answer = await asked;
	if (answer.status !== status) throw new Error(`${answer.url} answered ${answer.status}`);
}

/** Until nothing is left to do now. */
const workersRest = ({ spine: { db } }: App) =>
	expect.poll(() => jobsDue(db), { timeout: 20_000, interval: 200 }).toBe(0);

async function jobsDue(db: Database): Promise<number> {
	const { rows } = await sql<{ due: number }>`
		select count(*)::int as due from graphile_worker._private_jobs where run_at <= now()
	`.execute(db);
	return rows[0]!.due;
}

/** Everything sealed that the keys in the database still open, whatever it was. */
async function everythingOpened({ spine: { db, vault } }: App): Promise<string> {
	const rows = await db.selectFrom('sealing_key').select(['id', 'master', 'wrapped']).execute();
	const keys = rows.map((row) => vault.unwrap(row));
	const messages = await db.selectFrom('message').select(['id', 'body', 'content_note']).execute();
	const about = await db.selectFrom('about').select(['person_id', 'kind', 'told']).execute();
	const asides = await db.selectFrom('aside_line').select(['id', 'words']).execute();
	const debriefs = await db.selectFrom('debrief').select(['id', 'words']).execute();
	const covers = await db.selectFrom('sign_up').select(['shift_id', 'person_id', 'cover_word']).execute();
	const pinned = await db.selectFrom('pinned_topic').select(['id', 'words']).execute();
	const notes = await db.selectFrom('kept_note').select(['id', 'words']).execute();
	const proposals = await db.selectFrom('proposal').select(['id', 'word']).execute();
	const asks = await db.selectFrom('ask').select(['id', 'words']).execute();
	const nowAsks = await db.selectFrom('now_ask').select(['id', 'words']).execute();
	const pages = await db.selectFrom('supporter').select(['person_id', 'page']).execute();
	const shared = await db
		.selectFrom('shared_note_version')
		.select(['pairing_id', 'number', 'words'])
		.execute();
	const reports = await db.selectFrom('report').select(['id', 'mine', 'copy']).execute();
	const places = await db.selectFrom('booking').select(['id', 'place']).execute();
	const afters = await db.selectFrom('session_after').selectAll().execute();
	const looks = await db.selectFrom('look').select(['id', 'reason']).execute();
	const wishes = await db.selectFrom('wishes_version').selectAll().execute();
	const sealed = [
		...looks.map(({ id, reason }) => [reason, `look:${id}:reason`] as const),
		...wishes.map(({ person_id, number, words }) => [words, `wishes:${person_id}:${number}`] as const),
		...proposals.map(({ id, word }) => [word, `keeping:proposal:${id}`] as const),
		...pinned.map(({ id, words }) => [words, `pinned-topic:${id}`] as const),
		...asks.map(({ id, words }) => [words, `ask:${id}`] as const),
		...nowAsks.map(({ id, words }) => [words, `now-ask:${id}`] as const),
		...pages.map(({ person_id, page }) => [page, `supporter-page:${person_id}`] as const),
		...shared.map(({ pairing_id, number, words }) => [words, `shared-note:${pairing_id}:${number}`] as const),
		...reports.map(({ id, mine }) => [mine, `report:${id}:mine`] as const),
		...reports.map(({ id, copy }) => [copy, `report:${id}:copy`] as const),
		...places.map(({ id, place }) => [place, `booking-place:${id}`] as const),
		...afters.map(
			({ booking_id, person_id, words }) => [words, `session-after:${booking_id}:${person_id}`] as const,
		),
		...notes.map(({ id, words }) => [words, `kept-note:${id}`] as const),
		...asides.map(({ id, words }) => [words, `aside:${id}`] as const),
		...debriefs.map(({ id, words }) => [words, `debrief:${id}`] as const),
		...messages.map(({ id, body }) => [body, `message:${id}:body`] as const),
		...messages.map(({ id, content_note }) => [content_note, `message:${id}:note`] as const),
		...covers.map(
			({ shift_id, person_id, cover_word }) => [cover_word, `cover:${shift_id}:${person_id}`] as const,
		),
		...about.map(({ person_id, kind, told }) => [told, `about:${person_id}:${kind}`] as const),
	];
	return sealed
		.flatMap(([bytes, context]) => (bytes ? keys.map((key) => opened(key, bytes, context)) : []))
		.join('\n');
}

function opened(...what: Parameters<typeof unseal>): string {
	try {
		return unseal(...what);
	} catch {
		return '';
	}
}
