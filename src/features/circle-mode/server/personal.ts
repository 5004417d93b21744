import type { AliasId } from '#features/conversations/conversation.ts';
import type { CircleId } from '#features/circles/circle.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Personal } from '#platform/personal.ts';
import { unseal } from '#platform/seal.ts';
import { depart } from '../presence.ts';
import { sitterOf } from '../sitting.ts';
import { debriefOf } from './debrief.ts';
import { asJson, holdMeeting, keep } from './going-on.ts';
import { wordsOf } from './write-aside.ts';

/** What a person said on private lines and told other hosts, and the meetings they are at. How it was is nobody’s. */
export const personal: Personal = {
	feature: 'circle-mode',

	async export(db, vault, personId) {
		const aliases = await aliasesOf(db, personId);
		const keys = await vault.keys(
			db,
			aliases.flatMap(({ key_id }) => key_id ?? []),
		);
		const told = [];
		for (const { id, key_id, circle, circleId } of aliases) {
			const key = key_id ? keys.get(key_id) : undefined;
			const asides = await db
				.selectFrom('aside_line')
				.select(['id', 'words', 'said_at'])
				.where('from_id', '=', id)
				.orderBy('id')
				.execute();
			const debriefs = await db
				.selectFrom('debrief')
				.select(['id', 'words', 'written_on'])
				.where('alias_id', '=', id)
				.orderBy('id')
				.execute();
			const here = await placeNow(db, circleId, id);
			if (asides.length === 0 && debriefs.length === 0 && !here) continue;
			told.push({
				circle,
				here,
				privateLine: asides.map((line) => ({
					at: line.said_at,
					words: key ? unseal(key, line.words, wordsOf(line.id)) : null,
				})),
				debriefs: debriefs.map((line) => ({
					on: line.written_on,
					words: key ? unseal(key, line.words, debriefOf(line.id)) : null,
				})),
			});
		}
		return { told };
	},

	async erase(tx, personId) {
		for (const { id, circleId } of await aliasesOf(tx.db, personId)) {
			await leaveMeeting(tx, circleId, id);
			await tx.db
				.deleteFrom('aside_line')
				.where((where) => where.or([where('from_id', '=', id), where('to_id', '=', id)]))
				.execute();
			await tx.db.deleteFrom('debrief').where('alias_id', '=', id).execute();
		}
	},
};

/** In one order for everybody, so that two who erase themselves never wait for each other crosswise. */
const aliasesOf = (db: Reader, personId: PersonId) =>
	db
		.selectFrom('alias')
		.innerJoin('circle', 'circle.id', 'alias.conversation_id')
		.select(['alias.id', 'alias.key_id', 'circle.name as circle', 'circle.id as circleId'])
		.where('alias.person_id', '=', personId)
		.orderBy('circle.id')
		.execute();

/** What is kept of somebody at the meeting that is on, in words of the state itself. */
async function placeNow(db: Reader, circleId: CircleId, aliasId: AliasId) {
	const row = await db
		.selectFrom('sitting')
		.select('state')
		.where('circle_id', '=', circleId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	const sitter = row?.state && sitterOf(row.state, aliasId);
	return sitter ? { ...sitter, airtime: row.state!.airtime[aliasId] ?? 0 } : undefined;
}

/** Goes from the meeting that is on as somebody who leaves does, and from the lists of those that have ended. */
async function leaveMeeting(tx: Tx, circleId: CircleId, id: AliasId) {
	const going = await holdMeeting(tx, circleId);
	const state = structuredClone(going?.state);
	const sitter = state && sitterOf(state, id);
	if (going && state && sitter) {
		if (state.phase !== 'lobby') depart(state, sitter, 'left', tx.now);
		state.people = state.people.filter((other) => other.id !== id);
		state.said = state.said.filter(({ who }) => !who.includes(id));
		for (const list of ['heard', 'passed', 'later'] as const)
			state.turns[list] = state.turns[list].filter((other) => other !== id);
		delete state.airtime[id];
		await keep(tx, going, state);
	}
	const ended = await tx.db
		.selectFrom('sitting')
		.select(['id', 'state'])
		.where('circle_id', '=', circleId)
		.where('ended_at', 'is not', null)
		.where('state', 'is not', null)
		.execute();
	for (const { id: sittingId, state: husk } of ended)
		if (husk?.mayAnswer.includes(id))
			await tx.db
				.updateTable('sitting')
				.set({ state: asJson({ ...husk, mayAnswer: husk.mayAnswer.filter((other) => other !== id) }) })
				.where('id', '=', sittingId)
				.execute();
}
