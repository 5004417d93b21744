import { answerLook, askToLook } from '#features/break-glass/server/index.ts';
import { openCase, takeCase } from '#features/desk/server/index.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import type { App } from '../app.ts';
import type { Fields } from '../client.ts';
import { granted } from '../rooms.ts';

/**
 * The steward works on a case about something said where neither they nor the coordinator are, and may read that talk:
 * Henk has said yes.
 */
export async function lookThroughGlass(app: App): Promise<{
	addresses(route: string): Record<string, string>;
	forms: Record<string, Fields>;
}> {
	const { db } = app.spine;
	const [lolo, henk, ximena] = [await app.idOf('lolo'), await app.idOf('henk'), await app.idOf('ximena')];
	const as = <Outcome extends object>(actor: PersonId | null, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now: rightNow() }, operation);
	const said = await db
		.selectFrom('message')
		.innerJoin('alias', 'alias.id', 'message.alias_id')
		.select(['message.id', 'alias.person_id as personId'])
		.where('message.conversation_id', 'not in', (theirs) =>
			theirs
				.selectFrom('alias as other')
				.select('other.conversation_id')
				.where('other.person_id', 'in', [lolo, henk, ximena]),
		)
		.orderBy('message.id')
		.executeTakeFirstOrThrow();
	const { caseId } = await as(null, (tx) =>
		openCase(tx, {
			...{ about: `message:${said.id}`, subjectId: said.personId, ageBand: 'adult', kind: 'report' },
			...{ tier: 1, because: 'reports.because.hurtful' },
		}),
	);
	granted(await as(lolo, (tx) => takeCase(tx, caseId)));
	const asking = { caseId, what: 'talk', minutes: 60, reason: 'To understand.', later: false } as const;
	const { lookId } = granted(await as(lolo, (tx) => askToLook(tx, asking)));
	granted(await as(henk, (tx) => answerLook(tx, { lookId, answer: 'yes' })));

	return {
		addresses: (route) =>
			route.includes('[look]')
				? { there: route.replace('[look]', lookId), missing: route.replace('[look]', caseId) }
				: { '': `${route}?case=${caseId}` },
		forms: {
			'/glass/ask': { case: caseId, what: 'alias', minutes: '15', reason: 'To understand.' },
			'/glass/[look] ?/answer': { answer: 'no' },
		},
	};
}
