import type { Reportable } from '#platform/reportable.ts';
import type { AliasId } from '../conversation.ts';
import type { Home } from './home.ts';

/** Somebody, as they are known in one conversation, to whoever may read it. */
export const aliasReportable = (homes: readonly Home[]): Reportable => ({
	prefix: 'alias',

	async show(db, _vault, reporter, id, now) {
		const alias = await db
			.selectFrom('alias')
			.innerJoin('conversation', 'conversation.id', 'alias.conversation_id')
			.select(['alias.person_id', 'alias.name', 'conversation.kind', 'conversation.id as conversationId'])
			.where('alias.id', '=', id as AliasId)
			.executeTakeFirst();
		const home = homes.find(({ kind }) => kind === alias?.kind);
		if (!alias?.person_id || !home) return undefined;
		if ((await home.mayRead(db, reporter, alias.conversationId, now)).refused) return undefined;
		const place = await home.nameOf(db, alias.conversationId, reporter);
		return { authorId: alias.person_id, text: alias.name, where: `${alias.name}, ${place}` };
	},
});
