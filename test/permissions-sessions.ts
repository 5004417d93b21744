/** Who may do what around a session, for docs/permissions.md. */
import type { Handle } from '#cast';
import { standingIn as pairingStandingIn } from '#features/pairings/server/index.ts';
import type { Backup } from '#features/sessions/backup.ts';
import type { ComingStanding, Standing } from '#features/sessions/policy.ts';
import type { Session } from '#features/sessions/session.ts';
import { after, hours, minutes } from '#platform/time.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** Of the talk of Mo and Tam, in the middle of a session and at other times. */
export async function aroundSession(cast: Neighbourhood): Promise<[string, Standing][]> {
	const { db, now } = cast.world;
	const { id } = await db.selectFrom('pairing').select('id').executeTakeFirstOrThrow();
	const session = (begins: number): Session => ({
		id: id as never,
		startsAt: after(now, minutes(begins)),
		endsAt: after(now, minutes(begins + 30)),
		format: 'text',
	});
	const standing = async (who: Handle | null, begins = -10): Promise<Standing> => {
		const { viewer, pairing } = await pairingStandingIn(db, id, await cast.viewer(who));
		return { viewer, pairing, session: session(begins), now };
	};
	const mo = await standing('mo');
	return [
		['a visitor, while it is on', await standing(null)],
		['somebody else', await standing('nour')],
		['a steward', await standing('henk')],
		['a coordinator', await standing('amara')],
		['another supporter', await standing('idris')],
		['one of the two', mo],
		['their supporter', await standing('tam')],
		['one of the two, an hour before', await standing('mo', 60)],
		['one of the two, ten minutes after', await standing('mo', -40)],
		['their supporter, ten minutes after', await standing('tam', -40)],
		['their supporter, two hours after', await standing('tam', -150)],
		['their supporter, three weeks after', await standing('tam', -21 * 24 * 60)],
		['one of the two, without a session', { ...mo, session: undefined }],
		[
			'the same, when they have only just come together',
			{ ...mo, session: undefined, pairing: { ...mo.pairing!, beganAt: now } },
		],
		['one of the two, when it has ended between them', { ...mo, pairing: { ...mo.pairing!, endedAt: now } }],
	];
}

/** Of somebody who is asked for: by two who talk, and by a supporter afterwards. */
export async function asComer(cast: Neighbourhood): Promise<[string, ComingStanding][]> {
	const { now } = cast.world;
	const [mo, tam, henk] = [cast.idOf('mo'), cast.idOf('tam'), cast.idOf('henk')];
	const second: Backup = {
		...{ kind: 'second-person', askers: [mo, tam], ageBand: 'adult', comerId: null, cameAt: null },
		...{ endedAt: null, lapsesAt: after(now, minutes(20)), comerMay: false },
	};
	const here: Backup = { ...second, comerId: henk, cameAt: now, comerMay: true };
	const debrief: Backup = { ...second, kind: 'debrief', askers: [tam] };
	const standing = async (who: Handle | null, backup = second, onShift = false): Promise<ComingStanding> => ({
		viewer: await cast.viewer(who),
		onShift,
		apart: false,
		backup,
		now,
	});
	const ended = (ago: number): Backup => ({
		...here,
		cameAt: after(now, -hours(ago + 1)),
		endedAt: after(now, -hours(ago)),
	});
	return [
		['a visitor, when two ask for a second person', await standing(null)],
		['somebody signed in', await standing('nour')],
		['a steward', await standing('henk')],
		['a supporter on shift', await standing('idris', second, true)],
		['a supporter who is not', await standing('idris')],
		['a coordinator', await standing('amara')],
		['a steward, of another age band', await standing('henk', { ...second, ageBand: '13-17' })],
		['a steward, when nobody is asked for any more', await standing('henk', { ...second, lapsesAt: now })],
		['one of the two', await standing('mo')],
		['one of the two, when somebody has come', await standing('mo', here)],
		['whoever has come', await standing('henk', here)],
		['whoever has come, after a block', { ...(await standing('henk', here)), apart: true }],
		['a steward, after a block', { ...(await standing('henk')), apart: true }],
		['whoever has come, when their duty was taken', await standing('henk', { ...here, comerMay: false })],
		['another steward, when somebody has come', await standing('lolo', here)],
		['whoever came, an hour after the end', await standing('henk', ended(1))],
		['whoever came, two days after the end', await standing('henk', ended(48))],
		['one of the two, two days after the end', await standing('mo', ended(48))],
		['a steward, when a supporter asks for a debrief', await standing('henk', debrief)],
		['a coordinator, when a supporter asks for a debrief', await standing('amara', debrief)],
		['a supporter on shift, when another asks for a debrief', await standing('idris', debrief, true)],
		['the supporter who asks', await standing('tam', debrief, true)],
	];
}
