/** Who may look at somebody’s wishes, for docs/permissions.md. */
import type { Handle } from '#cast';
import type { Ground, Standing } from '#features/wishes/policy.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** At Mo’s wishes, whom Tam supports, and of whom there is a case that Henk has taken. */
export async function lookingAtWishes(cast: Neighbourhood): Promise<[string, Standing][]> {
	const [mo, tam, henk] = [cast.idOf('mo'), cast.idOf('tam'), cast.idOf('henk')];
	const both = { supporter: true, stewards: true };
	const standing = async (
		who: Handle | null,
		ground: Ground,
		mayLook: Standing['mayLook'] = both,
	): Promise<Standing> => ({ viewer: await cast.viewer(who), ownerId: mo, mayLook, ground });
	const pairing = { supporterId: tam, memberId: mo, goesOn: true, isOn: true };
	const talk = (more = {}): Ground => ({ kind: 'talk', pairing: { ...pairing, ...more } });
	const about = { subjectId: mo, isOpen: true, tier: 2, takenBy: [henk, null] };
	const onCase = (more = {}): Ground => ({ kind: 'case', case: { ...about, ...more } });
	return [
		['a visitor', await standing(null, talk())],
		['whose they are, by way of a talk', await standing('mo', talk())],
		['their supporter, while they talk', await standing('tam', talk())],
		['the same, where only stewards may', await standing('tam', talk(), { ...both, supporter: false })],
		['the same, where nobody may', await standing('tam', talk(), { supporter: false, stewards: false })],
		['the same, where nothing was written', await standing('tam', talk(), undefined)],
		['their supporter, between talks', await standing('tam', talk({ isOn: false }))],
		['their supporter, when it is over', await standing('tam', talk({ goesOn: false }))],
		['another supporter', await standing('idris', talk())],
		['a steward, by way of a talk', await standing('henk', talk())],
		['a coordinator', await standing('amara', onCase())],
		['the steward who has taken the case', await standing('henk', onCase())],
		['the second steward', await standing('lolo', onCase({ takenBy: [henk, cast.idOf('lolo')] }))],
		[
			'the same, where only the supporter may',
			await standing('henk', onCase(), { ...both, stewards: false }),
		],
		['another steward', await standing('lolo', onCase())],
		['the steward, where nobody is in danger', await standing('henk', onCase({ tier: 1 }))],
		['the steward, when it is settled', await standing('henk', onCase({ isOpen: false }))],
		['the steward, of a case about somebody else', await standing('henk', onCase({ subjectId: tam }))],
		['somebody who is no steward any more', await standing('tam', onCase({ takenBy: [tam] }))],
	];
}
