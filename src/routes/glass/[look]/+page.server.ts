import { redirect } from '@sveltejs/kit';
import { AnswerForm } from '#features/break-glass/forms.ts';
import { stateOf } from '#features/break-glass/look.ts';
import { may } from '#features/break-glass/policy.ts';
import { answerLook, endLook, reasonFor, whoAndWhere } from '#features/break-glass/server/index.ts';
import { may as mayAtDesk } from '#features/desk/policy.ts';
import { readForm, sayNo } from '#web/form.ts';
import { lookAt } from './look.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { standing, look } = await lookAt(event);
	const { db, vault, now } = event.locals;
	return {
		look: { ...look, state: stateOf(look, now) },
		...(await whoAndWhere(db, look.id)),
		reason: await reasonFor(db, vault, look.id),
		mine: look.askedBy === standing.viewer!.id,
		answering: may.answer(standing),
		reading: may.read(standing),
		ending: may.end(standing),
		desk: !mayAtDesk.look(standing).refused,
	};
};

export const actions: Actions = {
	async answer(event) {
		const { look } = await lookAt(event);
		const form = await readForm(event.request, AnswerForm);
		if (!form.ok) return form.again;
		const answered = await event.locals.transact((tx) =>
			answerLook(tx, { lookId: look.id, answer: form.data.answer }),
		);
		if ('refused' in answered) return sayNo({ refused: answered.refused });
		redirect(303, `/glass/${look.id}`);
	},

	async end(event) {
		const { look } = await lookAt(event);
		const ended = await event.locals.transact((tx) => endLook(tx, look.id));
		if ('refused' in ended) return sayNo({ refused: ended.refused });
		redirect(303, `/glass/${look.id}`);
	},
};
