import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { after, minutes } from '#platform/time.ts';
import { decideHops, type Chain, type People } from './paging.ts';

const now = new Date('2026-11-22T03:00:00Z');
const [ana, ben, cy, dee] = ['ana', 'ben', 'cy', 'dee'] as PersonId[];
const people: People = { onShift: [ana!], next: [ben!], everybody: [ana!, ben!, cy!], coordinators: [dee!] };
const nobody: People = { onShift: [], next: [], everybody: [], coordinators: [] };
const red: Chain = { tier: 3, step: null, hasFirst: false };

/** The whole chain, while nobody answers: who is asked, and how many minutes after danger was known. */
function unanswered(chain: Chain, who: People, hops: number) {
	const told: string[] = [];
	let [step, at] = [chain.step, now];
	for (let hop = 0; hop < hops; hop++) {
		const decided = decideHops({ ...chain, step }, who, at);
		if (!decided) break;
		const asked = decided.hops.flatMap((each) => each.people);
		told.push(`${(at.getTime() - now.getTime()) / minutes(1)}: ${decided.step} ${asked.join(' ')}`.trim());
		if (!decided.nextAt) break;
		[step, at] = [decided.step, decided.nextAt];
	}
	return told;
}

test('while nobody answers, the next person is asked, then everybody, then coordinators, and never nobody', () => {
	expect(unanswered(red, people, 6)).toEqual([
		'0: on-shift ana',
		'2: next ben',
		'4: everybody ana ben cy',
		'9: coordinators dee',
		'19: again ana ben cy dee',
		'34: again ana ben cy dee',
	]);
	expect(unanswered({ ...red, tier: 2 }, people, 4)).toEqual([
		'0: on-shift ana',
		'15: next ben',
		'30: everybody ana ben cy',
		'60: coordinators dee',
	]);
});

test('where nobody is on shift, somebody is asked all the same, at once, and that nobody was there is written down', () => {
	const night = { ...people, onShift: [], next: [] };
	const decided = decideHops(red, night, now)!;

	expect(decided.hops).toEqual([
		{ step: 'on-shift', people: [] },
		{ step: 'next', people: [] },
		{ step: 'everybody', people: [ana, ben, cy] },
	]);
	expect(decideHops(red, { ...nobody, coordinators: [dee!] }, now)!.step).toBe('coordinators');
});

test('where there is nobody at all, it is tried again a minute later for as long as it takes', () => {
	const decided = decideHops(red, nobody, now)!;

	expect(decided.hops.flatMap((hop) => hop.people)).toEqual([]);
	expect(decided.nextAt).toEqual(after(now, minutes(1)));
	expect(decideHops({ ...red, step: decided.step }, people, now)!.hops[0]!.people).toEqual([
		ana,
		ben,
		cy,
		dee,
	]);
});

test('once somebody has come, others are asked to be the second person, each once', () => {
	const rest = { ...people, onShift: [], everybody: [ben!, cy!] };

	expect(unanswered({ tier: 3, step: 'on-shift', hasFirst: true }, rest, 9)).toEqual([
		'0: next ben',
		'2: everybody ben cy',
	]);
	expect(decideHops({ tier: 3, step: 'again', hasFirst: true }, rest, now)).toBeUndefined();
});

test('without danger nobody is asked to come', () => {
	expect(decideHops({ ...red, tier: 1 }, people, now)).toBeUndefined();
});
