import { redirect } from '@sveltejs/kit';
import type { BlockId } from '#features/blocks/block.ts';
import { UnblockForm } from '#features/blocks/forms.ts';
import { blocksOf, unblock } from '#features/blocks/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { id } = signedIn(event);
	const { db, vault } = event.locals;
	const { searchParams } = event.url;
	return {
		blocks: await blocksOf(db, vault, id),
		done: searchParams.has('blocked') ? 'blocked' : searchParams.has('unblocked') ? 'unblocked' : undefined,
	};
};

export const actions: Actions = {
	async unblock(event) {
		signedIn(event);
		const form = await readForm(event.request, UnblockForm);
		if (!form.ok) return form.again;
		const done = await event.locals.transact((tx) => unblock(tx, { blockId: form.data.block as BlockId }));
		if ('refused' in done) return sayNo(done);
		redirect(303, '/me/blocks?unblocked');
	},
};
