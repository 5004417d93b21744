import { createHash } from 'node:crypto';
import type { Reader } from '#platform/db.ts';
import type { Head } from '../entry.ts';
import { nameFor } from './names.ts';

/** What was found: all of it as it was written, or the first place where it is not, and how. */
export type Verdict =
	| { whole: true; head: Head }
	| {
			whole: false;
			/** The number at which it is no longer as it was written. */
			at: number;
			because: Broken;
	  };

export type Broken =
	/** An entry is not there; what comes next has another number. */
	| 'missing'
	/** An entry says something else than when it was added, or was never added. */
	| 'changed'
	/** The last entries are not there, or there are some behind the last one. */
	| 'end'
	/** The head that was kept elsewhere is of another log, or of one that was longer. */
	| 'not-as-kept'
	/** A name in the log was given to somebody whose it is not. */
	| 'name';

/** What the first digest is made over, as the migration says it. */
const BEGINNING = createHash('sha256').update('hearten audit').digest();
const AT_ONCE = 2000;

/**
 * Goes through the whole log and makes every digest again, from nothing but what the entries say. `kept` is a head that
 * was written down elsewhere: without one, somebody with the database in their hands could have written all of it anew.
 */
export async function verifyAudit(db: Reader, kept?: Head): Promise<Verdict> {
	const end = await endOf(db);
	let before: Link = { number: 0, digest: BEGINNING };
	let asKept = !kept || (kept.number === 0 && kept.digest === BEGINNING.toString('hex'));
	while (before.number < end.number) {
		const entries = await entriesAfter(db, before.number, end.number);
		if (entries.length === 0) return broken(before.number + 1, 'end');
		for (const entry of entries) {
			if (entry.number !== before.number + 1) return broken(before.number + 1, 'missing');
			const digest = digestOf(before.digest, entry);
			if (!digest.equals(entry.digest)) return broken(entry.number, 'changed');
			before = { number: entry.number, digest };
			if (kept?.number !== entry.number) continue;
			if (kept.digest !== digest.toString('hex')) return broken(entry.number, 'not-as-kept');
			asKept = true;
		}
	}
	if (end.last > end.number || !end.digest.equals(before.digest)) return broken(end.number, 'end');
	if (!asKept) return broken(end.number, 'not-as-kept');
	return (await falseName(db)) ?? { whole: true, head: { number: end.number, digest: hex(end.digest) } };
}

interface Link {
	number: number;
	digest: Buffer;
}

const broken = (at: number, because: Broken): Verdict => ({ whole: false, at, because });
const hex = (digest: Buffer) => digest.toString('hex');

/** How far the log has got, to be kept elsewhere. */
export async function headOf(db: Reader): Promise<Head> {
	const { number, digest } = await endOf(db);
	return { number, digest: hex(digest) };
}

/** One look at both, so that what is added meanwhile is in both or in neither. */
async function endOf(db: Reader): Promise<Link & { last: number }> {
	const row = await db
		.selectFrom('audit_head')
		.select(['number', 'digest'])
		.select((from) =>
			from
				.selectFrom('audit_entry')
				.select((all) => all.fn.max('number').as('last'))
				.as('last'),
		)
		.executeTakeFirstOrThrow();
	return { ...row, last: row.last ?? 0 };
}

const entriesAfter = (db: Reader, number: number, last: number) =>
	db
		.selectFrom('audit_entry')
		.selectAll()
		.where('number', '>', number)
		.where('number', '<=', last)
		.orderBy('number')
		.limit(AT_ONCE)
		.execute();

type Entry = Awaited<ReturnType<typeof entriesAfter>>[number];

/** The same bytes as the database digests when an entry is added: its parts, each on a line of its own. */
function digestOf(before: Buffer, { number, at, kind, done_by, about, facts }: Entry): Buffer {
	const parts = [number, at.getTime(), kind, done_by ?? '', about, facts];
	return createHash('sha256').update(before).update(parts.join('\n')).digest();
}

/** Names are committed to by what they are made of: one that was passed on to somebody else does not come out again. */
async function falseName(db: Reader): Promise<Verdict | undefined> {
	const names = await db.selectFrom('audit_name').select(['person_id', 'opening', 'name']).execute();
	const wrong = names.find(({ person_id, opening, name }) => nameFor(person_id, opening) !== name);
	if (!wrong) return undefined;
	const first = await db
		.selectFrom('audit_entry')
		.select('number')
		.where((said) => said.or([said('done_by', '=', wrong.name), said('about', '=', `person:${wrong.name}`)]))
		.orderBy('number')
		.limit(1)
		.executeTakeFirst();
	return broken(first?.number ?? 0, 'name');
}
