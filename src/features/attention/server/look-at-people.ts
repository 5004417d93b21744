import { z } from 'zod';
import { openCase } from '#features/desk/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { job } from '#platform/job.ts';
import { after, days } from '#platform/time.ts';
import { companyOf } from './arrivals.ts';
import { patternsOf } from './tuning.ts';

const Somebody = z.object({ personId: z.uuid().transform((id) => id as PersonId) });

/** So many of one company who all went as far as a newcomer may are looked at together. */
const MANY = 3;

/** Whether several who came together turn to as many people as each of them may: one case for all of them. */
export const lookAtCompany = job('attention.look-at-company', Somebody, async (tx, { personId }) => {
	const company = await companyOf(tx.db, personId);
	if (company.length < MANY) return;
	const { newContactsADay } = await patternsOf(tx.db);
	const busy = await tx.db
		.selectFrom('contact')
		.select('person_id')
		.where('person_id', 'in', company)
		.where('begun_at', '>', after(tx.now, -days(1)))
		.groupBy('person_id')
		.having(({ fn }) => fn.countAll(), '>=', newContactsADay)
		.execute();
	if (busy.length < MANY) return;
	const { company: id } = await tx.db
		.selectFrom('arrival')
		.select('company')
		.where('person_id', '=', personId)
		.executeTakeFirstOrThrow();
	await openPattern(tx, { about: `company:${id}`, personId, because: 'attention.case.company' });
});

/** Somebody who turns to many of whom few answer. */
export const lookAtSeeker = job('attention.look-at-seeker', Somebody, (tx, { personId }) =>
	openPattern(tx, { about: `person:${personId}`, personId, because: 'attention.case.seeks-many' }),
);

/** Lets stewards know of a pattern, with its plain reason. There is one case for one thing. */
export async function openPattern(
	tx: Tx,
	{
		about,
		personId,
		because,
		tier = 1,
	}: { about: string; personId: PersonId; because: string; tier?: 1 | 2 },
) {
	const person = await viewerById(tx.db, personId);
	if (!person) return;
	await openCase(tx, { about, subjectId: personId, ageBand: person.ageBand, kind: 'pattern', tier, because });
}
