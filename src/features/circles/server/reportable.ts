import { viewerById } from '#features/people/server/index.ts';
import type { Reportable } from '#platform/reportable.ts';
import { unseal } from '#platform/seal.ts';
import type { MessageId } from '../message.ts';
import { may } from '../policy.ts';
import { bodyOf } from './conversation.ts';
import { standingIn } from './standing.ts';

/** A message in a circle, shown to stewards only when somebody who may read it reports it. */
export const messageReportable: Reportable = {
	prefix: 'message',

	async show(db, vault, reporter, id, now) {
		const message = await db
			.selectFrom('message')
			.innerJoin('alias', 'alias.id', 'message.alias_id')
			.innerJoin('circle', 'circle.id', 'message.circle_id')
			.select([
				'message.id',
				'message.body',
				'message.circle_id',
				'alias.person_id',
				'alias.key_id',
				'circle.name',
			])
			.where('message.id', '=', id as MessageId)
			.executeTakeFirst();
		if (!message?.body || !message.person_id || !message.key_id) return undefined;

		const viewer = await viewerById(db, reporter);
		if (may.read(await standingIn(db, message.circle_id, viewer ?? null, now)).refused) return undefined;
		const key = await vault.key(db, message.key_id);
		if (!key) return undefined;
		return {
			authorId: message.person_id,
			text: unseal(key, message.body, bodyOf(message.id)),
			where: message.name,
		};
	},
};
