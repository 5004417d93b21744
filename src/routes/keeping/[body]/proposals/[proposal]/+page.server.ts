import { error, redirect } from '@sveltejs/kit';
import { contested } from '#features/keeping/difference.ts';
import { AnswerForm } from '#features/keeping/forms.ts';
import type { ProposalId } from '#features/keeping/keeping.ts';
import { approveProposal, declineProposal } from '#features/keeping/server/answer-proposal.ts';
import { proposalById } from '#features/keeping/server/queries.ts';
import type { Tx } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import type { Refused } from '#platform/ruling.ts';
import { readForm, sayNo } from '#web/form.ts';
import { bodyAt } from '../../body.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

async function proposalAt({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
	const at = await bodyAt({ locals, params });
	if (!isId(params.proposal)) error(404);
	const asked = { id: params.proposal, me: at.viewer.id };
	const proposal = (await proposalById(locals.db, locals.vault, at.body.id, asked)) ?? error(404);
	return { ...at, proposal };
}

export const load: PageServerLoad = async (event) => {
	const { body, maintains, proposal } = await proposalAt(event);
	const { from, now, to } = proposal;
	return { body, maintains, proposal, contested: from && now ? contested(now, { from, to }) : [] };
};

export const actions: Actions = {
	approve: (event) => answer(event, approveProposal),
	decline: (event) => answer(event, declineProposal),
};

async function answer<Reason extends string>(
	event: RequestEvent,
	operation: (tx: Tx, answer: Parameters<typeof approveProposal>[1]) => Promise<object | Refused<Reason>>,
) {
	const { body, proposal } = await proposalAt(event);
	const form = await readForm(event.request, AnswerForm);
	if (!form.ok) return form.again;
	const proposalId = proposal.id as ProposalId;
	const answered = await event.locals.transact((tx) =>
		operation(tx, { bodyId: body.id, proposalId, ...form.data }),
	);
	if ('refused' in answered) return sayNo(answered, form.values);
	redirect(303, `/keeping/${body.slug}`);
}
