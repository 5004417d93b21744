import { expect, test } from 'vitest';
import { check } from './check.ts';
import type { Deed, Entry, Heard, Kept } from './history.ts';

const well = {
	acknowledged: 3,
	lost: 0,
	doubled: 0,
	resurrected: 0,
	gaps: 0,
	overtaken: 0,
	disordered: 0,
	differing: 0,
	clients: 1,
};

const did = (type: Entry['type'], deed: Deed, place?: number): Entry => ({
	at: 0,
	type,
	process: 'Ana',
	conversation: 'nights',
	deed,
	...(place !== undefined && { place }),
});
const done = (deed: Deed, place?: number) => [did('invoke', deed), did('ok', deed, place)];
const says = (clientId: string): Deed => ({ do: 'say', clientId, body: clientId });

const history = [
	...done(says('a'), 1),
	...done(says('b'), 2),
	...done({ do: 'edit', place: 1, body: 'a, better' }),
	...done(says('c'), 3),
	...done({ do: 'take back', place: 2 }),
];
const messages: Kept['messages'] = [
	{ place: 1, clientId: 'a', state: 'said', body: 'a, better' },
	{ place: 2, clientId: 'b', state: 'gone', body: '' },
	{ place: 3, clientId: 'c', state: 'said', body: 'c' },
];
const heardBy = (over: Partial<Heard> = {}): Heard => ({
	client: 'Ben',
	conversation: 'nights',
	changes: [3, 4, 5],
	shows: new Map(messages.map(({ place, state, body }) => [place, { state, body }])),
	...over,
});
const verdictOn = (
	entries: readonly Entry[],
	kept: Kept['messages'] = messages,
	heard: readonly Heard[] = [heardBy()],
) => check(entries, [{ conversation: 'nights', messages: kept }], heard);

test('a run in which everything was kept is found well', () => {
	expect(verdictOn(history)).toEqual(well);
});

test.each<[string, Partial<typeof well>, ReturnType<typeof verdictOn>]>([
	['a message that is not there', { lost: 1, differing: 1 }, verdictOn(history, messages.slice(0, 2))],
	[
		'an edit that did not stay',
		{ lost: 1, differing: 1 },
		verdictOn(history, [{ ...messages[0]!, body: 'a' }, ...messages.slice(1)]),
	],
	[
		'a message kept twice',
		{ doubled: 1, differing: 1 },
		verdictOn(history, [...messages, { place: 4, clientId: 'c', state: 'said', body: 'c' }]),
	],
	[
		'one message acknowledged in two places',
		{ doubled: 1 },
		verdictOn([...history, did('ok', says('a'), 3)]),
	],
	[
		'a gap',
		{ gaps: 1, lost: 1, differing: 1 },
		verdictOn(history, [...messages.slice(0, 2), { ...messages[2]!, place: 4 }]),
	],
	[
		'something taken back that is there again',
		{ lost: 1, resurrected: 1, differing: 1 },
		verdictOn(history, [messages[0]!, { ...messages[1]!, state: 'said', body: 'b' }, messages[2]!]),
	],
	[
		'a client that still shows what was taken back',
		{ resurrected: 1, differing: 1 },
		verdictOn(history, messages, [
			heardBy({ shows: new Map([...heardBy().shows, [2, { state: 'said', body: 'b' }]]) }),
		]),
	],
	[
		'a client that was told things in another order',
		{ disordered: 1 },
		verdictOn(history, messages, [heardBy({ changes: [3, 5, 4] })]),
	],
	[
		'a message that stands before one acknowledged earlier',
		{ overtaken: 1 },
		verdictOn([...done(says('b'), 2), ...done(says('a'), 1)], messages.slice(0, 2).map(asSaid), []),
	],
])('it finds %s', (_, wrong, verdict) => {
	const counted = Object.fromEntries(
		Object.keys(wrong).map((what) => [what, verdict[what as keyof typeof well]]),
	);
	expect(counted).toEqual(wrong);
});

test('of what never had an answer nothing is promised, either way', () => {
	const open = [
		...history,
		did('invoke', { do: 'edit', place: 3, body: 'c, later' }),
		did('info', says('d')),
	];
	const either = [messages[2]!, { ...messages[2]!, body: 'c, later' }];
	for (const third of either) expect(verdictOn(open, [...messages.slice(0, 2), third], []).lost).toBe(0);
});

function asSaid({ place, clientId }: Kept['messages'][number]) {
	return { place, clientId, state: 'said', body: clientId };
}
