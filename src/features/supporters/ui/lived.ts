import { fields } from '#features/people/lived.ts';
import type { Reading } from '#ui/reading.ts';

/** What somebody has lived through, a field of life at a time: “Caring for somebody: a parent”. */
export const livedSaid = (lived: readonly string[], say: Reading['say']): string =>
	Object.entries(fields)
		.flatMap(([field, within]) => {
			const named = within.filter((code) => lived.includes(code)).map((code) => say(`people.lived.${code}`));
			const said = say(`people.lived.${field}`);
			if (named.length > 0) return [`${said}: ${named.join(', ')}`];
			return lived.includes(field) ? [said] : [];
		})
		.join(' · ');
