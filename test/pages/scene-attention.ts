import { startValues } from '#features/attention/patterns.ts';
import type { CardId } from '#features/attention/card.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import type { CircleId } from '#features/circles/circle.ts';
import { aliasIn } from '#features/conversations/server/index.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf, rightNow } from '#platform/time.ts';
import { granted } from '../rooms.ts';
import type { App } from '../app.ts';
import type { Fields } from '../client.ts';

/** In the circle the member has told how to reach them, which waits to be read; and a card lies before them. */
export async function drawAttention(
	app: App,
	circleId: CircleId,
): Promise<{ card: CardId; forms: Record<string, Fields> }> {
	const nour = await app.idOf('nour');
	const as = <Outcome extends object>(actor: PersonId, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now: rightNow() }, operation);
	const came = (on: string) =>
		app.spine.db.updateTable('person').set({ joined_on: on }).where('id', '=', nour).execute();
	const { joined_on } = await app.spine.db
		.selectFrom('person')
		.select('joined_on')
		.where('id', '=', nour)
		.executeTakeFirstOrThrow();
	await came(dayOf(rightNow()));
	const posted = granted(
		await as(nour, (tx) =>
			postMessage(tx, {
				...{ circleId, body: 'Call me on 07700 900123.', contentNote: '', replyTo: undefined },
				clientId: tx.newId(),
			}),
		),
	);
	await came(joined_on);
	if (!('held' in posted)) throw new Error('The number of a newcomer was not held.');
	const alias = (await aliasIn(app.spine.db, circleId, nour))!.id;
	const { card } = await as(nour, async (tx) => {
		const message = await tx.db
			.selectFrom('message')
			.select('id')
			.where('alias_id', '=', alias)
			.executeTakeFirstOrThrow();
		const card: CardId = tx.newId();
		await tx.db
			.insertInto('card')
			.values({
				...{ id: card, alias_id: alias, message_id: message.id, kind: 'choices', answer: null },
				...{ case_id: null, made_at: tx.now },
			})
			.execute();
		return { card };
	});
	const waits = { message: posted.held };
	return {
		card,
		forms: {
			'/held ?/pass-on': waits,
			'/held ?/keep-back': waits,
			'/held ?/take-back': waits,
			'/held ?/calm': { conversation: circleId, to: 'slow' },
			'/me/cards/[card]': { answer: 'enough' },
			'/organisation/patterns': Object.fromEntries(
				Object.entries({ ...startValues, newTalks: 4 }).map(([name, value]) => [name, String(value)]),
			),
		},
	};
}
