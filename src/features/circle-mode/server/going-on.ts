import { sql } from 'kysely';
import { lendFloor, sittersIn, standingIn } from '#features/circles/server/index.ts';
import type { CircleId } from '#features/circles/circle.ts';
import { aliasIn, holdStill } from '#features/conversations/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { Refused } from '#platform/ruling.ts';
import { meetingEnded, meetingOpened, stewardCalled, topicOf } from '../events.ts';
import { isCalledSteward, type Standing } from '../policy.ts';
import type { Sitting, SittingId, Who } from '../sitting.ts';

/** The meeting of a circle that is going on, lobby included, as it is kept. */
export interface GoingOn {
	id: SittingId;
	circleId: CircleId;
	version: number;
	state: Sitting;
}

export async function goingOn(db: Reader, circleId: CircleId): Promise<GoingOn | undefined> {
	const row = await db
		.selectFrom('sitting')
		.select(['id', 'circle_id as circleId', 'version', 'state'])
		.where('circle_id', '=', circleId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return row?.state ? { ...row, state: row.state } : undefined;
}

/**
 * Holds a circle and its meeting still. The conversation comes first, as everywhere: a word that is being said and the
 * piece that is being passed wait for each other there.
 */
export async function holdMeeting(tx: Tx, circleId: CircleId): Promise<GoingOn | undefined> {
	await holdStill(tx, circleId);
	await tx.db
		.selectFrom('sitting')
		.select('id')
		.where('circle_id', '=', circleId)
		.where('ended_at', 'is', null)
		.forUpdate()
		.execute();
	return goingOn(tx.db, circleId);
}

/** What the rules of meetings look at, about somebody in a circle. */
export async function standingAt(
	db: Reader,
	circleId: CircleId,
	viewer: Viewer | null,
	now: Date,
	going: GoingOn | undefined,
): Promise<Standing> {
	const standing = await standingIn(db, circleId, viewer, now);
	return { ...standing, stewardCalled: going?.state.stewardCalled ?? false };
}

export const standingOfActor = async (tx: Tx, circleId: CircleId, going: GoingOn | undefined) =>
	standingAt(tx.db, circleId, (await viewerById(tx.db, tx.actor)) ?? null, tx.now, going);

/** After everybody with a seat. */
const LAST = 1_000_000;

/** Who somebody is at a meeting; undefined for whoever is nobody in this circle. */
export async function whoIs(db: Reader, circleId: CircleId, standing: Standing): Promise<Who | undefined> {
	const alias = standing.viewer && (await aliasIn(db, circleId, standing.viewer.id));
	if (!alias) return undefined;
	if (isCalledSteward(standing)) return { id: alias.id, role: 'steward', rank: LAST };
	if (!standing.seat) return { id: alias.id, role: standing.observing ? 'observer' : 'outsider', rank: LAST };
	const rank = (await sittersIn(db, circleId, null)).findIndex(({ id }) => id === alias.id);
	return { id: alias.id, role: standing.seat.role, rank: rank < 0 ? LAST : rank };
}

/** What was decided is kept, and told to whoever watches, unless all that changed is that somebody gave a sign. */
export async function keep<Reason extends string>(
	tx: Tx,
	{ id, circleId, version, state: before }: GoingOn,
	decided: Sitting | Refused<Reason>,
) {
	if ('refused' in decided) return decided;
	const ended = decided.phase === 'over';
	const changed = ended || visible(before) !== visible(decided);
	await tx.db
		.updateTable('sitting')
		.set({
			state: asJson(decided),
			version: changed ? version + 1 : version,
			...(ended && { ended_at: tx.now, attended: decided.attended }),
		})
		.where('id', '=', id)
		.execute();
	if (changed) await tellWhatChanged(tx, { id, circleId }, before, decided);
	return { sittingId: id, version: changed ? version + 1 : version };
}

async function tellWhatChanged(
	tx: Tx,
	{ id: sittingId, circleId }: Pick<GoingOn, 'id' | 'circleId'>,
	before: Sitting,
	after: Sitting,
) {
	const about = { sittingId, circleId };
	if (floorOf(after) !== floorOf(before)) await lendFloor(tx, circleId, floorOf(after));
	if (before.phase === 'lobby' && after.phase === 'running') await tx.announce(meetingOpened(about));
	if (!before.stewardCalled && after.stewardCalled) await tx.announce(stewardCalled(about));
	if (after.phase === 'over') await tx.announce(meetingEnded({ ...about, attended: after.attended }));
	// The circle’s own page says whether a meeting is on.
	if (before.phase !== after.phase) await tx.nudge(`circle:${circleId}`);
	await tx.nudge(topicOf(sittingId));
	if (whoIsIn(before) !== whoIsIn(after)) await tx.nudge(`!${topicOf(sittingId)}`);
}

/** Who may write in the circle’s conversation: whoever has the piece, while it is out in a meeting by text. */
const floorOf = ({ phase, settings, turns }: Sitting) =>
	phase !== 'over' && settings.talk === 'text' && turns.holder ? turns.holder : 'everyone';

/** A sign alone is nothing anybody sees. */
const visible = (state: Sitting) =>
	JSON.stringify({ ...state, people: state.people.map((sitter) => ({ ...sitter, sign: 0 })) });

const whoIsIn = ({ people }: Sitting) => people.map(({ id, where }) => `${id} ${where}`).join();

/** A value as PostgreSQL keeps it; the driver would write a list as one of its own arrays. */
export const asJson = <Value>(value: Value) => sql<Value>`${JSON.stringify(value)}::text::jsonb`;
