import { sql } from 'kysely';
import { holdStill as holdConversation } from '#features/conversations/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { writtenOnce } from '#platform/written-once.ts';
import type { Circle, CircleId, Gathering, Seat, Wait } from '../circle.ts';
import type { Standing } from '../policy.ts';

const circleColumns = [
	'circle.id',
	'circle.capacity',
	'circle.state',
	'circle.joining',
	'circle.observers_welcome as observersWelcome',
	'circle.age_band as ageBand',
	'circle.agreements_version as agreementsVersion',
	'circle.piece_out as pieceOut',
] as const;

/** What the rules of a circle need to know about whoever is looking, in one query. */
export async function standingIn(
	db: Reader,
	circleId: CircleId,
	viewer: Viewer | null,
	now: Date,
	{ invited = false } = {},
): Promise<Standing> {
	const me = viewer?.id ?? nobody;
	const row = await standingBy({ circleId, people: [me] }).executeTakeFirst(db);
	return standingOf(row, viewer, now, { invited });
}

/** The same for several people at once, within an operation that holds the circle still. */
export async function standingsIn(tx: Tx, circleId: CircleId, people: readonly PersonId[]) {
	const rows = await tx.ask(standingsBy({ circleId, people }));
	const byPerson = new Map(rows.map((row) => [row.person_id, row]));
	return (person: PersonId, now: Date): Standing => {
		const row = byPerson.get(person);
		const viewer = row && { id: person, ageBand: row.age_band, duties: row.duties ?? [] };
		return standingOf(row, viewer ?? null, now);
	};
}

interface Asking {
	circleId: CircleId;
	people: readonly PersonId[];
}

const standingQuery = (db: Reader, { circleId, people }: Asking) =>
	db
		.selectFrom('circle')
		.innerJoin(sql<{ id: PersonId }>`unnest(${people}::uuid[])`.as<'me'>(sql`me (id)`), (join) =>
			join.onTrue(),
		)
		.leftJoin('seat', (join) =>
			join.onRef('seat.circle_id', '=', 'circle.id').onRef('seat.person_id', '=', 'me.id'),
		)
		.leftJoin('wait', (join) =>
			join.onRef('wait.circle_id', '=', 'circle.id').onRef('wait.person_id', '=', 'me.id'),
		)
		.leftJoin('observer', (join) =>
			join.onRef('observer.circle_id', '=', 'circle.id').onRef('observer.person_id', '=', 'me.id'),
		)
		.leftJoin('alias', (join) =>
			join.onRef('alias.conversation_id', '=', 'circle.id').onRef('alias.person_id', '=', 'me.id'),
		)
		.select(circleColumns)
		.select([
			'me.id as person_id',
			'seat.role',
			'seat.quiet_until',
			'seat.resting',
			'wait.state as waiting',
			'wait.offered_until',
			'observer.since as observing',
			'alias.accepted_version',
			sql<boolean | null>`circle.piece_with = alias.id`.as('holds_piece'),
		])
		.where('circle.id', '=', circleId);

const standingBy = writtenOnce(standingQuery);

const standingsBy = writtenOnce((db, asking: Asking) =>
	standingQuery(db, asking)
		.innerJoin('person', 'person.id', 'me.id')
		.select((select) => [
			'person.age_band',
			select
				.selectFrom('duty')
				.select(sql<Viewer['duties']>`coalesce(array_agg(duty.duty order by duty.duty), '{}')`.as('duties'))
				.whereRef('duty.person_id', '=', 'person.id')
				.as('duties'),
		]),
);

type StandingRow = Awaited<ReturnType<ReturnType<typeof standingQuery>['execute']>>[number];

function standingOf(
	row: StandingRow | undefined,
	viewer: Viewer | null,
	now: Date,
	{ invited = false } = {},
): Standing {
	const {
		person_id = nobody,
		role,
		quiet_until,
		resting,
		waiting,
		offered_until,
		observing,
		accepted_version,
		holds_piece,
		...circle
	} = row ?? {};
	return {
		viewer,
		circle: row && (circle as Circle),
		seat: role
			? seatOf({ person_id, role, quiet_until: quiet_until ?? null, resting: resting ?? false })
			: undefined,
		wait: waiting ? waitOf({ person_id, state: waiting, offered_until: offered_until ?? null }) : undefined,
		observing: Boolean(observing),
		invited,
		acceptedVersion: accepted_version ?? 0,
		holdsPiece: holds_piece ?? false,
		now,
	};
}

/** An id no person has. */
const nobody = '00000000-0000-0000-0000-000000000000' as PersonId;

/** Who sits in a circle and who waits, longest wait first. */
export async function gatheringOf(db: Reader, circleId: CircleId): Promise<Gathering | undefined> {
	const circle = await db
		.selectFrom('circle')
		.select(circleColumns)
		.where('circle.id', '=', circleId)
		.executeTakeFirst();
	if (!circle) return undefined;
	const seats = await db
		.selectFrom('seat')
		.select(['person_id', 'role', 'quiet_until', 'resting'])
		.where('circle_id', '=', circleId)
		.orderBy('taken_at')
		.execute();
	const line = await db
		.selectFrom('wait')
		.select(['person_id', 'state', 'offered_until'])
		.where('circle_id', '=', circleId)
		.orderBy('since')
		.orderBy('person_id')
		.execute();
	return { circle, seats: seats.map(seatOf), line: line.map(waitOf) };
}

/** Holds a circle still until the transaction ends, so that what is decided about it stays true. */
export async function holdStill(tx: Tx, circleId: CircleId): Promise<Gathering | undefined> {
	await holdConversation(tx, circleId);
	return gatheringOf(tx.db, circleId);
}

interface SeatRow {
	person_id: PersonId;
	role: Seat['role'];
	quiet_until: Date | null;
	resting: boolean;
}

const seatOf = ({ person_id, role, quiet_until, resting }: SeatRow): Seat => ({
	personId: person_id,
	role,
	quietUntil: quiet_until,
	resting,
});

interface WaitRow {
	person_id: PersonId;
	state: Wait['state'];
	offered_until: Date | null;
}

const waitOf = ({ person_id, state, offered_until }: WaitRow): Wait =>
	state === 'offered'
		? { personId: person_id, state, until: offered_until! }
		: { personId: person_id, state };
