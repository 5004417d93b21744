import { error } from '@sveltejs/kit';
import { headText } from '#features/audit/entry.ts';
import { may } from '#features/audit/policy.ts';
import { areasInLog, entriesBefore, headOf, peopleInLog } from '#features/audit/server/index.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, viewer }, url }) => {
	if (may.read({ viewer }).refused) error(404);
	const [areas, people] = await Promise.all([areasInLog(db), peopleInLog(db)]);
	const asked = (name: string) => url.searchParams.get(name) ?? undefined;
	const area = areas.find((one) => one === asked('area'));
	const who = people.find(({ id }) => id === asked('who'))?.id;
	const before = Number(asked('before') ?? Number.NaN);
	const page = Number.isSafeInteger(before) && before > 0 ? before : undefined;
	const head = await headOf(db);
	return {
		...(await entriesBefore(db, { before: page, area, by: who })),
		chosen: { area, who, before: page },
		areas,
		people,
		number: head.number,
		head: headText(head),
	};
};
