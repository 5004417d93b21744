import { sql, type ExpressionBuilder, type RawBuilder, type StringReference } from 'kysely';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';

/** Whether one of the two has blocked the other. */
export async function isBetween(db: Reader, a: PersonId, b: PersonId): Promise<boolean> {
	const row = await db
		.selectFrom('block')
		.select('id')
		.where((one) =>
			one.or([
				one.and([one('blocker_id', '=', a), one('blocked_id', '=', b)]),
				one.and([one('blocker_id', '=', b), one('blocked_id', '=', a)]),
			]),
		)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * The same as SQL, for lists: true of those whom no block stands between the viewer and. A column without anybody in it
 * is nobody blocked, and so is everybody for a visitor. A test asks both about everybody and compares.
 */
export const notBetween = <DB, TB extends keyof DB>(
	where: ExpressionBuilder<DB, TB>,
	viewerId: PersonId | null,
	column: StringReference<DB, TB>,
): RawBuilder<boolean> =>
	viewerId ? sql<boolean>`not ${betweenSql(viewerId, where.ref(column))}` : sql<boolean>`true`;

/** For queries that are written by hand. Both are people, however they are named there. */
export const betweenSql = (one: unknown, other: unknown): RawBuilder<boolean> =>
	sql<boolean>`exists (select from block where (block.blocker_id = ${one} and block.blocked_id = ${other})
		or (block.blocked_id = ${one} and block.blocker_id = ${other}))`;

/** The same as a column: everybody whom this person does not meet. The column names who it is. */
export const apartFrom = (column: string): RawBuilder<PersonId[]> =>
	sql<PersonId[]>`array(select blocked_id from block where blocker_id = ${sql.ref(column)}
		union select blocker_id from block where blocked_id = ${sql.ref(column)})`;

/** Everybody whom this person does not meet, whoever of the two wanted it so. */
export async function blockedWith(db: Reader, personId: PersonId): Promise<Set<PersonId>> {
	const rows = await db
		.selectFrom('block')
		.select(['blocker_id', 'blocked_id'])
		.where((one) => one.or([one('blocker_id', '=', personId), one('blocked_id', '=', personId)]))
		.execute();
	return new Set(
		rows.map(({ blocker_id, blocked_id }) => (blocker_id === personId ? blocked_id : blocker_id)),
	);
}
