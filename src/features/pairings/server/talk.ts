import { notBetween } from '#features/blocks/server/index.ts';
import {
	editMessage,
	type Editing,
	postMessage,
	readUpTo,
	resonate,
	type Home,
	type Saying,
} from '#features/conversations/server/index.ts';
import type { Resonance } from '#features/conversations/message.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { PairingId } from '../pairing.ts';
import { may } from '../policy.ts';
import { standingIn } from './standing.ts';

const actorIn = async (tx: Tx, pairingId: PairingId) =>
	standingIn(tx.db, pairingId, (await viewerById(tx.db, tx.actor)) ?? null);

export const say = (tx: Tx, { pairingId, ...saying }: { pairingId: PairingId } & Saying) =>
	postMessage(tx, pairingId, saying, async () => {
		const ruling = may.speak(await actorIn(tx, pairingId));
		return () => ruling;
	});

export const answerQuietly = (
	tx: Tx,
	{ pairingId, ...quietly }: { pairingId: PairingId; place: number; kind: Resonance },
) => resonate(tx, pairingId, quietly, async () => may.speak(await actorIn(tx, pairingId)));

export const sayDifferently = (tx: Tx, { pairingId, ...editing }: { pairingId: PairingId } & Editing) =>
	editMessage(tx, pairingId, editing, async () => may.speak(await actorIn(tx, pairingId)));

/** Remembers up to where one of the two has read, for their own devices. */
export async function readSoFar(tx: Tx, { pairingId, place }: { pairingId: PairingId; place: number }) {
	const ruling = may.read(await actorIn(tx, pairingId));
	return ruling.refused ? ruling : readUpTo(tx, pairingId, place);
}

/** What a pairing says of its conversation to those who must reach into every one. */
export const pairingHome: Home = {
	kind: 'pairing',
	isNamed: false,

	async mayRead(db, viewer, id) {
		const who = viewer ? await viewerById(db, viewer) : undefined;
		return may.read(await standingIn(db, id as PairingId, who ?? null));
	},

	async mayWrite(db, viewer, id) {
		return may.speak(await standingIn(db, id as PairingId, (await viewerById(db, viewer)) ?? null));
	},

	/** Nobody holds a talk of two: what waits there is for stewards. */
	mayTend: async () => refuse('not-found'),

	/** It has no name but those of the two. */
	async nameOf(db, id, seenBy) {
		const two = await db
			.selectFrom('alias')
			.select('name')
			.where('conversation_id', '=', id)
			.where((where) => notBetween(where, seenBy, 'alias.person_id'))
			.orderBy('id')
			.execute();
		return two.map(({ name }) => name).join(' · ');
	},

	pathOf: async (_db, id) => `/pairings/${id}`,
};
