import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Personal } from '#platform/personal.ts';
import { unseal } from '#platform/seal.ts';
import type { CircleId } from '../circle.ts';
import { bodyOf, noteOf, touchMessagesOf } from './conversation.ts';
import { restWithoutHost } from './hand-over-hosting.ts';
import { offerSeats } from './offer-free-seats.ts';

/** What a person said, and where they sat, observed and waited. */
export const personal: Personal = {
	feature: 'circles',

	async export(db, vault, personId) {
		const aliases = await db
			.selectFrom('alias')
			.innerJoin('circle', 'circle.id', 'alias.circle_id')
			.select(['alias.id', 'alias.name', 'alias.key_id', 'alias.accepted_version', 'circle.name as circle'])
			.where('alias.person_id', '=', personId)
			.execute();
		const of = (table: 'seat' | 'observer' | 'wait') =>
			db
				.selectFrom(table)
				.innerJoin('circle', 'circle.id', `${table}.circle_id`)
				.selectAll(table)
				.select('circle.name as circle')
				.where(`${table}.person_id`, '=', personId)
				.execute();

		const said = [];
		for (const alias of aliases) {
			const key = alias.key_id ? await vault.key(db, alias.key_id) : undefined;
			const messages = await db
				.selectFrom('message')
				.select([
					'id',
					'place',
					'body',
					'content_note',
					'reply_to',
					'posted_at',
					'edited_at',
					'hidden_because',
				])
				.where('alias_id', '=', alias.id)
				.orderBy('place')
				.execute();
			const resonances = await db
				.selectFrom('resonance')
				.innerJoin('message', 'message.id', 'resonance.message_id')
				.select(['resonance.kind', 'message.place'])
				.where('resonance.alias_id', '=', alias.id)
				.execute();
			said.push({
				circle: alias.circle,
				alias: alias.name,
				agreementsAccepted: alias.accepted_version,
				messages: messages.map(({ id, body, content_note, ...message }) => ({
					...message,
					body: key && body ? unseal(key, body, bodyOf(id)) : null,
					contentNote: key && content_note ? unseal(key, content_note, noteOf(id)) : null,
				})),
				resonances,
			});
		}
		const invitations = await db
			.selectFrom('invitation')
			.select(['circle_id', 'ends_at'])
			.where('made_by', '=', personId)
			.execute();
		const reminders = await db
			.selectFrom('reminder')
			.select(['meeting_id', 'made_at'])
			.where('person_id', '=', personId)
			.execute();
		return {
			said,
			seats: await of('seat'),
			observing: await of('observer'),
			waiting: await of('wait'),
			invitations,
			reminders,
		};
	},

	/** The words go with their keys; the places they stood at stay, so that nobody else’s conversation is renumbered. */
	async erase(tx, personId) {
		const aliases = await tx.db
			.selectFrom('alias')
			.select(['id', 'circle_id', 'key_id'])
			.where('person_id', '=', personId)
			.orderBy('circle_id')
			.execute();
		for (const { id, circle_id: circleId, key_id } of aliases) {
			await tx.db.selectFrom('circle').select('id').where('id', '=', circleId).forUpdate().execute();
			await tx.db
				.updateTable('message')
				.set({ body: null, content_note: null, removed_at: tx.now })
				.where('alias_id', '=', id)
				.execute();
			await tx.db.deleteFrom('resonance').where('alias_id', '=', id).execute();
			await tx.db
				.updateTable('alias')
				.set({ person_id: null, name: '', name_key: null, key_id: null, accepted_version: 0 })
				.where('id', '=', id)
				.execute();
			if (key_id) await tx.db.deleteFrom('sealing_key').where('id', '=', key_id).execute();
			await touchMessagesOf(tx, circleId, id);
			await giveUpPlaces(tx, personId, circleId);
			await restWithoutHost(tx, circleId);
			await offerSeats(tx, circleId);
			await tx.nudge(`circle:${circleId}`);
			await tx.nudge(`!circle:${circleId}`);
		}
	},
};

async function giveUpPlaces(tx: Tx, personId: PersonId, circleId: CircleId) {
	for (const table of ['seat', 'observer', 'wait'] as const)
		await tx.db
			.deleteFrom(table)
			.where('person_id', '=', personId)
			.where('circle_id', '=', circleId)
			.execute();
}
