import { error, redirect } from '@sveltejs/kit';
import { AskForm } from '#features/break-glass/forms.ts';
import { may } from '#features/break-glass/policy.ts';
import { askToLook, standingOf, talkOf } from '#features/break-glass/server/index.ts';
import type { CaseId } from '#features/desk/case.ts';
import { may as mayAtDesk } from '#features/desk/policy.ts';
import { isId } from '#platform/ids.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** The desk is for stewards; so is this. */
function working({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const viewer = signedIn({ locals, url });
	if (mayAtDesk.work({ viewer }).refused) error(404);
	return viewer;
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const viewer = working({ locals, url });
	const caseId = url.searchParams.get('case') ?? '';
	if (!isId(caseId)) error(404);
	const { db, now } = locals;
	const standing = await standingOf(db, caseId as unknown as CaseId, undefined, viewer, now);
	if (!standing.case || may.ask(standing).refused === 'not-found') error(404);
	const talk = await talkOf(db, standing.case);
	const asking = await standingOf(db, standing.case.id, talk?.conversationId, viewer, now);
	if (may.ask(asking).refused === 'not-found') error(404);
	return { case: standing.case.id, asking: may.ask(asking), talk: talk && { named: talk.aliasId !== null } };
};

export const actions: Actions = {
	async default({ locals, url, request }) {
		working({ locals, url });
		const form = await readForm(request, AskForm);
		if (!form.ok) return form.again;
		const { case: caseId, later, ...asking } = form.data;
		const asked = await locals.transact((tx) =>
			askToLook(tx, { ...asking, caseId: caseId as CaseId, later: later === 'yes' }),
		);
		if ('refused' in asked) return sayNo({ refused: asked.refused }, form.values);
		redirect(303, `/glass/${asked.lookId}`);
	},
};
