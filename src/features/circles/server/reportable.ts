import { viewerById } from '#features/people/server/index.ts';
import type { Reportable } from '#platform/reportable.ts';
import type { CircleId } from '../circle.ts';
import { may } from '../policy.ts';
import { standingIn } from './standing.ts';

/** A circle as such: what it says about itself. It is nobody’s. */
export const circleReportable: Reportable = {
	prefix: 'circle',

	async show(db, _vault, reporter, id, now) {
		const viewer = (await viewerById(db, reporter)) ?? null;
		if (may.find(await standingIn(db, id as CircleId, viewer, now)).refused) return undefined;
		const { name, about, agreements } = await db
			.selectFrom('circle')
			.select(['name', 'about', 'agreements'])
			.where('id', '=', id as CircleId)
			.executeTakeFirstOrThrow();
		return { authorId: null, text: [name, about, agreements].filter(Boolean).join('\n\n'), where: name };
	},
};
