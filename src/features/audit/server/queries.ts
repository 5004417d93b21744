import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';

const PAGE = 50;

/** An act, as those read it who answer for what was done. */
export interface Entry {
	number: number;
	at: Date;
	kind: string;
	/** Whoever did it: a nickname; null for nobody, and empty once they have gone. */
	by: string | null;
	/** The nickname of whom it was done to, empty once they have gone; undefined where it was done to no person. */
	whom: string | undefined;
	/** What it was done to, as the log keeps it. */
	about: string;
	facts: Readonly<Record<string, string | number | boolean>>;
}

export interface Wanted {
	/** What comes before this number; the latest without one. */
	before?: number | undefined;
	/** The feature in which it was done. */
	area?: string | undefined;
	/** Whoever did it. */
	by?: PersonId | undefined;
}

/** A page of the log, the latest first, with the number before which it goes on. */
export async function entriesBefore(
	db: Reader,
	{ before, area, by }: Wanted,
): Promise<{ entries: Entry[]; earlier: number | undefined }> {
	let query = db.selectFrom('audit_entry').select(['number', 'at', 'kind', 'done_by', 'about', 'facts']);
	if (before !== undefined) query = query.where('number', '<', before);
	// From “rooms.” up to “rooms/”, the sign behind the full stop.
	if (area) query = query.where('kind', '>=', `${area}.`).where('kind', '<', `${area}/`);
	if (by)
		query = query.where('done_by', '=', (named) =>
			named.selectFrom('audit_name').select('name').where('person_id', '=', by),
		);
	const rows = await query
		.orderBy('number', 'desc')
		.limit(PAGE + 1)
		.execute();
	const shown = rows.slice(0, PAGE);
	const nicknames = await nicknamesBehind(
		db,
		shown.flatMap(({ done_by, about, facts }) => [done_by ?? '', ...personsIn(about), ...personsIn(facts)]),
	);
	const nickname = (name: string) => nicknames.get(name) ?? '';
	return {
		entries: shown.map(({ done_by, facts, ...row }) => {
			const [whom] = [...personsIn(row.about), ...personsIn(facts)];
			return {
				...row,
				by: done_by && nickname(done_by),
				whom: whom === undefined ? undefined : nickname(whom),
				facts: JSON.parse(facts) as Entry['facts'],
			};
		}),
		earlier: rows.length > PAGE ? shown.at(-1)?.number : undefined,
	};
}

/** The names in what the log keeps, of people. */
const personsIn = (kept: string): string[] =>
	Array.from(kept.matchAll(/\bperson:([A-Za-z0-9_-]{43})/g), ([, name]) => name!);

async function nicknamesBehind(db: Reader, names: readonly string[]): Promise<Map<string, string>> {
	const wanted = [...new Set(names)].filter(Boolean);
	if (wanted.length === 0) return new Map();
	const rows = await db
		.selectFrom('audit_name')
		.innerJoin('person', 'person.id', 'audit_name.person_id')
		.select(['audit_name.name', 'person.nickname'])
		.where('audit_name.name', 'in', wanted)
		.execute();
	return new Map(rows.map(({ name, nickname }) => [name, nickname]));
}

/** The features in which something was done, for choosing one. */
export async function areasInLog(db: Reader): Promise<string[]> {
	const rows = await db.selectFrom('audit_entry').select('kind').distinct().execute();
	return [...new Set(rows.map(({ kind }) => kind.split('.')[0]!))].sort();
}

/** Everybody who did something and is still here, by nickname. */
export const peopleInLog = (db: Reader) =>
	db
		.selectFrom('audit_name')
		.innerJoin('person', 'person.id', 'audit_name.person_id')
		.select(['person.id', 'person.nickname'])
		.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('audit_entry').select('number').whereRef('audit_entry.done_by', '=', 'audit_name.name'),
			),
		)
		.orderBy('person.nickname')
		.execute();
