import { english } from './en/english.ts';
import { spanish } from './es/spanish.ts';
import { examine } from './examine.ts';
import type { Context, Detail } from './finding.ts';
import { personalDetails } from './personal-data.ts';
import { readerOf } from './reader.ts';

export { version } from './reader.ts';

const languages = [english, spanish];

/** Reads both languages: for the server, and wherever size does not matter. */
export const read = readerOf(languages);

/** What `script/read-risk` prints, for measuring on sentences whose meaning is known. Not kept or shown anywhere. */
export function measure(text: string, context: Context = {}) {
	const { suicide, level, tier, others } = examine(text, context, languages);
	const of = (category: Parameters<typeof others.get>[0]) =>
		Math.round((others.get(category) ?? 0) * 1e4) / 1e4;
	return {
		suicide: Math.round(suicide * 1e6) / 1e6,
		level,
		tier,
		selfharm: of('self-harm'),
		abuse: of('abuse'),
		threat: of('threat'),
		ed: of('eating'),
		dosing: of('dosing'),
		contact: of('contact'),
		harass: of('harassment'),
		encourage: of('encouragement'),
		pii: [...new Set(personalDetails(text, context).map(({ detail }): Detail => detail))],
	};
}
