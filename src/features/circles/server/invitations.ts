import { createHash, randomBytes } from 'node:crypto';
import type { Reader, Tx } from '#platform/db.ts';
import { after, days } from '#platform/time.ts';
import type { CircleId } from '../circle.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { keepPace } from './pace.ts';

const GOOD_FOR = days(14);

const digestOf = (token: string) => createHash('sha256').update(token).digest();

/** Makes a link for one person, good once and for two weeks. Only its digest is kept. */
export async function invite(tx: Tx, circleId: CircleId) {
	const pace = await keepPace(tx, 'invite');
	if (pace.refused) return pace;
	const ruling = may.host(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;

	const token = randomBytes(24).toString('base64url');
	await tx.db
		.insertInto('invitation')
		.values({
			digest: digestOf(token),
			circle_id: circleId,
			made_by: tx.actor,
			ends_at: after(tx.now, GOOD_FOR),
		})
		.execute();
	return { token };
}

/** Whether this link still opens this circle’s page. */
export async function holdsInvitation(
	db: Reader,
	circleId: CircleId,
	token: string,
	now: Date,
): Promise<boolean> {
	const row = await db
		.selectFrom('invitation')
		.select('circle_id')
		.where('digest', '=', digestOf(token))
		.where('circle_id', '=', circleId)
		.where('ends_at', '>', now)
		.executeTakeFirst();
	return row !== undefined;
}

/** Uses a link up. Twice at once, it works once. */
export async function useInvitation(tx: Tx, circleId: CircleId, token: string): Promise<boolean> {
	const used = await tx.db
		.deleteFrom('invitation')
		.where('digest', '=', digestOf(token))
		.where('circle_id', '=', circleId)
		.where('ends_at', '>', tx.now)
		.executeTakeFirst();
	return used.numDeletedRows > 0n;
}
