import { expect, test } from 'vitest';
import type { AliasId } from '#features/conversations/conversation.ts';
import { refusals, type Action } from './action.ts';
import { decide } from './decide.ts';
import english from './messages/en.json' with { type: 'json' };
import { QUIET_AFTER, settle } from './presence.ts';
import { stageOf, type Stage } from './script.ts';
import { newSitting, type Role, type Settings, type Sitting, type Way, type Who } from './sitting.ts';
import { viewFor } from './view.ts';

const begun = new Date('2026-11-22T19:00:00Z');
const usual: Settings = { admission: 'seated', observers: true, talk: 'text' };
const id = (name: string) => name as AliasId;

/** A meeting played by hand: who does what, as time goes on. Everybody’s page gives its sign, unless they are quiet. */
class Evening {
	state: Sitting;
	now = begun;
	readonly #circle: Record<string, Role>;
	readonly #quiet = new Set<string>();

	constructor(circle: Record<string, Role>, stages: Stage[], settings = usual) {
		this.#circle = circle;
		this.state = newSitting([...stages, stageOf('aftercare', 5)], settings, begun);
	}

	who(name: string): Who {
		const rank = Object.keys(this.#circle).indexOf(name);
		return { id: id(name), role: this.#circle[name] ?? 'outsider', rank };
	}

	/** What came of it: nothing, or the reason for the no. */
	does(name: string, action: Action): string | undefined {
		const outcome = decide(this.state, action, this.who(name), this.now);
		if ('refused' in outcome) return outcome.refused;
		this.state = outcome;
		return undefined;
	}

	comes(name: string, way: Way = 'speaking', wishes = false) {
		return this.does(name, { do: 'knock', way, private: true, wishes });
	}

	/** Presses a button on the page as it is now. */
	presses(name: string, press: 'finish' | 'pass' | 'later' | 'take' | 'move-piece') {
		return this.does(name, { do: press, turn: this.state.turns.number });
	}

	movesOn(name: string, { anyway = false } = {}) {
		return this.does(name, { do: 'move-on', stage: this.state.stage, anyway });
	}

	goesQuiet(...names: string[]) {
		for (const name of names) this.#quiet.add(name);
	}

	/** Half minutes go by. Whoever is here and not quiet gives a sign. */
	minutes(count: number) {
		for (let half = 0; half < count * 2; half++) {
			this.now = new Date(this.now.getTime() + 30_000);
			for (const { id: each, where } of this.state.people)
				if (where !== 'left' && where !== 'removed' && !this.#quiet.has(each))
					this.does(each, { do: 'sign' });
		}
	}

	get holder() {
		return this.state.turns.holder;
	}

	said(what: string) {
		return this.state.said.filter((said) => said.what === what).map(({ who }) => who);
	}
}

const four = { ana: 'host', ben: 'host', cy: 'member', dot: 'member' } as const;

/** Ana, Ben, Cy and Dot in a round that Ana has opened; the piece is with Ana. */
function round(stages = [stageOf('piece', 20, 2)], circle: Record<string, Role> = four, settings = usual) {
	const evening = new Evening(circle, stages, settings);
	for (const name of Object.keys(circle)) evening.comes(name);
	evening.does('ana', { do: 'open' });
	return evening;
}

test('nobody comes in before a host opens, and the first to arrive owns nothing', () => {
	const evening = new Evening(four, [stageOf('welcome', 3)]);
	evening.comes('cy');
	evening.comes('dot');

	expect(evening.does('cy', { do: 'open' })).toBe('not-a-host');
	expect(evening.does('cy', { do: 'admit', who: id('dot') })).toBe('not-open');
	expect(evening.state.people.every(({ where }) => where === 'waiting')).toBe(true);

	evening.comes('ana');
	expect(evening.does('ana', { do: 'open' })).toBe(undefined);
	expect(evening.state.people.every(({ where }) => where === 'here')).toBe(true);
});

test('fifty arrive early; the host comes, goes and comes back: whoever was not let in stays at the door', () => {
	const crowd = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`guest ${at}`, 'member' as const]));
	const evening = new Evening({ ana: 'host', ...crowd }, [stageOf('welcome', 3)], {
		...usual,
		admission: 'ask',
	});
	for (const name of Object.keys(crowd)) evening.comes(name, 'speaking', true);
	evening.comes('ana');
	evening.does('ana', { do: 'open' });
	const inside = () => evening.state.people.filter((sitter) => sitter.inside).map(({ id: each }) => each);

	expect(inside()).toEqual(['ana']);
	evening.does('ana', { do: 'leave' });
	expect(evening.state.phase).toBe('paused');
	expect(inside()).toEqual(['ana']);

	expect(evening.comes('ana')).toBe(undefined);
	expect(evening.state.phase).toBe('running');
	expect(evening.state.leader).toBe('ana');
	expect(evening.state.settings.admission).toBe('ask');
	expect(inside()).toEqual(['ana']);
	evening.does('ana', { do: 'admit', who: id('guest 7') });
	expect(inside()).toEqual(['guest 7', 'ana']);
});

test('the piece goes round in the order of the circle, and “come back to me” is a later turn', () => {
	const evening = round();
	expect(evening.holder).toBe('ana');
	evening.presses('ana', 'finish');
	evening.presses('ben', 'later');
	evening.presses('cy', 'pass');
	evening.presses('dot', 'finish');

	expect(evening.holder).toBe('ben');
	expect(evening.presses('ben', 'later')).toBe('nobody-else-left');
	evening.presses('ben', 'finish');
	expect(evening.holder).toBe(null);
	expect(viewFor(evening.state, evening.who('ana'), evening.now).guide?.done).toBe(true);
});

test('pressing twice, or on an old page, passes nobody else’s turn', () => {
	const evening = round();
	const turn = evening.state.turns.number;
	expect(evening.does('ana', { do: 'finish', turn })).toBe(undefined);
	expect(evening.does('ana', { do: 'finish', turn })).toBe('turn-is-over');
	expect(evening.does('ben', { do: 'pass', turn })).toBe('turn-is-over');
	expect(evening.holder).toBe('ben');
});

test('when two who guide go on at the same moment, the meeting goes on once', () => {
	const evening = round([stageOf('welcome', 3), stageOf('popcorn', 5), stageOf('closing', 5)]);
	expect(evening.does('ana', { do: 'move-on', stage: 0, anyway: false })).toBe(undefined);
	expect(evening.does('ben', { do: 'move-on', stage: 0, anyway: false })).toBe('stage-is-over');
	expect(evening.state.stage).toBe(1);
});

test('whoever goes quiet with the piece in hand has their turn when they are back', () => {
	const evening = round();
	evening.presses('ana', 'finish');
	evening.presses('ben', 'finish');
	evening.goesQuiet('cy');
	evening.minutes(4);
	expect(evening.holder, 'writing takes a while').toBe('cy');
	evening.minutes(2);

	expect(evening.holder).toBe('dot');
	expect(evening.said('away')).toEqual([['cy']]);
	evening.presses('dot', 'finish');
	expect(evening.holder).toBe(null);

	evening.does('cy', { do: 'sign' });
	expect(evening.holder).toBe('cy');
	expect(evening.said('back')).toEqual([['cy']]);
});

test('a server that was down for an hour has taken no turn from anybody', () => {
	const evening = round();
	evening.presses('ana', 'finish');
	evening.now = new Date(evening.now.getTime() + 60 * 60_000);
	evening.does('dot', { do: 'sign' });
	evening.minutes(1);

	expect(evening.holder).toBe('ben');
	expect(evening.state.people.every(({ where }) => where === 'here')).toBe(true);
	expect(viewFor(evening.state, evening.who('ben'), evening.now).inside?.timer?.over).toBe(false);
});

test('whoever is on the phone is never taken for gone, and those who guide move the piece for them', () => {
	const evening = new Evening(four, [stageOf('piece', 20, 2)]);
	for (const name of ['ana', 'ben', 'dot']) evening.comes(name);
	evening.comes('cy', 'phone');
	evening.does('ana', { do: 'open' });
	evening.presses('ana', 'finish');
	evening.presses('ben', 'finish');
	evening.goesQuiet('cy');
	evening.minutes(30);

	expect(evening.holder).toBe('cy');
	expect(evening.presses('dot', 'move-piece')).toBe('not-the-guide');
	expect(evening.presses('ana', 'move-piece')).toBe(undefined);
	expect(evening.holder).toBe('dot');
});

test('a host who vanishes is followed by the co-host, then by who has sat longest of those who wish', () => {
	const evening = round();
	evening.does('cy', { do: 'wish', wishes: false });
	evening.does('dot', { do: 'wish', wishes: true });
	evening.goesQuiet('ana');
	evening.minutes(7);
	expect(evening.state.leader).toBe('ben');
	evening.does('ben', { do: 'leave' });
	expect(evening.state.leader).toBe('dot');
	expect(evening.state.phase).toBe('running');

	evening.does('ana', { do: 'sign' });
	expect(evening.does('ana', { do: 'lead' })).toBe(undefined);
	expect(evening.state.leader).toBe('ana');
});

test('with nobody to carry on the meeting pauses, keeps every turn, and goes on where it was', () => {
	const evening = round([stageOf('piece', 20, 2)], { ana: 'host', cy: 'member', dot: 'member' });
	evening.presses('ana', 'finish');
	evening.does('ana', { do: 'leave' });
	expect(evening.state.phase).toBe('paused');
	expect(evening.presses('cy', 'finish')).toBe('paused');
	evening.now = new Date(evening.now.getTime() + 20 * 60_000);

	expect(evening.does('dot', { do: 'wish', wishes: true })).toBe(undefined);
	expect(evening.state.phase).toBe('running');
	expect(evening.state.leader).toBe('dot');
	expect(evening.holder).toBe('cy');
	expect(viewFor(evening.state, evening.who('cy'), evening.now).inside?.timer?.over).toBe(false);
});

test('a stage that ends too soon says for whom, and they begin the next round', () => {
	const evening = round([stageOf('opening', 5, 1), stageOf('popcorn', 5), stageOf('closing', 5)]);
	evening.presses('ana', 'finish');
	evening.presses('ben', 'finish');
	expect(evening.movesOn('ana')).toBe('still-to-come');
	evening.movesOn('ana', { anyway: true });
	expect(evening.said('unheard')).toEqual([['cy', 'dot']]);
	evening.movesOn('ana', { anyway: true });
	expect([evening.holder, ...evening.state.turns.queue].slice(0, 2)).toEqual(['cy', 'dot']);
});

test('agreements are read in turn, a paragraph each, by those who do not pass', () => {
	const agreements = {
		...stageOf('agreements', 5, 1),
		text: 'What is said stays.\n\nNobody fixes anybody.\nSilence is fine.',
	};
	const evening = round([agreements]);
	const part = () => viewFor(evening.state, evening.who('dot'), evening.now).inside?.stage.part?.text;
	expect(part()).toBe('What is said stays.');
	evening.presses('ana', 'finish');
	evening.presses('ben', 'pass');
	expect(part()).toBe('Nobody fixes anybody.');
	expect(evening.holder).toBe('cy');
	evening.presses('cy', 'finish');
	evening.presses('dot', 'finish');
	expect(evening.holder).toBe(null);
	expect(part()).toBe(undefined);
});

test('popcorn: the piece lies on the table, and only one hand gets it', () => {
	const evening = round([stageOf('popcorn', 10, 2)]);
	const turn = evening.state.turns.number;
	expect(evening.does('cy', { do: 'take', turn })).toBe(undefined);
	expect(evening.does('dot', { do: 'take', turn })).toBe('turn-is-over');
	expect(evening.presses('dot', 'take')).toBe('piece-is-out-already');
	evening.presses('cy', 'finish');
	for (const name of ['ana', 'ben', 'dot']) evening.presses(name, 'pass');
	expect(viewFor(evening.state, evening.who('ana'), evening.now).guide?.done).toBe(true);
});

test('in a focus the piece can be lent to a raised hand, and comes back', () => {
	const evening = round([stageOf('focus', 20, 10)]);
	evening.does('cy', { do: 'sign-up' });
	expect(evening.holder).toBe('cy');
	evening.does('dot', { do: 'raise' });
	const hear = { do: 'hear', turn: evening.state.turns.number, who: id('dot') } as const;
	expect(evening.does('cy', { ...hear, who: id('ben') })).toBe('hand-not-up');
	expect(evening.does('cy', hear)).toBe(undefined);
	expect(evening.holder).toBe('dot');
	evening.presses('dot', 'finish');
	expect(evening.holder).toBe('cy');
});

test('an example is answered by everybody else in turn, and then comes the next', () => {
	const evening = round([stageOf('example', 20, 3)]);
	evening.does('cy', { do: 'sign-up' });
	evening.does('dot', { do: 'sign-up' });
	expect(evening.holder).toBe('cy');
	evening.presses('cy', 'finish');
	for (const name of ['ana', 'ben', 'dot']) {
		expect(evening.holder).toBe(name);
		evening.presses(name, 'finish');
	}
	expect(evening.holder).toBe('dot');
	expect(evening.state.turns.example).toBe('dot');
});

test('an open mic has as many places as it has', () => {
	const evening = round([stageOf('open-mic', 20, 5, 2)]);
	evening.does('dot', { do: 'sign-up' });
	evening.does('cy', { do: 'sign-up' });
	expect(evening.does('ben', { do: 'sign-up' })).toBe('list-is-full');
	expect(evening.does('dot', { do: 'sign-up' })).toBe('on-the-list');
	evening.presses('dot', 'finish');
	expect(evening.holder).toBe('cy');
});

test('somebody steps out with the co-host, and both have their turn when they are back', () => {
	const evening = round();
	evening.does('ana', { do: 'step-out', who: id('cy') });
	expect(evening.state.aside).toEqual({ who: 'cy', with: 'ben' });
	evening.presses('ana', 'finish');
	expect(evening.holder).toBe('dot');
	evening.does('ben', { do: 'return' });
	evening.presses('dot', 'finish');
	expect(new Set([evening.holder, ...evening.state.turns.queue])).toEqual(new Set(['ben', 'cy']));
});

test('whoever is sent out is told why, as everybody is, and does not come back to this meeting', () => {
	const evening = round();
	expect(evening.does('cy', { do: 'remove', who: id('dot'), because: 'not-safe-here' })).toBe(
		'not-the-guide',
	);
	evening.does('ana', { do: 'remove', who: id('dot'), because: 'not-safe-here' });
	expect(evening.state.said.at(-1)).toMatchObject({
		what: 'removed',
		who: ['dot'],
		because: 'not-safe-here',
	});
	expect(evening.comes('dot')).toBe('removed');
	expect(viewFor(evening.state, evening.who('dot'), evening.now).inside).toBe(null);
});

test('an observer waits to be let in, is seen to be there, and is never given the piece', () => {
	const evening = round([stageOf('piece', 20, 2)], { ...four, owl: 'observer' });
	evening.comes('owl');
	expect(viewFor(evening.state, evening.who('owl'), evening.now).inside).toBe(null);
	evening.does('ana', { do: 'admit', who: id('owl') });
	const seen = viewFor(evening.state, evening.who('dot'), evening.now).inside!.people;
	expect(seen.at(-1)).toMatchObject({ id: 'owl', role: 'observer' });
	expect(evening.does('owl', { do: 'raise' })).toBe('listening-today');
	expect([evening.holder, ...evening.state.turns.queue]).not.toContain('owl');
});

test('where observers are not welcome none comes in', () => {
	const evening = new Evening({ ...four, owl: 'observer' }, [stageOf('welcome', 3)], {
		...usual,
		observers: false,
	});
	expect(evening.comes('owl')).toBe('observers-not-welcome');
	expect(evening.state.people).toEqual([]);
});

test('only the speaker and those who guide are told that a turn is long', () => {
	const evening = round();
	evening.presses('ana', 'finish');
	evening.presses('ben', 'finish');
	evening.minutes(3);
	const timer = (name: string) => viewFor(evening.state, evening.who(name), evening.now).inside?.timer;

	expect(evening.holder).toBe('cy');
	expect(timer('cy')).toMatchObject({ minutes: 2, over: true });
	expect(timer('ana')?.over).toBe(true);
	expect(timer('dot')).toBe(null);
});

test('airtime is for those who guide, adds up while it runs, and ends with the meeting', () => {
	const evening = round();
	evening.minutes(1);
	evening.presses('ana', 'finish');
	evening.minutes(3);
	const guide = () => viewFor(evening.state, evening.who('ana'), evening.now).guide;
	expect(guide()?.airtime).toEqual([
		{ id: 'ana', share: 25 },
		{ id: 'ben', share: 75 },
		{ id: 'cy', share: 0 },
		{ id: 'dot', share: 0 },
	]);
	expect(guide()?.silent).toEqual(['cy', 'dot']);
	evening.movesOn('ana', { anyway: true });
	evening.does('ana', { do: 'close' });
	expect(evening.state.airtime).toEqual({});
	expect(evening.state.attended).toBe(4);
});

test('whoever comes late to a round has a turn in it', () => {
	const evening = new Evening(four, [stageOf('piece', 20, 2)]);
	for (const name of ['ana', 'ben']) evening.comes(name);
	evening.does('ana', { do: 'open' });
	evening.presses('ana', 'finish');
	evening.presses('ben', 'finish');
	expect(evening.holder).toBe(null);
	evening.comes('dot');
	expect(evening.holder).toBe('dot');
});

test('listening today is taking part, and one may begin to speak at any time', () => {
	const evening = new Evening(four, [stageOf('piece', 20, 2)]);
	for (const name of ['ana', 'ben', 'cy']) evening.comes(name);
	evening.comes('dot', 'listening');
	evening.does('ana', { do: 'open' });
	for (const name of ['ana', 'ben', 'cy']) evening.presses(name, 'finish');
	expect(evening.holder).toBe(null);
	evening.does('dot', { do: 'change-way', way: 'text' });
	expect(evening.holder).toBe('dot');
	evening.does('dot', { do: 'change-way', way: 'listening' });
	expect(evening.holder).toBe(null);
});

test('time in which nobody gave a sign is nobody’s absence', () => {
	const evening = round();
	const later = new Date(evening.now.getTime() + QUIET_AFTER * 5);
	expect(settle(evening.state, later).people.every(({ where }) => where === 'here')).toBe(true);
});

test('every no is explained', () => {
	expect(refusals.filter((reason) => !(`mode.refused.${reason}` in english))).toEqual([]);
});
