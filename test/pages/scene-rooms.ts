import { rooms } from '#cast';
import { aliasIn } from '#features/conversations/server/index.ts';
import type { RoomId } from '#features/rooms/room.ts';
import { beginAside, offerAside, sayAside } from '#features/rooms/server/asides.ts';
import { answerCall, callSomeone } from '#features/rooms/server/call-someone.ts';
import { comeIn } from '#features/rooms/server/come-in.ts';
import { keepNote } from '#features/rooms/server/keep-note.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import { granted } from '../rooms.ts';
import type { App } from '../app.ts';
import type { Fields } from '../client.ts';

/** Rooms for `[room]`: one that is open, one that is not now, one for another age band, and one that is not. */
export type WhichRoom = 'open' | 'closed' | 'teens' | 'missing';

/**
 * “The kettle is on”, held by Tam and by the steward, who came when Tam called. The member talks aside with the steward;
 * whoever was asked to pause in the circle has only come in.
 */
export async function goToTheRooms(app: App): Promise<{
	slugs: Record<WhichRoom, string>;
	aside: string;
	forms: Record<string, Fields>;
}> {
	const { db } = app.spine;
	const called = (which: keyof typeof rooms) =>
		db
			.selectFrom('room')
			.select(['id', 'slug'])
			.where('name', '=', rooms[which].details.name)
			.executeTakeFirstOrThrow();
	const { id: roomId, slug } = await called('kitchen');
	const as = <Outcome extends object>(actor: PersonId, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now: rightNow() }, operation);
	const [tam, lolo, nour, mo] = [
		await app.idOf('tam'),
		await app.idOf('lolo'),
		await app.idOf('nour'),
		await app.idOf('mo'),
	];

	granted(await as(tam, (tx) => callSomeone(tx, roomId)));
	granted(await as(lolo, (tx) => answerCall(tx, roomId)));
	granted(await as(mo, (tx) => comeIn(tx, { roomId, intent: 'talk', firstTime: false })));
	const alias = (await aliasIn(db, roomId, nour))!.id;
	const { asideId } = granted(await as(lolo, (tx) => offerAside(tx, { roomId, alias })));
	granted(await as(nour, (tx) => beginAside(tx, { roomId, aside: asideId })));
	const saying = { body: 'Thank you.', contentNote: '', replyTo: undefined };
	granted(await as(nour, (tx) => sayAside(tx, { asideId, ...saying, clientId: tx.newId() })));
	granted(await as(lolo, (tx) => sayAside(tx, { asideId, ...saying, clientId: tx.newId() })));
	const { noteId } = granted(await as(nour, (tx) => keepNote(tx, { words: 'One lemon.' })));

	return {
		slugs: {
			open: slug,
			closed: (await called('lateTable')).slug,
			teens: (await called('afterSchoolRoom')).slug,
			missing: slug.replaceAll(/./g, 'x'),
		},
		aside: asideId,
		forms: { ...(await formsIn(app, roomId, asideId)), '/me/notes ?/drop': { note: noteId } },
	};
}

async function formsIn(app: App, roomId: RoomId, asideId: string): Promise<Record<string, Fields>> {
	const { db } = app.spine;
	const aliasOf = async (who: 'idris' | 'tam') => (await aliasIn(db, roomId, await app.idOf(who)))!.id;
	const [idris, tam] = [await aliasOf('idris'), await aliasOf('tam')];
	const topic = await db.selectFrom('pinned_topic').select('id').executeTakeFirstOrThrow();
	const room = '/rooms/[room]';
	const aside = `${room}/aside/[aside]`;
	const details = {
		name: 'A name for a room',
		about: 'For evenings that are long.',
		language: 'en',
		heldBy: 'supporter',
		agreements: 'What is said here stays here.',
		secondAt: '8',
		keepDays: '30',
	};
	const saying = { body: 'A word.', clientId: '0198c0de-0000-7000-8000-000000000002' };
	return {
		'/rooms/new': { ...details, ageBand: 'adult', zone: 'Europe/London' },
		[`${room} ?/in`]: { intent: 'read', firstTime: 'yes' },
		[`${room} ?/keep`]: { words: 'For myself.' },
		[`${room}/talk ?/say`]: saying,
		[`${room}/talk ?/accept`]: { version: '1' },
		[`${room}/talk ?/alias`]: { name: 'Somebody' },
		[`${room}/talk ?/resonate`]: { place: '3', kind: 'with-you' },
		[`${room}/talk ?/read`]: { place: '2' },
		[`${room}/talk ?/remove`]: { place: '2' },
		[`${room}/talk ?/hide`]: { place: '2', because: 'against-agreements' },
		[`${room}/talk ?/show`]: { place: '2' },
		[`${room}/talk ?/corner`]: { corner: 'yes' },
		[`${room}/talk ?/begin-aside`]: { aside: asideId },
		[`${room}/talk ?/end-aside`]: { aside: asideId },
		[`${room}/talk/[place]`]: { body: 'Another word.', contentNote: '' },
		[`${room}/hold ?/stay`]: { stay: '10' },
		[`${room}/hold ?/hand-over`]: { alias: tam },
		[`${room}/hold ?/pause`]: { alias: idris, minutes: '15' },
		[`${room}/hold ?/end-pause`]: { alias: idris },
		[`${room}/hold ?/slow`]: { seconds: '30' },
		[`${room}/hold ?/pin`]: { words: 'A short line' },
		[`${room}/hold ?/unpin`]: { topic: topic.id },
		[`${room}/hold ?/aside`]: { alias: idris },
		[`${room}/hold ?/end-aside`]: { aside: asideId },
		[`${room}/settings ?/details`]: details,
		[`${room}/settings ?/state`]: { state: 'resting' },
		[`${room}/settings ?/limits`]: { keepDays: '20' },
		[`${aside} ?/say`]: saying,
		[`${aside} ?/resonate`]: { place: '1', kind: 'with-you' },
		[`${aside} ?/read`]: { place: '1' },
		[`${aside} ?/remove`]: { place: '1' },
		[`${aside}/[place]`]: { body: 'Another word.', contentNote: '' },
	};
}
