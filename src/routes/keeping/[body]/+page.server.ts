import { redirect } from '@sveltejs/kit';
import { BodyForm, RemarkSeenForm, RoleForm, SlugForm, TakeRoleForm } from '#features/keeping/forms.ts';
import type { RemarkId } from '#features/keeping/keeping.ts';
import { confirm } from '#features/keeping/server/confirm.ts';
import { giveRole, takeRole } from '#features/keeping/server/give-role.ts';
import { changeBody } from '#features/keeping/server/open-body.ts';
import {
	askedAbout,
	keepersOf,
	listingsIn,
	listingsOff,
	proposalsIn,
	remarksIn,
} from '#features/keeping/server/queries.ts';
import { answerRemark } from '#features/keeping/server/remark.ts';
import type { PersonId } from '#platform/ids.ts';
import { readForm, sayNo } from '#web/form.ts';
import { bodyAt } from './body.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { body, maintains } = await bodyAt(event);
	const { db, vault, viewer, now } = event.locals;
	const { searchParams } = event.url;
	const words = (searchParams.get('q') ?? '').replaceAll('\0', '').slice(0, 100);
	const page = Math.min(10_000, Math.max(1, Number.parseInt(searchParams.get('page') ?? '1', 10) || 1));
	return {
		body,
		maintains,
		me: viewer!.id,
		words,
		page,
		...(await listingsIn(db, body.id, { words, page }, now)),
		off: await listingsOff(db, body.id),
		asked: maintains ? await askedAbout(db, body.id) : [],
		remarks: await remarksIn(db, vault, body.id),
		proposals: await proposalsIn(db, body.id, viewer!.id),
		keepers: await keepersOf(db, body.id, viewer!.id),
		proposed: searchParams.has('proposed'),
		kept: searchParams.has('kept'),
	};
};

export const actions: Actions = {
	async confirm(event) {
		const { body } = await bodyAt(event);
		const form = await readForm(event.request, SlugForm);
		if (!form.ok) return form.again;
		const { listing: slug } = form.data;
		const confirmed = await event.locals.transact((tx) => confirm(tx, { bodyId: body.id, slug }));
		if ('refused' in confirmed) return sayNo(confirmed);
		redirect(303, `/keeping/${body.slug}`);
	},

	async seen(event) {
		const { body } = await bodyAt(event);
		const form = await readForm(event.request, RemarkSeenForm);
		if (!form.ok) return form.again;
		const remarkId = form.data.remark as RemarkId;
		const seen = await event.locals.transact((tx) => answerRemark(tx, { bodyId: body.id, remarkId }));
		if ('refused' in seen) return sayNo(seen);
		redirect(303, `/keeping/${body.slug}`);
	},

	async give(event) {
		const { body } = await bodyAt(event);
		const form = await readForm(event.request, RoleForm);
		if (!form.ok) return form.again;
		const given = await event.locals.transact((tx) => giveRole(tx, { bodyId: body.id, ...form.data }));
		if ('refused' in given) return sayNo(given, form.values);
		redirect(303, `/keeping/${body.slug}#people`);
	},

	async take(event) {
		const { body } = await bodyAt(event);
		const form = await readForm(event.request, TakeRoleForm);
		if (!form.ok) return form.again;
		const personId = form.data.person as PersonId;
		const taken = await event.locals.transact((tx) => takeRole(tx, { bodyId: body.id, personId }));
		if ('refused' in taken) return sayNo(taken);
		redirect(303, personId === event.locals.viewer?.id ? '/keeping' : `/keeping/${body.slug}#people`);
	},

	async details(event) {
		const { body } = await bodyAt(event);
		const form = await readForm(event.request, BodyForm);
		if (!form.ok) return form.again;
		const changed = await event.locals.transact((tx) => changeBody(tx, { bodyId: body.id, ...form.data }));
		if ('refused' in changed) return sayNo(changed, form.values);
		redirect(303, `/keeping/${body.slug}?kept`);
	},
};
