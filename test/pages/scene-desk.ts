import type { CaseId } from '#features/desk/case.ts';
import { takeCase } from '#features/desk/server/index.ts';
import { makeReport } from '#features/reports/server/index.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import { granted } from '../rooms.ts';
import type { App } from '../app.ts';
import type { Fields } from '../client.ts';

/**
 * The member has told stewards of two things that whoever waters the tomatoes said in “Long nights”: the steward has one of
 * them, and the other waits.
 */
export async function tellStewards(
	app: App,
): Promise<{ addresses(route: string): Record<string, string>; forms: Record<string, Fields> }> {
	const { db } = app.spine;
	const [lolo, nour] = [await app.idOf('lolo'), await app.idOf('nour')];
	const as = <Outcome extends object>(actor: PersonId, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now: rightNow() }, operation);
	const { id: conversationId } = await app.circle('nights');
	const saidBy = (who: PersonId) =>
		db
			.selectFrom('message')
			.innerJoin('alias', 'alias.id', 'message.alias_id')
			.select(['message.id', 'message.place', 'message.alias_id as alias'])
			.where('alias.person_id', '=', who)
			.where('alias.conversation_id', '=', conversationId)
			.where('message.body', 'is not', null)
			.orderBy('message.place')
			.execute();
	const [rosas] = await saidBy(await app.idOf('rosa'));

	const told: CaseId[] = [];
	for (const about of [`message:${rosas!.id}`, `alias:${rosas!.alias}`]) {
		granted(
			await as(nour, (tx) =>
				makeReport(tx, { about, reason: 'hurtful', include: 'words', words: 'A word.' }),
			),
		);
		const { id } = await db
			.selectFrom('desk_case')
			.select('id')
			.where('about', '=', about)
			.executeTakeFirstOrThrow();
		told.push(id);
	}
	const [taken, waiting] = told as [CaseId, CaseId];
	granted(await as(lolo, (tx) => takeCase(tx, taken)));

	const parts = { known: 'A word.', promised: '', open: '', to: '' };
	return {
		addresses: (route) => ({
			there: route.replace('[case]', taken),
			waiting: route.replace('[case]', waiting),
			missing: route.replace('[case]', rosas!.id),
		}),
		forms: {
			'/report': { about: `circle:${conversationId}`, reason: 'selling' },
			'/desk/[case] ?/keep': { sure: 'yes' },
			'/desk/[case]/hand-over': parts,
		},
	};
}
