import type { AliasId } from '#features/conversations/conversation.ts';
import { mannerOf, partsOf } from './script.ts';
import {
	inOrder,
	noTurns,
	sharesRound,
	sitterOf,
	stageNow,
	takesTurns,
	type Sitter,
	type Sitting,
} from './sitting.ts';

/*
 * How the piece moves. These change the draft they are handed; `decide` makes the draft.
 */

/** Puts the piece into a hand, or on the table. The turn that ends is added to what its holder has had of the time. */
export function hand(draft: Sitting, to: AliasId | null, now: Date) {
	const { turns, airtime } = draft;
	const at = now.getTime();
	if (turns.holder) airtime[turns.holder] = (airtime[turns.holder] ?? 0) + Math.max(0, at - turns.since);
	turns.holder = to;
	turns.number += 1;
	turns.since = at;
	turns.resonances = [];
	draft.hands = draft.hands.filter((id) => id !== to);
}

/** Moves the piece on: back to its lender, else to the next in the round, else to the next who signed up, else to the table. */
export function handOn(draft: Sitting, now: Date) {
	const { turns } = draft;
	const lender = sitterOf(draft, turns.lender);
	turns.lender = null;
	if (lender && takesTurns(lender)) return hand(draft, lender.id, now);
	const next = nextIn(draft);
	if (next !== null || turns.holder !== null) hand(draft, next, now);
}

function nextIn(draft: Sitting): AliasId | null {
	const { turns } = draft;
	for (let id = turns.queue.shift(); id; id = turns.queue.shift()) {
		const sitter = sitterOf(draft, id);
		if (sitter && takesTurns(sitter)) return id;
		if (sitter && isComingBack(sitter)) turns.owed.push(id);
	}
	turns.example = null;
	const at = turns.list.findIndex((id) => {
		const sitter = sitterOf(draft, id);
		return sitter && takesTurns(sitter);
	});
	if (at < 0) return null;
	const [id = null] = turns.list.splice(at, 1);
	if (stageNow(draft).kind === 'example') turns.example = id;
	return id;
}

/** Begins a stage: with whom the last one ended too soon for, then in the order of the circle. */
export function beginStage(draft: Sitting, stage: number, now: Date) {
	hand(draft, null, now);
	draft.stage = stage;
	draft.stageSince = now.getTime();
	draft.turns = noTurns(draft.turns.number, now);
	draft.hands = [];
	const manner = mannerOf[stageNow(draft).kind];
	if (manner !== 'round' && manner !== 'parts') return;

	const order = inOrder(draft).map(({ id }) => id);
	const first = order.filter((id) => draft.unheard.includes(id));
	draft.turns.owed = draft.people.filter(isComingBack).map(({ id }) => id);
	draft.turns.queue = [...first, ...order.filter((id) => !first.includes(id))];
	draft.unheard = [];
	if (!readToTheEnd(draft)) handOn(draft, now);
}

const isComingBack = (sitter: Sitter) =>
	(sitter.where === 'away' || sitter.where === 'aside') && sharesRound(sitter);

/** The holder has had their turn. */
export function hadTurn(draft: Sitting, now: Date) {
	const { turns } = draft;
	const who = turns.holder!;
	if (turns.lender) return handOn(draft, now);
	if (!turns.heard.includes(who)) turns.heard.push(who);

	const manner = mannerOf[stageNow(draft).kind];
	if (manner === 'parts') {
		turns.part += 1;
		turns.queue = readToTheEnd(draft) ? [] : [...turns.queue, who];
	}
	// An example is answered by everybody else, in turn.
	if (turns.example === who) turns.queue = inOrder(draft).flatMap(({ id }) => (id === who ? [] : [id]));
	handOn(draft, now);
}

const readToTheEnd = (draft: Sitting) =>
	mannerOf[stageNow(draft).kind] === 'parts' && draft.turns.part >= partsOf(stageNow(draft)).length;

/** Takes somebody out of what is still to come, wherever they stand in it. */
export function leaveTurns(draft: Sitting, id: AliasId) {
	const { turns } = draft;
	const without = (ids: AliasId[]) => ids.filter((other) => other !== id);
	turns.queue = without(turns.queue);
	turns.list = without(turns.list);
	turns.owed = without(turns.owed);
	draft.unheard = without(draft.unheard);
	if (turns.lender === id) turns.lender = null;
}

/** Gives somebody who comes, or comes back, their place in what is on, and the turn they are owed. */
export function joinTurns(draft: Sitting, id: AliasId, now: Date) {
	const { turns } = draft;
	const sitter = sitterOf(draft, id);
	if (!sitter || !takesTurns(sitter)) return leaveTurns(draft, id);
	const owed = turns.owed.includes(id);
	turns.owed = turns.owed.filter((other) => other !== id);
	const has = [turns.holder, turns.lender, ...turns.queue, ...turns.list].includes(id);
	const had = turns.heard.includes(id) || turns.passed.includes(id);
	if (!has && (owed || !had)) {
		if (goesRound(draft)) turns.queue.push(id);
		else if (owed && mannerOf[stageNow(draft).kind] === 'list') turns.list.unshift(id);
	}
	if (turns.holder === null) handOn(draft, now);
}

/** Whether the piece is going from one to the next by itself: in a round, a reading, or answers to an example. */
function goesRound(draft: Sitting): boolean {
	const { turns } = draft;
	switch (mannerOf[stageNow(draft).kind]) {
		case 'round':
			return true;
		case 'parts':
			return !readToTheEnd(draft);
		default:
			return turns.example !== null && turns.holder !== turns.example;
	}
}
