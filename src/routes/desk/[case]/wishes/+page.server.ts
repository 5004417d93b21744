import { error, type RequestEvent } from '@sveltejs/kit';
import type { CaseId } from '#features/desk/case.ts';
import { caseAsRulesSee } from '#features/desk/server/index.ts';
import { may } from '#features/wishes/policy.ts';
import { standingFor, viewWishes } from '#features/wishes/server/index.ts';
import { isId } from '#platform/ids.ts';
import { sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** For stewards, about whomever a case is about. For everybody else it is not there. */
async function lookingAt({ locals, params }: Pick<RequestEvent, 'locals'> & { params: { case: string } }) {
	const { db, viewer, now } = locals;
	if (!viewer || !isId(params.case)) error(404);
	const caseId = params.case as string as CaseId;
	const about = await caseAsRulesSee(db, caseId);
	if (!about?.subjectId) error(404);
	const looking = { viewer, ownerId: about.subjectId, ground: { kind: 'case', caseId } } as const;
	const ruling = may.look(await standingFor(db, looking, now));
	if (ruling.refused === 'not-found') error(404);
	return { looking, ruling, caseId };
}

export const load: PageServerLoad = async (event) => {
	const { caseId, ruling } = await lookingAt(event);
	return { caseId, ruling };
};

export const actions: Actions = {
	async default(event) {
		const { looking } = await lookingAt(event);
		const looked = await event.locals.transact((tx) => viewWishes(tx, looking));
		return 'refused' in looked && looked.refused ? sayNo({ refused: looked.refused }) : { looked };
	},
};
