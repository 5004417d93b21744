import { error, redirect } from '@sveltejs/kit';
import { may } from '#features/ladder/policy.ts';
import { NewRuleForm, RuleForm } from '#features/ladder/forms.ts';
import { givenRules, isGiven } from '#features/ladder/rule.ts';
import { addRule, changeRule, ruleRows } from '#features/ladder/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	coordinating(locals);
	const rows = await ruleRows(locals.db);
	const row = (code: string) => rows.find((rule) => rule.code === code);
	return {
		rules: [...givenRules, ...rows.map(({ code }) => code).filter((code) => !isGiven(code))].map((code) => ({
			...{ code, given: isGiven(code) },
			...{ sentence: row(code)?.sentence ?? '', leftOut: row(code)?.leftOut ?? false },
		})),
		kept: url.searchParams.has('kept'),
	};
};

export const actions: Actions = {
	async change({ locals, request }) {
		coordinating(locals);
		const form = await readForm(request, RuleForm);
		if (!form.ok) return form.again;
		const changed = await locals.transact((tx) => changeRule(tx, form.data));
		if ('refused' in changed) return sayNo(changed, form.values);
		redirect(303, '/organisation/rules?kept');
	},

	async add({ locals, request }) {
		coordinating(locals);
		const form = await readForm(request, NewRuleForm);
		if (!form.ok) return form.again;
		const added = await locals.transact((tx) => addRule(tx, form.data));
		if ('refused' in added) return sayNo(added, form.values);
		redirect(303, '/organisation/rules?kept');
	},
};

/** For everybody else this page does not exist. */
function coordinating({ viewer }: App.Locals) {
	if (may.arrange({ viewer }).refused) error(404);
}
