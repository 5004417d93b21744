import { answersIn, queryOf } from '#features/tastes/answers.ts';
import { decideTastes, TASTES } from '#features/tastes/decide.ts';
import { candidatesFor } from '#features/tastes/server/index.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, vault, viewer, now, zone, locale }, url }) => {
	const answers = answersIn(url.searchParams);
	const candidates = await candidatesFor(db, vault, { viewer, now, zone, locale });
	const tastes = decideTastes(candidates, answers, { now, zone, locale });
	return {
		answers,
		tastes: tastes.map((taste) => {
			const said = { kind: taste.kind, mark: taste.mark };
			return {
				taste,
				more: `/try/three${queryOf(answers, { more: [said], less: answers.less })}`,
				less: `/try/three${queryOf(answers, {
					more: answers.more.filter(({ kind }) => kind !== taste.kind),
					less: [...answers.less, said],
				})}`,
			};
		}),
		fewer: tastes.length < TASTES && answers.avoid.length > 0,
		said: answers.more.length + answers.less.length > 0,
		plain: `/try/three${queryOf(answers, { more: [], less: [] })}`,
	};
};
