import { error, redirect } from '@sveltejs/kit';
import { reportables } from '#composition';
import { AppealForm } from '#features/ladder/forms.ts';
import { decideAppeal } from '#features/ladder/decide.ts';
import type { MeasureId } from '#features/ladder/ladder.ts';
import { appeal, measureById, ruleCalled, wordsOf } from '#features/ladder/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const me = signedIn({ locals, url });
	const measure = await mine(locals, params.measure, me.id);
	const { id, step, state, decidedAt, endsAt, appealedAt, judgedAt, verdict, secondedBy } = measure;
	return {
		measure: {
			id,
			step,
			state,
			decidedAt,
			endsAt,
			appealedAt,
			judgedAt,
			verdict,
			byTwo: secondedBy !== null,
		},
		rule: await ruleCalled(locals.db, measure.rule),
		words: await wordsOf(locals.db, locals.vault, id),
		said: await saidIn(locals, measure.about, me.id),
		mayAppeal: !('refused' in decideAppeal(measure, me.id)),
		shut: me.shutOutUntil !== null,
	};
};

export const actions: Actions = {
	async appeal(event) {
		const me = signedIn(event);
		const measure = await mine(event.locals, event.params.measure, me.id);
		const form = await readForm(event.request, AppealForm);
		if (!form.ok) return form.again;
		const asked = await event.locals.transact((tx) => appeal(tx, { measureId: measure.id, ...form.data }));
		if ('refused' in asked) return sayNo(asked, form.values);
		redirect(303, `/me/measures/${measure.id}#appeal`);
	},
};

/** For everybody else, and while a second person is still waited for, there is nothing here. */
async function mine({ db }: App.Locals, id: string, me: string) {
	const measure = await measureById(db, id as MeasureId);
	if (!measure || measure.subjectId !== me) error(404);
	if (measure.state === 'proposed' || measure.state === 'dropped') error(404);
	return measure;
}

/** What it is about, as far as whoever said it can still read it where it stands. */
async function saidIn({ db, vault, now }: App.Locals, about: string, me: PersonId) {
	const [prefix, id = ''] = about.split(':');
	const reportable = prefix === 'message' && reportables.find((each) => each.prefix === prefix);
	return reportable ? (await reportable.show(db, vault, me, id, now))?.text : undefined;
}
