import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AliasId } from '#features/conversations/conversation.ts';
import { resonances } from '#features/conversations/message.ts';
import type { Action } from './action.ts';
import { decide } from './decide.ts';
import { settle } from './presence.ts';
import { kinds, mannerOf, partsOf, stageOf, type Stage } from './script.ts';
import {
	inOrder,
	isDone,
	newSitting,
	removalReasons,
	sitterOf,
	stageNow,
	takesTurns,
	ways,
	type Settings,
	type Sitting,
	type Who,
} from './sitting.ts';
import { viewFor } from './view.ts';

const begun = new Date('2026-11-22T19:00:00Z');
const names = ['ana', 'ben', 'cy', 'dot', 'eve', 'fay', 'gus', 'hal', 'obs', 'out'] as unknown as AliasId[];
const who = (id: AliasId): Who => {
	const at = names.indexOf(id);
	const role = at < 2 ? 'host' : at < 8 ? 'member' : at === 8 ? 'observer' : 'outsider';
	return { id, role, rank: at };
};

const person = fc.constantFrom(...names);
const small = fc.integer({ min: 0, max: 12 });
const settings: fc.Arbitrary<Settings> = fc.record({
	admission: fc.constantFrom('seated', 'ask'),
	observers: fc.boolean(),
	talk: fc.constantFrom('text', 'aloud'),
});

/** Numbers of turns and stages are told apart as `near`: what the page in front of somebody says, or a little off. */
const action: fc.Arbitrary<Action> = fc.oneof(
	fc.record({
		do: fc.constant('knock' as const),
		way: fc.constantFrom(...ways),
		private: fc.boolean(),
		wishes: fc.boolean(),
	}),
	fc.record({ do: fc.constantFrom('sign', 'leave', 'raise', 'lower', 'sign-up', 'withdraw', 'return') }),
	fc.record({ do: fc.constantFrom('open', 'admit-all', 'lead', 'close', 'call-steward') }),
	fc.record({ do: fc.constant('change-way' as const), way: fc.constantFrom(...ways) }),
	fc.record({ do: fc.constant('wish' as const), wishes: fc.boolean() }),
	fc.record({ do: fc.constantFrom('finish', 'pass', 'later', 'take', 'move-piece'), turn: small }),
	fc.record({ do: fc.constant('hear' as const), turn: small, who: person }),
	fc.record({ do: fc.constant('resonate' as const), turn: small, kind: fc.constantFrom(...resonances) }),
	fc.record({ do: fc.constantFrom('admit', 'name-co-host', 'step-out'), who: person }),
	fc.record({ do: fc.constant('settings' as const), settings }),
	fc.record({ do: fc.constant('move-on' as const), stage: small, anyway: fc.boolean() }),
	fc.record({
		do: fc.constant('remove' as const),
		who: person,
		because: fc.constantFrom(...removalReasons),
	}),
) as fc.Arbitrary<Action>;

const script = fc
	.array(
		fc.constantFrom(...kinds.filter((kind) => kind !== 'aftercare')).map((kind): Stage => ({
			...stageOf(kind, 5, 2, 4),
			text: mannerOf[kind] === 'parts' ? 'One.\nTwo.\nThree.' : '',
		})),
		{ minLength: 1, maxLength: 5 },
	)
	.map((stages) => [...stages, stageOf('aftercare', 5)]);

interface Step {
	by: AliasId;
	action: Action;
	/** Seconds since the one before. */
	later: number;
	/** Whether the page in front of them is a fresh one. */
	fresh: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
	by: person,
	action,
	later: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 60, max: 600 })),
	fresh: fc.integer({ min: 0, max: 9 }).map((die) => die > 0),
});

/** Everybody comes and the meeting is opened; then whatever happens, happens. */
const opening: Step[] = [
	...names.slice(0, 8).map((by, at): Step => ({
		by,
		action: {
			do: 'knock',
			way: at === 5 ? 'listening' : at === 6 ? 'phone' : 'speaking',
			private: true,
			wishes: at === 3,
		},
		later: 1,
		fresh: true,
	})),
	{ by: names[0]!, action: { do: 'open' }, later: 1, fresh: true },
];

interface Moment {
	state: Sitting;
	now: Date;
}

/** Plays the steps, and hands each state to whoever looks, with what made it. */
function play(
	stages: Stage[],
	set: Settings,
	steps: Step[],
	look: (after: Moment, before: Moment, by: Step) => void,
) {
	let moment: Moment = { state: deepFreeze(newSitting(stages, set, begun)), now: begun };
	for (const one of steps) {
		const now = new Date(moment.now.getTime() + one.later * 1000);
		const outcome = decide(moment.state, freshened(one, moment.state), who(one.by), now);
		const state = 'refused' in outcome ? moment.state : deepFreeze(outcome);
		const after = { state, now };
		look(after, moment, one);
		moment = after;
	}
	return moment;
}

function freshened({ action: pressed, fresh }: Step, state: Sitting): Action {
	if (!fresh) return pressed;
	if ('turn' in pressed) return { ...pressed, turn: state.turns.number };
	return pressed.do === 'move-on' ? { ...pressed, stage: state.stage } : pressed;
}

function deepFreeze<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		for (const each of Object.values(value)) deepFreeze(each);
	}
	return value;
}

const meetings = { numRuns: Number(process.env.MODE_RUNS ?? 400) } as const;
const meeting = [script, settings, fc.array(step, { maxLength: 120, size: 'max' })] as const;

describe('over any meeting', () => {
	test('the piece is in exactly one hand of somebody here, or on the table', () => {
		fc.assert(
			fc.property(...meeting, (stages, set, steps) => {
				play(stages, set, [...opening, ...steps], ({ state }) => {
					const { holder, queue, list, lender } = state.turns;
					if (holder) expect(takesTurns(sitterOf(state, holder)!)).toBe(true);
					const places = [holder, lender, ...queue].filter((id) => id !== null);
					expect(new Set(places).size, 'nobody stands in two places').toBe(places.length);
					expect(new Set(list).size).toBe(list.length);
				});
			}),
			meetings,
		);
	});

	test('nobody is skipped without having had the piece, passing, or being away, which is said', () => {
		fc.assert(
			fc.property(...meeting, (stages, set, steps) => {
				play(stages, set, [...opening, ...steps], ({ state }, before) => {
					// Whoever comes while it pauses is given their place when it goes on.
					if (state.phase !== 'running') return;
					const { holder, lender, queue, heard, passed, owed } = state.turns;
					if (mannerOf[stageNow(state).kind] === 'round')
						for (const { id } of inOrder(state))
							expect([holder, lender, ...queue, ...heard, ...passed]).toContain(id);
					for (const id of owed) expect(['away', 'aside']).toContain(sitterOf(state, id)!.where);
					// A stage that ends too soon says for whom.
					if (state.stage > before.state.stage)
						for (const id of before.state.turns.queue)
							if (takesTurns(sitterOf(state, id)!))
								expect(state.said.some((said) => said.what === 'unheard' && said.who.includes(id))).toBe(
									true,
								);
				});
			}),
			meetings,
		);
	});

	test('a stage ends when everybody here acts, however they act', () => {
		fc.assert(
			fc.property(
				...meeting,
				fc.array(fc.constantFrom('finish', 'pass', 'later'), { minLength: 1, maxLength: 40 }),
				(stages, set, steps, presses) => {
					const reached = play(stages, set, [...opening, ...steps], () => {});
					const { now } = reached;
					let state = settle(reached.state, now);
					if (state.phase !== 'running') return;
					let acts = 0;
					const most =
						3 * names.length + partsOf(stageNow(state)).length + state.turns.list.length * names.length + 20;
					while (!isDone(state) && state.phase === 'running') {
						expect(acts, 'it goes on and on').toBeLessThan(most);
						const by = state.turns.holder ?? inOrder(state).find(({ id }) => !had(state, id))!.id;
						const turn = state.turns.number;
						const press = state.turns.holder ? presses[acts % presses.length]! : 'pass';
						let next = decide(state, { do: press, turn }, who(by), now);
						// Whoever can no longer be come back to has to pass or speak.
						if ('refused' in next) next = decide(state, { do: 'pass', turn }, who(by), now);
						if ('refused' in next) throw new Error(`${by} could not ${press}: ${next.refused}`);
						state = next;
						acts++;
					}
				},
			),
			meetings,
		);
	});

	test('whoever guides can always bring it to its end', () => {
		fc.assert(
			fc.property(...meeting, (stages, set, steps) => {
				const reached = play(stages, set, [...opening, ...steps], () => {});
				let state = settle(reached.state, reached.now);
				if (state.phase !== 'running') return;
				for (let stage = state.stage; stage < state.script.length - 1; stage++)
					state = granted(
						decide(state, { do: 'move-on', stage, anyway: true }, who(state.leader!), reached.now),
					);
				state = granted(decide(state, { do: 'close' }, who(state.leader!), reached.now));
				expect(state.phase).toBe('over');
			}),
			meetings,
		);
	});

	test('nothing an outsider does ever changes anything', () => {
		fc.assert(
			fc.property(...meeting, action, (stages, set, steps, wanted) => {
				const { state, now } = play(stages, set, [...opening, ...steps], () => {});
				expect(decide(state, wanted, who(names[9]!), now)).toEqual({ refused: 'not-here' });
			}),
			meetings,
		);
	});

	test('every action in every state is answered, with a plain state or a reason', () => {
		fc.assert(
			fc.property(...meeting, (stages, set, steps) => {
				// Without the opening: also lobbies nobody opens, and everything before anybody has come.
				play(stages, set, steps, ({ state }) => {
					expect(JSON.parse(JSON.stringify(state))).toEqual(state);
				});
			}),
			meetings,
		);
	});

	test('while it runs somebody guides who is here, and nobody is in who was not let in', () => {
		fc.assert(
			fc.property(...meeting, (stages, set, steps) => {
				play(stages, set, [...opening, ...steps], ({ state }) => {
					if (state.phase === 'running') {
						const leader = sitterOf(state, state.leader);
						expect(['here', 'aside']).toContain(leader?.where);
					}
					if (state.phase === 'lobby') expect(state.people.some(({ inside }) => inside)).toBe(false);
				});
			}),
			meetings,
		);
	});

	test('of what is for the eyes of those who guide, nobody else is shown anything', () => {
		const planted = script.map((stages) =>
			stages.map((stage) => ({ ...stage, notes: 'for-the-hosts-eyes' })),
		);
		fc.assert(
			fc.property(planted, settings, fc.array(step, { maxLength: 80, size: 'max' }), (stages, set, steps) => {
				const { state, now } = play(stages, set, [...opening, ...steps], () => {});
				for (const id of names) {
					const view = viewFor(state, who(id), now);
					const text = JSON.stringify(view);
					const sitter = view.me;
					const mayGuide = view.guide !== null;
					expect(text.includes('for-the-hosts-eyes')).toBe(mayGuide);
					if (mayGuide) expect(sitter!.guides || who(id).role === 'host').toBe(true);
					else expect(text).not.toMatch(/airtime|overheard|silent|"waiting":|admission|"sign"/);
					if (view.inside?.timer) expect(mayGuide || view.inside.holder === id).toBe(true);
					if (!view.inside)
						for (const other of names.slice(2))
							if (other !== id && !mayGuide) expect(text).not.toContain(`"${other}"`);
				}
				expect(viewFor(state, null, now)).toMatchObject({
					me: null,
					inside: null,
					guide: null,
					greeters: [],
				});
			}),
			meetings,
		);
	});

	test('once it is over, nothing is left of who said how much, or who was there, but who may still say how it was', () => {
		fc.assert(
			fc.property(...meeting, (stages, set, steps) => {
				const { state } = play(stages, set, [...opening, ...steps], () => {});
				if (state.phase !== 'over') return;
				const { mayAnswer, ...rest } = state;
				expect(mayAnswer.length).toBeLessThanOrEqual(state.attended);
				for (const name of names) expect(JSON.stringify(rest)).not.toContain(`"${name}"`);
			}),
			meetings,
		);
	});
});

function granted<State>(outcome: State): Exclude<State, { refused: string }> {
	if (typeof outcome === 'object' && outcome !== null && 'refused' in outcome)
		throw new Error(`It was refused: ${String(outcome.refused)}`);
	return outcome as Exclude<State, { refused: string }>;
}

const had = ({ turns }: Sitting, id: AliasId) => turns.heard.includes(id) || turns.passed.includes(id);
