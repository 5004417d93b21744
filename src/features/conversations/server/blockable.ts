import type { Blockable } from '#features/blocks/server/index.ts';
import type { AliasId } from '../conversation.ts';
import type { Home } from './home.ts';

/** Somebody by the name they go by in one place: for those who may read there, or are shown who is there. */
export const aliasBlockable = (homes: readonly Home[]): Blockable => ({
	prefix: 'alias',

	async whose(db, viewer, id, now) {
		const alias = await db
			.selectFrom('alias')
			.innerJoin('conversation', 'conversation.id', 'alias.conversation_id')
			.select(['alias.name', 'alias.person_id as personId', 'conversation.id', 'conversation.kind'])
			.where('alias.id', '=', id as AliasId)
			.executeTakeFirst();
		const home = alias && homes.find(({ kind }) => kind === alias.kind);
		if (!alias?.personId || !home) return undefined;
		const shown = home.showsPeople ?? home.mayRead;
		if ((await shown(db, viewer.id, alias.id, now)).refused) return undefined;
		return {
			personId: alias.personId,
			as: alias.name,
			in: home.isNamed ? await home.nameOf(db, alias.id, viewer.id) : null,
		};
	},
});
