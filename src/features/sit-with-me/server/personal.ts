import { viewerById } from '#features/people/server/index.ts';
import type { Personal } from '#platform/personal.ts';
import { endHere } from './be-here.ts';
import { tellTalks } from './tell.ts';
import { openCards } from './words.ts';

/** What somebody asked for now, and until when they are there for others. How long they waited is nobody’s. */
export const personal: Personal = {
	feature: 'sit-with-me',

	async export(db, vault, personId) {
		const asks = await db
			.selectFrom('now_ask')
			.select(['id', 'person_id as personId', 'help', 'language', 'words', 'state'])
			.select(['asked_at as askedAt', 'ended_at as endedAt'])
			.where('person_id', '=', personId)
			.orderBy('asked_at')
			.execute();
		const here = await db
			.selectFrom('here_for_talks')
			.select(['until', 'languages'])
			.where('person_id', '=', personId)
			.executeTakeFirst();
		const opened = await openCards(db, vault, asks);
		return { asks: opened.map(({ id: _, personId: __, ...ask }) => ask), here: here ?? null };
	},

	async erase(tx, personId) {
		const viewer = await viewerById(tx.db, personId);
		await endHere(tx, personId);
		await tx.db.deleteFrom('now_ask').where('person_id', '=', personId).execute();
		if (viewer) await tellTalks(tx, viewer.ageBand);
	},
};
