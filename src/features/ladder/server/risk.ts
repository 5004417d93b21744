import { sql } from 'kysely';
import { organisationOf, viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { allowed, type Ruling } from '#platform/ruling.ts';
import { after, dayOf, days } from '#platform/time.ts';
import { riskReviewed } from '../events.ts';
import { may } from '../policy.ts';
import { assess, type Assessment, type Setting } from '../risk.ts';
import { ruleRows } from './rules.ts';

/** The risk assessment as things are set up at this moment. */
export async function assessment(db: Reader, now: Date): Promise<{ setting: Setting; assessed: Assessment }> {
	const setting = await settingOf(db, now);
	const review = await db
		.selectFrom('risk_review')
		.select(sql<string>`reviewed_on::text`.as('reviewedOn'))
		.executeTakeFirst();
	return { setting, assessed: assess(setting, review?.reviewedOn ?? null, now) };
}

/** Somebody has gone through it, and answers for it. */
export async function reviewRisk(tx: Tx): Promise<Ruling<'not-a-coordinator'>> {
	const ruling = may.arrange({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	const today = { reviewed_on: dayOf(tx.now) };
	await tx.db
		.insertInto('risk_review')
		.values(today)
		.onConflict((already) => already.column('one').doUpdateSet(today))
		.execute();
	await tx.announce(riskReviewed({}));
	return allowed;
}

/** What is counted of every feature in one question: how many places, and who looks after them. */
async function settingOf(db: Reader, now: Date): Promise<Setting> {
	const { ageBands, crisisPolicy } = await organisationOf(db);
	const counts = await db
		.selectFrom(sql<{ one: number }>`(select 1)`.as<'counted'>(sql`counted (one)`))
		.select([
			sql<number>`(select count(*)::int from duty where duty = 'steward')`.as('stewards'),
			sql<number>`(select count(*)::int from duty where duty = 'coordinator')`.as('coordinators'),
			sql<number>`(select count(*)::int from circle where state <> 'closed')`.as('circles'),
			sql<number>`(select count(*)::int from room where state <> 'closed')`.as('rooms'),
			sql<number>`(select count(*)::int from pairing where ended_at is null)`.as('pairings'),
			sql<boolean>`exists (select from sign_up join duty using (person_id) where duty.duty = 'steward'
				and sign_up.ended_at is null and sign_up.ends_at > ${now}
				and sign_up.starts_at < ${after(now, days(7))})`.as('dutyAhead'),
		])
		.executeTakeFirstOrThrow();
	const rules = await ruleRows(db);
	return { ageBands, crisisPolicy: crisisPolicy !== '', ...counts, ownRules: rules.length > 0 };
}
