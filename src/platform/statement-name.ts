import { hash } from 'node:crypto';

/** The names of statements, by their text. There are about as many as places in the product that ask. */
const names = new Map<string, string>();

/** What a statement is prepared under. Text that is made anew each time, such as of lists, is not kept for good. */
export function statementName(text: string): string {
	const known = names.get(text);
	if (known) return known;
	const name = hash('sha1', text, 'base64url');
	if (names.size < 2_000) names.set(text, name);
	return name;
}

/**
 * Begins a statement that is planned each time it is asked, for the values it is asked with: of words that everybody says
 * and of words that hardly anybody says the same plan is wrong for one of them.
 */
export const PLANNED_EACH_TIME = '/* planned each time */ ';
