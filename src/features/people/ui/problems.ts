import type { Reading } from '#ui/reading.ts';

/** What a page gets back when its form was not accepted. */
interface NotYet {
	values: Record<string, string | string[]>;
	problems: Record<string, string>;
	refused?: string;
	minutes?: number;
}

/** Where a “no” belongs on the page; one that is not here is about the form as a whole. */
const fieldOf: Record<string, string> = {
	'nickname-empty': 'nickname',
	'nickname-too-long': 'nickname',
	'nickname-mixes-alphabets': 'nickname',
	'nickname-taken': 'nickname',
	'nobody-called-that': 'nickname',
	'band-closed': 'ageBand',
	'passphrase-short': 'passphrase',
	'passphrase-long': 'passphrase',
	'passphrase-common': 'passphrase',
	'passphrase-is-nickname': 'passphrase',
	'passphrase-wrong': 'passphrase',
	'code-wrong': 'code',
	'confirm-differs': 'confirm',
};

/**
 * What a page says about a form that came back: `at` a field, and `all` of it gathered for the top. `moved` names
 * fields that are called otherwise on this page.
 */
export function problemsOf(
	say: Reading['say'],
	form: object | null | undefined,
	moved: Record<string, string> = {},
) {
	const at: Record<string, string> = {};
	const notYet = isNotYet(form) ? form : undefined;
	for (const [field, problem] of Object.entries(notYet?.problems ?? {})) at[field] = say(`form.${problem}`);
	if (notYet?.refused !== undefined) {
		const field = fieldOf[notYet.refused] ?? '';
		at[moved[notYet.refused] ?? field] = say(`people.no.${notYet.refused}`, { minutes: notYet.minutes ?? 0 });
	}
	return {
		at,
		all: Object.entries(at).map(([field, says]) => ({ field: field || undefined, says })),
		/** What had been typed, secrets left out. */
		typed: (field: string) => {
			const value = notYet?.values[field];
			return typeof value === 'string' ? value : undefined;
		},
		chosen: (field: string) => {
			const value = notYet?.values[field];
			return notYet && (value === undefined ? [] : [value].flat());
		},
	};
}

const isNotYet = (form: object | null | undefined): form is NotYet =>
	!!form && 'problems' in form && 'values' in form;
