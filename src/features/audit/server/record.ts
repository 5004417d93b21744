import type { Tx } from '#platform/db.ts';
import { isCode, type Act } from '../entry.ts';
import { namesOf } from './names.ts';

/**
 * Puts an act in the log, in the transaction in which it is done: it is there when that is committed, and never else. Every
 * id of a person, wherever it stands, becomes the name they have in the log. Throws where somebody’s words are among the
 * facts: those are for nobody who reads a log.
 */
export async function record(tx: Tx, { kind, by, about, at, facts }: Act) {
	const told = Object.entries(facts).filter(([, value]) => value !== null);
	const texts = [about, ...told.map(([, value]) => value).filter((value) => typeof value === 'string')];
	if (![kind, ...texts].every(isCode))
		throw new Error(`The audit log keeps ids and codes, not words: ${kind}`);

	const ids = [by ?? '', ...texts].flatMap((text) => text.match(anId) ?? []);
	const names = await namesOf(tx, [...new Set(ids)]);
	const renamed = told.map(([key, value]) => [key, typeof value === 'string' ? rename(value, names) : value]);
	await tx.db
		.insertInto('audit_arriving')
		.values({
			...{ at, kind, about: rename(about, names), done_by: by && (names.get(by) ?? null) },
			facts: JSON.stringify(
				Object.fromEntries(renamed.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))),
			),
		})
		.execute();
}

const anId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** `person:0198…` and `0198…` become `person:` and their name; ids of anything else stay. */
const rename = (text: string, names: ReadonlyMap<string, string>) =>
	text.replace(/(?:\bperson:)?([0-9a-f]{8}-[0-9a-f-]{27})/g, (whole, id: string) => {
		const name = names.get(id);
		return name ? `person:${name}` : whole;
	});
