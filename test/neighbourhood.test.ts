/** What the cast sees of each other: the questions that pages ask, asked about people whom everybody here knows. */
import { expect } from 'vitest';
import { circles, people } from '#cast';
import { endpoints, personal as everyFeature } from '#composition';
import {
	aliasIn,
	conversationTopic,
	messageLineAt,
	messageReportable,
	messagesBefore,
	pageOf,
	type ReaderOfLines,
} from '#features/conversations/server/index.ts';
import { changeAlias } from '#features/circles/server/change-alias.ts';
import { hideMessage, showMessage } from '#features/circles/server/hide-message.ts';
import { holdsInvitation, invite } from '#features/circles/server/invitations.ts';
import { circleHome } from '#features/circles/server/index.ts';
import { stopObserving } from '#features/circles/server/observe-circle.ts';
import {
	circleBySlug,
	circleIdOf,
	circlesFor,
	circlesOf,
	countsIn,
	meetingsAhead,
	meetingsOf,
	meetingsSoon,
	requestsIn,
	schedulesOf,
	sittersIn,
	toldIn,
	topicsInUse,
} from '#features/circles/server/queries.ts';
import {
	beginSession,
	changePassphrase,
	changeSettings,
	erasePerson,
	exportPerson,
	hashPassphrase,
	namePasskey,
	proveOneself,
	signedInBy,
	waysIn,
} from '#features/people/server/index.ts';
import { after, days } from '#platform/time.ts';
import type { Bearer } from '#features/access/token.ts';
import { test } from './neighbourhood.ts';

const nobody = { personId: null, aliasId: undefined, host: false };

test('the list of circles is filtered by topic, language and words, and never shows one by invitation', async ({
	cast,
}) => {
	const { db, now } = cast.world;
	const names = async (finding: Parameters<typeof circlesFor>[2]) =>
		(await circlesFor(db, null, finding, now)).circles.map(({ name }) => name);

	expect(await names({ topic: 'grief' })).toEqual([circles.loss.details.name]);
	expect(await names({ language: 'es' })).toEqual([circles.sobremesa.details.name]);
	expect(await names({ words: 'LAMP' })).toEqual([circles.nights.details.name]);
	expect(await names({ words: '100%_\\' })).toEqual([]);
	expect(await names({})).not.toContain(circles.keyInLock.details.name);
	expect((await topicsInUse(db, null)).map(({ topic }) => topic)).not.toContain('childhood');
});

test('everyone finds their own circles, and how they are there', async ({ cast }) => {
	const { db, now } = cast.world;

	const boats = await circlesOf(db, cast.idOf('boat'), now);
	expect(boats.map(({ name, waitState }) => [name, waitState])).toEqual([
		[circles.loss.details.name, null],
		[circles.nights.details.name, null],
		[circles.mornings.details.name, 'asked'],
	]);
	expect(
		(await circlesOf(db, cast.idOf('wren'), now)).map(({ role, waitState }) => role ?? waitState),
	).toEqual(['member', 'waiting', 'member']);
});

test('a full circle tells how many sit, wait and sit in, and only its people who they are', async ({
	cast,
}) => {
	const { db } = cast.world;
	const nights = cast.circle('nights');

	expect(await countsIn(db, nights)).toEqual({ seats: 8, hosts: 2, observers: 1, waiting: 2 });
	expect((await sittersIn(db, nights, null)).map(({ name }) => name)).toContain(people.nour.nickname);
	expect((await requestsIn(db, cast.circle('mornings'), cast.idOf('rosa'))).map(({ name }) => name)).toEqual([
		'Paper Boat',
	]);
});

test('whoever goes by another name in a circle tells nothing about themselves there', async ({ cast }) => {
	const { db, vault } = cast.world;
	const amara = (await cast.viewer('amara'))!;
	const pronounsTold = async (which: 'nights' | 'keyInLock') =>
		Object.values(await toldIn(db, vault, cast.circle(which), { viewer: amara, sharesCircle: true })).map(
			({ pronouns }) => pronouns,
		);

	expect(await pronounsTold('nights')).toContain('they');
	expect(await pronounsTold('keyInLock')).not.toContain('they');
});

test('meetings are told ahead, in order, and only of circles one may find', async ({ cast }) => {
	const { db, now } = cast.world;
	const nights = cast.circle('nights');

	const ahead = (await meetingsAhead(db, nights, now)).map(({ startsAt }) => startsAt.getTime());
	expect(ahead).toHaveLength(6);
	expect(ahead).toEqual(ahead.toSorted((a, b) => a - b));
	expect((await schedulesOf(db, nights)).map(({ rule, at }) => [rule, at.slice(0, 5)])).toEqual([
		['RRULE:FREQ=WEEKLY;BYDAY=TU', '20:30'],
	]);
	const soon = await meetingsSoon(db, null, { from: now, until: after(now, days(7)) });
	expect(soon.map(({ name }) => name)).toContain(circles.nights.details.name);
});

test('a circle is found by its address, and a link opens it for whoever holds it', async ({ cast }) => {
	const { db, now } = cast.world;
	const hidden = cast.circle('keyInLock');
	const { slug } = await db
		.selectFrom('circle')
		.select('slug')
		.where('id', '=', hidden)
		.executeTakeFirstOrThrow();
	const invited = await cast.as('rosa', (tx) => invite(tx, hidden));
	const token = 'token' in invited ? invited.token : '';

	expect((await circleBySlug(db, slug))?.name).toBe(circles.keyInLock.details.name);
	expect(await circleBySlug(db, 'nowhere')).toBeUndefined();
	expect(await holdsInvitation(db, hidden, token, now)).toBe(true);
	expect(await holdsInvitation(db, cast.circle('nights'), token, now)).toBe(false);
	expect(await holdsInvitation(db, hidden, token, after(now, days(15)))).toBe(false);
});

test('a hidden message is gone for members, read by its author and hosts, and can be shown again', async ({
	cast,
}) => {
	const { db, vault } = cast.world;
	const circleId = cast.circle('nights');
	const mo = await aliasIn(db, circleId, cast.idOf('mo'));
	const hidden = (
		await messagesBefore(db, vault, circleId, { personId: null, aliasId: undefined, host: true })
	).find(({ state }) => state === 'hidden')!;
	const as = (reader: ReaderOfLines) => messageLineAt(db, vault, circleId, reader, hidden.place);

	expect(await as(nobody)).toMatchObject({ state: 'hidden', body: '' });
	expect((await as({ personId: cast.idOf('mo'), aliasId: mo!.id, host: false }))?.body).toContain(
		'go for a run',
	);

	await cast.as('rosa', (tx) => showMessage(tx, { circleId, place: hidden.place }));
	expect(await as(nobody)).toMatchObject({ state: 'said', hiddenBecause: '' });
	const again = await cast.as('idris', (tx) =>
		hideMessage(tx, { circleId, place: hidden.place, because: 'asked-by-author' }),
	);
	expect(again).toEqual({ place: hidden.place });
});

test('another name appears on everything one has said, and those who watch are told', async ({ cast }) => {
	const { db, vault } = cast.world;
	const circleId = cast.circle('nights');
	const before = await conversationTopic(circleHome).latest(db, circleId);

	await cast.as('fern', (tx) => changeAlias(tx, { circleId, name: 'Moss' }));

	const authors = (await messagesBefore(db, vault, circleId, nobody)).map(({ author }) => author.name);
	expect(authors).toContain('Moss');
	expect(authors).not.toContain('Fern');
	expect(await conversationTopic(circleHome).latest(db, circleId)).toBeGreaterThan(before);
});

test('whoever stops sitting in can no longer read', async ({ cast }) => {
	const { db, now } = cast.world;
	const admitted = async () =>
		(await conversationTopic(circleHome).admit(db, cast.idOf('boat'), cast.circle('nights'), now)).refused ??
		'yes';

	expect(await admitted()).toBe('yes');
	await cast.as('boat', (tx) => stopObserving(tx, cast.circle('nights')));
	expect(await admitted()).toBe('not-seated');
});

test('a message can be shown to stewards by those who may read it, and by nobody else', async ({ cast }) => {
	const { db, vault, now } = cast.world;
	const { id } = await db
		.selectFrom('message')
		.select('id')
		.where('conversation_id', '=', cast.circle('nights'))
		.where('place', '=', 1)
		.executeTakeFirstOrThrow();

	const shown = await messageReportable([circleHome]).show(db, vault, cast.idOf('mo'), id, now);
	expect(shown).toMatchObject({ authorId: cast.idOf('rosa'), where: circles.nights.details.name });
	expect(shown?.text).toContain('The lamp is on');
	expect(await messageReportable([circleHome]).show(db, vault, cast.idOf('ximena'), id, now)).toBeUndefined();
});

test('whoever erases themselves leaves places in the conversation, and not a word', async ({ cast }) => {
	const { db, vault, now } = cast.world;
	const circleId = cast.circle('nights');
	const tomatoes = cast.idOf('tomatoes');
	const mine = await aliasIn(db, circleId, tomatoes);
	const kept = JSON.stringify(await exportPerson(db, vault, tomatoes, everyFeature, now));
	expect(kept).toContain('Samuel. Sam when he owed me money.');
	expect(kept).toContain('been-there');

	await cast.as('tomatoes', (tx) => erasePerson(tx, tomatoes, everyFeature));

	const lines = await messagesBefore(db, vault, circleId, nobody);
	expect(lines).toHaveLength(circles.nights.conversation!.length);
	expect(lines.filter(({ author }) => author.id === mine!.id).map(({ state }) => state)).toEqual(
		circles.nights.conversation!.filter(({ by }) => by === 'tomatoes').map(() => 'gone'),
	);
	expect(
		(
			await pageOf(db, cast.world.vault, circleId, {
				viewer: null,
				me: mine!.id,
				host: false,
				now: cast.world.now,
				query: new URLSearchParams(),
			})
		).mine,
	).toEqual([]);
	expect((await cast.standing('tam', 'nights')).wait).toMatchObject({ state: 'offered' });
});

test('whoever changes their passphrase proves it, and is signed out elsewhere', async ({ cast }) => {
	const { spine, db, now } = cast.world;
	const sessions = await Promise.all(
		['Firefox', 'Chrome'].map((device) =>
			cast.as('wren', (tx) => beginSession(tx, cast.idOf('wren'), { device, sharedDevice: false })),
		),
	);
	const [here, elsewhere] = await Promise.all(sessions.map(({ token }) => signedInBy(db, token, now)));
	const passphrase = await hashPassphrase('a kettle that sings');

	await cast.as('wren', (tx) => changePassphrase(tx, { passphrase, keep: here!.session.id }));
	await cast.as('wren', (tx) =>
		changeSettings(tx, {
			locale: 'es',
			zone: 'Europe/Madrid',
			theme: 'dark',
			discreet: true,
			writingHints: true,
			country: 'GB',
		}),
	);

	const proof = (typed: string) =>
		proveOneself(spine, here!, { passphrase: typed, address: '203.0.113.7' }, now);
	expect((await proof('a kettle that sings')).refused).toBeUndefined();
	expect((await proof('a kettle that hums')).refused).toBe('passphrase-wrong');
	expect(elsewhere?.nickname).toBe('Wren');
	expect(await signedInBy(db, sessions[1]!.token, now)).toBeUndefined();
	expect(await signedInBy(db, sessions[0]!.token, now)).toMatchObject({
		locale: 'es',
		theme: 'dark',
		discreet: true,
	});
	expect(await waysIn(db, cast.idOf('wren'))).toEqual({ passphrase: true, passkeys: 0 });
});

test('nobody names somebody else’s passkey', async ({ cast }) => {
	const { db, now } = cast.world;
	const passkeyId = (await cast.as('rosa', async (tx) => ({ id: tx.newId<'passkey'>() }))).id;
	await db
		.insertInto('passkey')
		.values({
			id: passkeyId,
			person_id: cast.idOf('rosa'),
			credential_id: 'a-credential',
			public_key: Buffer.alloc(8),
			counter: 0,
			transports: [],
			name: 'Rosa’s phone',
			made_on: now.toISOString().slice(0, 10),
		})
		.execute();
	const name = async () => (await db.selectFrom('passkey').select('name').executeTakeFirstOrThrow()).name;

	await cast.as('mo', (tx) => namePasskey(tx, { passkeyId, name: 'Mine now' }));
	expect(await name()).toBe('Rosa’s phone');
	await cast.as('rosa', (tx) => namePasskey(tx, { passkeyId, name: 'Old phone' }));
	expect(await name()).toBe('Old phone');
});

test('a program finds a circle by its address, reads it page by page, and sees when its people meet', async ({
	cast,
}) => {
	const { db, vault, now } = cast.world;
	const { slug } = await db
		.selectFrom('circle')
		.select('slug')
		.where('id', '=', cast.circle('nights'))
		.executeTakeFirstOrThrow();
	expect(await circleIdOf(db, slug)).toBe(cast.circle('nights'));
	expect(await circleIdOf(db, 'nowhere')).toBeUndefined();
	expect((await meetingsOf(db, cast.idOf('nour'), now)).map(({ name }) => name)).toContain(
		circles.nights.details.name,
	);

	const messages = endpoints.find(
		({ method, path }) => method === 'GET' && path === '/circles/{circle}/messages',
	)!;
	const me = { id: cast.idOf('nour'), ageBand: 'adult', duties: [] } as unknown as Bearer;
	const asked = {
		spine: cast.world.spine,
		db,
		vault,
		now,
		me,
		params: { circle: slug },
		body: undefined,
		transact: undefined!,
	};
	const read = (query: object) => messages.run({ ...asked, query }) as Promise<{ messages: unknown[] }>;
	expect((await read({})).messages.length).toBeGreaterThan(0);
	expect((await read({ after: 0 })).messages.length).toBeGreaterThan(0);
});
