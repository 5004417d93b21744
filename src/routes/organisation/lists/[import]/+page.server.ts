import { error, redirect } from '@sveltejs/kit';
import { DecisionForm, shownIn } from '#features/directory/forms.ts';
import { may } from '#features/directory/policy.ts';
import {
	bringIn,
	changesIn,
	countTwins,
	importById,
	leaveOut,
	lookAnew,
	undoImport,
	type ImportId,
} from '#features/directory/server/index.ts';
import { isId } from '#platform/ids.ts';
import { readForm, sayNo } from '#web/form.ts';
import { settled } from '../settled.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const list = await importHere(locals, params);
	const { kind, page } = shownIn(url.searchParams);
	const shown = kind && (await changesIn(locals.db, list.id, { kind, page }));
	return { list, kind, page, shown, twins: await countTwins(locals.db, list.id) };
};

export const actions: Actions = {
	async take({ locals, params, request }) {
		const { id } = await importHere(locals, params);
		const form = await readForm(request, DecisionForm);
		if (!form.ok) return form.again;
		const { basis, losses } = form.data;
		const decided = await locals.transact((tx) =>
			bringIn(tx, { importId: id, basis, lossesAreMeant: losses === 'meant' }),
		);
		if ('refused' in decided) {
			if (decided.refused !== 'changed-meanwhile') return sayNo(decided);
			await locals.transact((tx) => lookAnew(tx, id));
			await settled(locals.db, id);
			return sayNo(decided);
		}
		await settled(locals.db, id);
		redirect(303, `/organisation/lists/${id}`);
	},

	async leave({ locals, params }) {
		const { id } = await importHere(locals, params);
		await locals.transact((tx) => leaveOut(tx, id));
		await settled(locals.db, id);
		redirect(303, `/organisation/lists/${id}`);
	},

	async undo({ locals, params }) {
		const { id } = await importHere(locals, params);
		const undone = await locals.transact((tx) => undoImport(tx, id));
		if ('refused' in undone) return sayNo(undone);
		return { undone: undone.left.map(({ name }) => name) };
	},
};

/** For everybody else this page does not exist. */
async function importHere({ viewer, db }: App.Locals, params: { import: string }) {
	if (may.bringIn({ viewer }).refused || !isId(params.import)) error(404);
	return (await importById(db, params.import as ImportId)) ?? error(404);
}
