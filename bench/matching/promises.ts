import { matchBatch, matchBatchExactly, type Batch, type Terms } from '#features/matching/batch.ts';
import { obstaclesBetween } from '#features/matching/feasible.ts';
import type { Member } from '#features/matching/member.ts';
import { rarityAmong } from '#features/matching/rarity.ts';
import { isIn, rosterOf, setOf, type Roster } from '#features/matching/roster.ts';
import { scarceNeeds, scarceSkills } from '#features/matching/scarcity.ts';
import { score } from '#features/matching/score.ts';
import type { Supporter } from '#features/matching/supporter.ts';
import { burden, standing, thrift, weight } from '#features/matching/weight.ts';
import { neighbourhood, type Neighbourhood } from './small.ts';

/** Looks whether everything that is promised of a batch holds for one made-up neighbourhood, and says what does not. */
export function brokenPromises(random: () => number): string[] {
	const here = neighbourhood(random);
	const roster = rosterOf(here.supporters);
	const terms: Terms = { rarity: rarityAmong(here.members) };
	const near = matchBatch(here.members, roster, terms);
	const exact = matchBatchExactly(here.members, roster, terms);
	if ('refused' in exact) return ['seven people are too many'];

	const worth = worthOfEach(here, roster, terms);
	const best = bestOf(here.supporters, worth);
	const step = 0.016 * meanOf(worth);
	const again = matchBatch(
		shuffled(here.members, random),
		rosterOf(shuffled(here.supporters, random)),
		terms,
	);
	const broken = {
		'nobody who cannot be is paired': [near, exact].every((batch) => allAllowed(here, batch)),
		'nobody carries more than they have room for': [near, exact].every((batch) => withinRoom(here, batch)),
		'everybody is paired once or waits': [near, exact].every((batch) => accountsForAll(here, batch)),
		'a pairing is worth what the rules say': [near, exact].every((batch) => weighsRightly(batch, worth)),
		'exact is the best': exact.certificate.worth === best && exact.certificate.gap === 0,
		'nothing is worth more than the bound': near.certificate.bound >= best - 1e-6,
		'near is near': near.certificate.worth >= best - step * here.members.length - 1e-6,
		'the order of rows changes nothing': same(near, again),
	};
	return Object.entries(broken).flatMap(([promise, kept]) => (kept ? [] : [promise]));
}

/** What each pairing is worth by the rules as they are written down pair by pair; none where they cannot be paired. */
type Worth = Map<string, Map<string, number>>;

function worthOfEach({ members, supporters }: Neighbourhood, roster: Roster, { rarity }: Terms): Worth {
	const scarce = scarceSkills(members, roster);
	return new Map(
		members.map((member) => {
			const able = supporters.filter((supporter) =>
				obstaclesBetween(member, supporter).every((obstacle) => obstacle === 'full'),
			);
			const needless = setOf(roster, [...scarce.difference(new Set(scarceNeeds(member, scarce, roster)))]);
			const worth = able
				.filter((supporter) => supporter.room > 0)
				.map((supporter): [string, number] => {
					const held = isIn(needless, roster.placeOf.get(supporter.id)!) ? thrift(supporter) : 0;
					const fit = score(member, supporter, rarity);
					return [supporter.id, weight(fit, standing(member, able.length), burden(supporter) + held)];
				});
			return [member.id, new Map(worth)];
		}),
	);
}

/** The most that all together can be worth, by trying everything. */
function bestOf(supporters: readonly Supporter[], worth: Worth): number {
	const room = new Map(supporters.map(({ id, room }) => [id as string, room]));
	const members = [...worth.values()];
	const from = (index: number): number => {
		if (index === members.length) return 0;
		let best = from(index + 1);
		for (const [supporter, each] of members[index]!) {
			const left = room.get(supporter)!;
			if (left === 0) continue;
			room.set(supporter, left - 1);
			best = Math.max(best, each + from(index + 1));
			room.set(supporter, left);
		}
		return best;
	};
	return from(0);
}

function allAllowed({ members, supporters }: Neighbourhood, { matches }: Batch): boolean {
	const [asking, offering] = [byId<Member>(members), byId<Supporter>(supporters)];
	return matches.every(
		({ member, supporter }) => obstaclesBetween(asking.get(member)!, offering.get(supporter)!).length === 0,
	);
}

const withinRoom = ({ supporters }: Neighbourhood, { matches }: Batch) =>
	supporters.every(({ id, room }) => matches.filter(({ supporter }) => supporter === id).length <= room);

const accountsForAll = ({ members }: Neighbourhood, { matches, waiting }: Batch) =>
	[...matches.map(({ member }) => member), ...waiting].sort().join() ===
	members
		.map(({ id }) => id)
		.sort()
		.join();

const weighsRightly = ({ matches }: Batch, worth: Worth) =>
	matches.every(({ member, supporter, weight }) => weight === worth.get(member)!.get(supporter)!);

const same = (one: Batch, other: Batch) =>
	JSON.stringify([one.matches, one.waiting]) === JSON.stringify([other.matches, other.waiting]);

function meanOf(worth: Worth): number {
	const all = [...worth.values()].flatMap((each) => [...each.values()]);
	return all.length > 0 ? all.reduce((sum, each) => sum + each, 0) / all.length : 0;
}

const byId = <Of extends { id: string }>(all: readonly Of[]) =>
	new Map(all.map((each) => [each.id as string, each]));

const shuffled = <Of>(all: readonly Of[], random: () => number): Of[] =>
	all
		.map((each) => ({ each, at: random() }))
		.sort((one, other) => one.at - other.at)
		.map(({ each }) => each);
