import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { linesChanged } from '../events.ts';
import { detailsOf, lookedUp, type Details } from '../lines.ts';
import { may } from '../policy.ts';
import { keptLine } from './queries.ts';

const mayKeep = async (tx: Tx) => may.keepLines({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });

/** Somebody has looked a line up at its source, and all of it is so. It is kept as it is now, whatever newer files say. */
export async function checkLine(tx: Tx, { id }: { id: string }) {
	const ruling = await mayKeep(tx);
	if (ruling.refused) return ruling;
	const line = await keptLine(tx.db, id);
	if (!line) return refuse('no-such-line');

	const { country, hidden, own: _own, checkedBy: _by, ...rest } = line;
	return put(tx, { id, country, hidden, details: detailsOf(rest), ...checked(tx) });
}

/** Puts a line right. Whoever does has looked it up. */
export async function correctLine(tx: Tx, { id, details }: { id: string; details: Details }) {
	const ruling = await mayKeep(tx);
	if (ruling.refused) return ruling;
	const line = await keptLine(tx.db, id);
	if (!line) return refuse('no-such-line');

	return put(tx, { id, country: line.country, hidden: line.hidden, details, ...checked(tx) });
}

/** Adds a line of one’s own: the drop-in round the corner, the night bus, a warm line. */
export async function addLine(tx: Tx, { country, details }: { country: string; details: Details }) {
	const ruling = await mayKeep(tx);
	if (ruling.refused) return ruling;
	return put(tx, { id: `${country}-${tx.newId()}`, country, hidden: false, details, ...checked(tx) });
}

/** Takes a line out of what people are shown, or puts it back. */
export async function hideLine(tx: Tx, { id, hidden }: { id: string; hidden: boolean }) {
	const ruling = await mayKeep(tx);
	if (ruling.refused) return ruling;
	const line = await keptLine(tx.db, id);
	if (!line) return refuse('no-such-line');

	const { country, checked_on, expires_on } = line;
	const before = await tx.db
		.selectFrom('help_line')
		.select('checked_by')
		.where('id', '=', id)
		.executeTakeFirst();
	const { own: _own, checkedBy: _by, hidden: _hidden, country: _country, ...rest } = line;
	const details = detailsOf(rest);
	return put(tx, {
		...{ id, country, hidden, details, checked_on, expires_on },
		checked_by: before?.checked_by ?? null,
	});
}

const checked = (tx: Tx) => ({ ...lookedUp(tx.now), checked_by: tx.actor });

interface Put {
	id: string;
	country: string;
	details: Details;
	hidden: boolean;
	checked_on: string | null;
	checked_by: PersonId | null;
	expires_on: string | null;
}

async function put(tx: Tx, { id, country, ...told }: Put) {
	await tx.db
		.insertInto('help_line')
		.values({ id, country, ...told })
		.onConflict((already) => already.column('id').doUpdateSet(told))
		.execute();
	await tx.announce(linesChanged({ country }));
	return { id };
}
