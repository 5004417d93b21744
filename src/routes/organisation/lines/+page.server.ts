import { redirect } from '@sveltejs/kit';
import { WhichLineForm } from '#features/help/forms.ts';
import { checkLine, hideLine, keptLines } from '#features/help/server/index.ts';
import { standingOf } from '#features/safety/lines/in-order.ts';
import type { Tx } from '#platform/db.ts';
import { dayOf } from '#platform/time.ts';
import { readForm, sayNo } from '#web/form.ts';
import { askedFor } from '../../help/asked.ts';
import { keepingLines, listAt } from './keeping.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	keepingLines(locals);
	const all = await keptLines(locals.db);
	const country = askedFor(url.searchParams).country ?? locals.person?.country ?? all[0]!.country;
	const today = dayOf(locals.now);
	return {
		countries: [...new Set(all.map((line) => line.country))],
		country,
		lines: all
			.filter((line) => line.country === country)
			.map((line) => ({ ...line, standing: standingOf(line, today) })),
		kept: url.searchParams.has('kept'),
	};
};

/** Does something with the line that the form names, and comes back to it. */
const doing =
	(operation: (tx: Tx, id: string) => Promise<{ id: string } | { refused: string }>) =>
	async ({ locals, request }: RequestEvent) => {
		keepingLines(locals);
		const form = await readForm(request, WhichLineForm);
		if (!form.ok) return form.again;
		const done = await locals.transact((tx) => operation(tx, form.data.line));
		if ('refused' in done) return sayNo(done);
		redirect(303, listAt(done.id));
	};

export const actions: Actions = {
	check: doing((tx, id) => checkLine(tx, { id })),
	hide: doing((tx, id) => hideLine(tx, { id, hidden: true })),
	show: doing((tx, id) => hideLine(tx, { id, hidden: false })),
};
