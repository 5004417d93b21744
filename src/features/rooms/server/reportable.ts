import { viewerById } from '#features/people/server/index.ts';
import type { Reportable } from '#platform/reportable.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { standingIn } from './standing.ts';

/** A room as such: what it says about itself. It is nobody’s. */
export const roomReportable: Reportable = {
	prefix: 'room',

	async show(db, _vault, reporter, id, now) {
		const viewer = (await viewerById(db, reporter)) ?? null;
		if (may.find(await standingIn(db, id as RoomId, viewer, now)).refused) return undefined;
		const { name, about } = await db
			.selectFrom('room')
			.select(['name', 'about'])
			.where('id', '=', id as RoomId)
			.executeTakeFirstOrThrow();
		return { authorId: null, text: [name, about].filter(Boolean).join('\n\n'), where: name };
	},
};
