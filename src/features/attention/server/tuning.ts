import type { Reader, Tx } from '#platform/db.ts';
import { writtenOnce } from '#platform/written-once.ts';
import { patternNames, patternsFrom, startValues, type Patterns } from '../patterns.ts';

const ownValues = writtenOnce((db) => db.selectFrom('tuning').select(['name', 'value']));

/** The patterns as this organisation has set them. */
export async function patternsOf(db: Reader): Promise<Patterns> {
	const rows = await ownValues({}).execute(db);
	return patternsFrom(new Map(rows.map(({ name, value }) => [name, value])));
}

/** Sets every pattern. One that is as it came is not kept, so that it follows what Hearten comes with. */
export async function setPatterns(tx: Tx, values: Patterns) {
	await tx.db.deleteFrom('tuning').execute();
	const own = patternNames
		.filter((name) => values[name] !== startValues[name])
		.map((name) => ({ name, value: values[name] }));
	if (own.length > 0) await tx.db.insertInto('tuning').values(own).execute();
	return { set: own.length };
}
