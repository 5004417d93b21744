import { z } from 'zod';
import { notify } from '#features/notices/server/index.ts';
import type { Id, PersonId } from '#platform/ids.ts';
import { job, type Job } from '#platform/job.ts';

/** So many are told in one transaction; the next goes on behind them. */
const AT_ONCE = 500;

interface Data {
	changeId: string;
	/** Everybody up to here has been told. */
	after?: string | undefined;
}

/** Tells everybody that the organisation says anew what it does when somebody is in danger. A page tells what. */
export const tellOfSentence: Job<Data> = job(
	'help.tell-of-sentence',
	z.object({ changeId: z.uuid(), after: z.uuid().optional() }),
	async (tx, { changeId, after }) => {
		const people = await tx.db
			.selectFrom('person')
			.select('id')
			.$if(after !== undefined, (all) => all.where('id', '>', after as PersonId))
			.where(({ not, exists, selectFrom }) =>
				not(
					exists(
						selectFrom('notice')
							.select('notice.id')
							.whereRef('notice.person_id', '=', 'person.id')
							.where('notice.about', '=', changeId as Id<string>),
					),
				),
			)
			.orderBy('id')
			.limit(AT_ONCE)
			.execute();
		for (const { id: to } of people)
			await notify(tx, { to, kind: 'sentence-changed', about: changeId, at: null, path: '/help#what-we-do' });
		const last = people.at(-1);
		if (last && people.length === AT_ONCE) await tx.enqueue(tellOfSentence, { changeId, after: last.id });
	},
);
