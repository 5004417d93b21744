import type { AliasId } from '#features/conversations/conversation.ts';
import { handOn, joinTurns, leaveTurns } from './turns.ts';
import {
	inOrder,
	sitterOf,
	stageNow,
	type RemovalReason,
	type Said,
	type Sitter,
	type Sitting,
} from './sitting.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Without a sign for this long somebody has gone quiet: their page, which comes by itself every half minute, is gone. */
export const QUIET_AFTER = 3 * MINUTE;

/** When nobody at all gives a sign for this long, it is not they who are away but the server, or the night. */
export const SILENCE = 75 * SECOND;

/** What a turn without a timer is given. */
const UNTIMED_TURN = 5 * MINUTE;

const SAID_KEPT = 6;

/*
 * Who is here. These change the draft they are handed; `decide` makes the draft.
 */

export function tell(draft: Sitting, what: Said['what'], who: AliasId[], because?: RemovalReason) {
	const number = (draft.said.at(-1)?.number ?? 0) + 1;
	draft.said = [...draft.said, { number, what, who, ...(because && { because }) }].slice(-SAID_KEPT);
}

/**
 * Brings a sitting up to now: whoever has given no sign is away, and what follows from that. Time in which nobody gave
 * any is nobody’s absence and no part of a turn, so a server that was down for ten minutes takes no turn from anybody.
 * Whoever has the piece is given the length of a turn on top, because writing gives no sign; whoever phones, all evening.
 */
export function settle(sitting: Sitting, now: Date): Sitting {
	const draft = structuredClone(sitting);
	if (draft.phase !== 'running') return draft;

	const at = now.getTime();
	const present = draft.people.filter(({ where }) => where === 'here' || where === 'aside');
	const silence = at - Math.max(...present.map(({ sign }) => sign), draft.stageSince);
	if (silence > SILENCE) pushOn(draft, silence);

	const turn = stageNow(draft).turn * MINUTE || UNTIMED_TURN;
	for (const sitter of present) {
		if (sitter.where !== 'here' || sitter.way === 'phone') continue;
		const patience = QUIET_AFTER + (draft.turns.holder === sitter.id ? turn : 0);
		if (at - sitter.sign > patience) depart(draft, sitter, 'away', now);
	}
	return draft;
}

/** Moves everything that is measured from a moment on by as long as nothing happened. */
export function pushOn(draft: Sitting, milliseconds: number) {
	for (const sitter of draft.people) sitter.sign += milliseconds;
	draft.turns.since += milliseconds;
	draft.stageSince += milliseconds;
}

/** Somebody goes: the piece goes on, their turn waits if they may come back, and somebody else guides if they did. */
export function depart(
	draft: Sitting,
	sitter: Sitter,
	to: 'away' | 'aside' | 'left' | 'removed',
	now: Date,
	because?: RemovalReason,
) {
	const { id } = sitter;
	const mayReturn = to === 'away' || to === 'aside';
	const held = draft.turns.holder === id || draft.turns.lender === id;
	const wasInside = sitter.where !== 'waiting';
	sitter.where = to;
	draft.hands = draft.hands.filter((other) => other !== id);
	if (wasInside && to !== 'aside') tell(draft, to, [id], because);
	if (!mayReturn) leaveTurns(draft, id);
	else if (held && !draft.turns.owed.includes(id)) draft.turns.owed.push(id);
	if (draft.turns.lender === id) draft.turns.lender = null;
	if (draft.turns.holder === id) handOn(draft, now);
	if (!mayReturn && draft.aside && (draft.aside.who === id || draft.aside.with === id)) endAside(draft, now);
	if (draft.coHost === id && to !== 'aside') draft.coHost = null;
	if (draft.leader === id && to !== 'aside') passTheLead(draft, now);
}

/** Somebody is here again, or for the first time. */
export function arrive(draft: Sitting, sitter: Sitter, now: Date) {
	if (sitter.where === 'away') tell(draft, 'back', [sitter.id]);
	sitter.where = 'here';
	sitter.inside = true;
	if (draft.phase === 'paused') {
		if (sitter.role === 'host' || sitter.wishes) passTheLead(draft, now);
		return;
	}
	joinTurns(draft, sitter.id, now);
}

/** Both who had stepped out are back in their places. */
export function endAside(draft: Sitting, now: Date) {
	const { aside } = draft;
	draft.aside = null;
	if (!aside) return;
	const back = [aside.who, aside.with]
		.map((id) => sitterOf(draft, id))
		.filter((one) => one?.where === 'aside');
	for (const sitter of back) {
		sitter!.where = 'here';
		sitter!.sign = now.getTime();
		joinTurns(draft, sitter!.id, now);
	}
	if (back.length > 0)
		tell(
			draft,
			'returned',
			back.map((sitter) => sitter!.id),
		);
}

/**
 * Whoever guided is gone. The co-host carries on, else another host, else whoever has sat here longest of those who said
 * they would. With nobody, the meeting pauses: everything stays as it is until somebody takes it up.
 */
export function passTheLead(draft: Sitting, now: Date) {
	const next = successor(draft);
	draft.leader = next?.id ?? null;
	if (next && draft.coHost === next.id) draft.coHost = null;
	if (next) {
		tell(draft, 'leads', [next.id]);
		if (draft.phase === 'paused') resume(draft, now);
	} else if (draft.phase === 'running') {
		draft.phase = 'paused';
		draft.pausedAt = now.getTime();
		tell(draft, 'paused', []);
	}
}

function successor(draft: Sitting): Sitter | undefined {
	const here = draft.people.filter(({ where }) => where === 'here').sort((a, b) => a.rank - b.rank);
	return (
		here.find(({ id }) => id === draft.coHost) ??
		here.find(({ role }) => role === 'host') ??
		here.find(({ role, wishes }) => role === 'member' && wishes)
	);
}

function resume(draft: Sitting, now: Date) {
	pushOn(draft, Math.max(0, now.getTime() - (draft.pausedAt ?? now.getTime())));
	draft.phase = 'running';
	draft.pausedAt = null;
	for (const sitter of draft.people) sitter.sign = now.getTime();
	tell(draft, 'resumed', []);
	for (const { id } of inOrder(draft)) joinTurns(draft, id, now);
}
