/** Who may do what at the desk, for docs/permissions.md. */
import type { Handle } from '#cast';
import type { Case } from '#features/desk/case.ts';
import type { Standing } from '#features/desk/policy.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** Of something that Nour told stewards, about Mo; Henk is a steward. */
export async function atDesk(cast: Neighbourhood): Promise<[string, Standing][]> {
	const { now } = cast.world;
	const [henk, mo, nour] = [cast.idOf('henk'), cast.idOf('mo'), cast.idOf('nour')];
	const told: Case = {
		...{ id: henk as never, about: 'message:1', kind: 'report', tier: 2, state: 'open', subjectId: mo },
		...{ reporterIds: [nour], apartIds: [], takenBy: null, secondId: null, ageBand: 'adult' },
		...{ openedAt: now, tierSince: now, settledAt: null },
	};
	const standing = async (who: Handle | null, more: Partial<Case> = {}): Promise<Standing> => ({
		viewer: await cast.viewer(who),
		case: { ...told, ...more },
	});
	const other = cast.idOf('amara');
	const coordinator = { id: other, ageBand: 'adult', duties: ['coordinator'] } as const;
	return [
		['a visitor', await standing(null)],
		['somebody signed in', await standing('wren')],
		['whoever told', await standing('nour')],
		['whoever it is about', await standing('mo')],
		['a supporter', await standing('tam')],
		['a coordinator', { ...(await standing('amara')), viewer: coordinator }],
		['a steward', await standing('henk')],
		['a steward, of another age band', await standing('henk', { ageBand: '13-17' })],
		['a steward, about themselves', await standing('henk', { subjectId: henk })],
		['a steward who told of it', await standing('henk', { reporterIds: [henk] })],
		['a steward who decided before', await standing('henk', { kind: 'appeal', apartIds: [henk] })],
		['whoever has it', await standing('henk', { takenBy: henk })],
		['another steward, when somebody has it', await standing('henk', { takenBy: other })],
		['the second person', await standing('henk', { takenBy: other, secondId: henk })],
		['another steward, when two have it', await standing('henk', { takenBy: other, secondId: nour })],
		['whoever had it, when it is settled', await standing('henk', { takenBy: henk, state: 'kept' })],
		['a steward, when there is no such case', { ...(await standing('henk')), case: undefined }],
	];
}
