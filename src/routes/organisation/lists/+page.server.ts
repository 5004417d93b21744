import { error, redirect } from '@sveltejs/kit';
import { ListForm, OftenForm } from '#features/directory/forms.ts';
import { may } from '#features/directory/policy.ts';
import {
	askForList,
	listsHere,
	lookOften,
	nameOfList,
	recentImports,
} from '#features/directory/server/index.ts';
import { formIn, readForm, sayNo } from '#web/form.ts';
import { settled } from './settled.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	bringing(locals);
	return {
		lists: await listsHere(locals.db),
		recent: await recentImports(locals.db),
		zones: Intl.supportedValuesOf('timeZone'),
	};
};

export const actions: Actions = {
	async read({ locals, request }) {
		bringing(locals);
		const sent = await formIn(request);
		const file = sent.get('file');
		const chosen = file instanceof File && file.size > 0 ? file : undefined;
		const form = await readForm(sent, ListForm);
		if (!form.ok) return form.again;
		const { address, slug, zone } = form.data;
		if (!chosen && address === '') return sayNo({ refused: 'nothing-to-read' }, form.values);

		const source = chosen ? chosen.name.slice(0, 200) || 'list' : address;
		const asked = await locals.transact(async (tx) =>
			askForList(tx, {
				slug: slug || nameOfList(source),
				source,
				zone: zone || null,
				content: chosen ? Buffer.from(await chosen.arrayBuffer()) : null,
			}),
		);
		await settled(locals.db, asked.id);
		redirect(303, `/organisation/lists/${asked.id}`);
	},

	async often({ locals, request }) {
		bringing(locals);
		const form = await readForm(request, OftenForm);
		if (!form.ok) return form.again;
		const { slug, every } = form.data;
		const outcome = await locals.transact((tx) =>
			lookOften(tx, { slug, every: every === 'never' ? null : every }),
		);
		if ('refused' in outcome) return sayNo(outcome, form.values);
		redirect(303, '/organisation/lists');
	},
};

/** For everybody else this page does not exist. */
function bringing({ viewer }: App.Locals) {
	if (may.bringIn({ viewer }).refused) error(404);
}
