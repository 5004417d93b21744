import type { AliasId } from '#features/conversations/conversation.ts';
import type { Resonance } from '#features/conversations/message.ts';
import type { RemovalReason, Settings, Way } from './sitting.ts';

/** What somebody can do at a meeting. What is about a turn or a stage names it, so that a late press changes nothing. */
export type Action =
	| { do: 'knock'; way: Way; private: boolean; wishes: boolean }
	| { do: 'sign' }
	| { do: 'change-way'; way: Way }
	| { do: 'wish'; wishes: boolean }
	| { do: 'leave' }
	| { do: 'finish'; turn: number }
	| { do: 'pass'; turn: number }
	| { do: 'later'; turn: number }
	| { do: 'take'; turn: number }
	| { do: 'hear'; turn: number; who: AliasId }
	| { do: 'resonate'; turn: number; kind: Resonance }
	| { do: 'raise' }
	| { do: 'lower' }
	| { do: 'sign-up' }
	| { do: 'withdraw' }
	| { do: 'return' }
	| { do: 'call-steward' }
	| { do: 'open' }
	| { do: 'admit'; who: AliasId }
	| { do: 'admit-all' }
	| { do: 'settings'; settings: Settings }
	| { do: 'lead' }
	| { do: 'name-co-host'; who: AliasId }
	| { do: 'move-piece'; turn: number }
	| { do: 'move-on'; stage: number; anyway: boolean }
	| { do: 'step-out'; who: AliasId }
	| { do: 'remove'; who: AliasId; because: RemovalReason }
	| { do: 'close' };

export const refusals = [
	'not-here',
	'over',
	'not-open',
	'already-open',
	'paused',
	'removed',
	'observers-not-welcome',
	'not-the-guide',
	'not-a-host',
	'not-your-turn',
	'turn-is-over',
	'stage-is-over',
	'piece-is-out-already',
	'nobody-else-left',
	'come-back-used',
	'listening-today',
	'not-in-this-stage',
	'list-is-full',
	'on-the-list',
	'nobody-there',
	'hand-not-up',
	'somebody-is-out',
	'still-to-come',
	'last-stage',
	'not-yourself',
] as const;
export type CannotDo = (typeof refusals)[number];
