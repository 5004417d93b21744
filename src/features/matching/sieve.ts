import { keysOf } from './counts.ts';
import { musts, type Member } from './member.ts';
import { setOf, setOfThose, type Roster } from './roster.ts';
import type { SharedHours } from './shared-hours.ts';

/**
 * Everybody in a roster who could take a member, room aside: the rules of `feasible.ts`, for thirty-two supporters at once.
 */
export function sieve(member: Member, roster: Roster, shared: SharedHours): Uint32Array {
	const left = setOf(roster, ['open']).slice();

	keep(left, setOf(roster, [`band:${member.ageBand}`]));
	const speaking = member.languages.map(({ language }) => `speaks:${language}:${member.leastFluency}`);
	keep(left, setOf(roster, speaking));
	for (const wish of musts(member)) keep(left, setOf(roster, keysOf(wish)));
	remove(left, setOfThose(roster, [member.id, ...member.avoids]));
	const declining = member.topics.map((topic) => `declines:${topic}`);
	remove(
		left,
		setOf(roster, [`avoids:${member.id}`, ...declining, ...member.ties.map((tie) => `tie:${tie}`)]),
	);
	// An hour or more is two half hours or more.
	if (!member.asynchronous) keep(left, shared.twos, shared.fours, shared.eights);
	return left;
}

function keep(set: Uint32Array, those: Uint32Array, or = those, or2 = or): void {
	for (let word = 0; word < set.length; word++) set[word]! &= those[word]! | or[word]! | or2[word]!;
}

function remove(set: Uint32Array, those: Uint32Array): void {
	for (let word = 0; word < set.length; word++) set[word]! &= ~those[word]!;
}
