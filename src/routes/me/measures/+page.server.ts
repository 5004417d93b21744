import { measuresAbout, ruleRows } from '#features/ladder/server/index.ts';
import { FOR_GOOD } from '#features/people/person.ts';
import { signedIn } from '#web/signed-in.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const rows = await ruleRows(locals.db);
	const measures = await measuresAbout(locals.db, me.id);
	return {
		measures: measures.map((measure) => ({
			...measure,
			rule: rows.find(({ code }) => code === measure.rule) ?? { code: measure.rule, sentence: null },
		})),
		shut: me.shutOutUntil && { until: me.shutOutUntil < FOR_GOOD ? me.shutOutUntil : null },
	};
};
