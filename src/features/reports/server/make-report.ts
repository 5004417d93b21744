import type { MessageId } from '#features/conversations/message.ts';
import { frankedCopy } from '#features/conversations/server/index.ts';
import { openCase, sealForCase } from '#features/desk/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { overLimit, type Limit } from '#platform/rate-limit.ts';
import { refuse } from '#platform/ruling.ts';
import { hours } from '#platform/time.ts';
import { reportMade } from '../events.ts';
import { tierOf, type Including, type Reason, type ReportId } from '../report.ts';
import { copyOf, type Copy } from './copies.ts';
import { hideWhileNobodyIsThere } from './hide-until-reviewed.ts';
import { sealMine } from './mine.ts';
import { aroundThing, thingFor, type Thing } from './thing.ts';

export interface Making {
	/** `message:0198…`, or `line:` with who said it there and at which place. */
	about: string;
	reason: Reason;
	include: Including;
	/** What whoever reports adds; empty for nothing. */
	words: string;
}

const pace: Limit = { purpose: 'reports.make', atMost: 30, within: hours(1) };

/**
 * Tells stewards of something one may see. What it says at this moment is copied, as far as whoever reports wishes, and can
 * be read by stewards when it has been changed or taken back since. Telling of one thing twice is telling once.
 */
export async function makeReport(tx: Tx, { about, reason, include, words }: Making) {
	if (await overLimit(tx.db, tx.vault, pace, tx.actor, tx.now)) return refuse('too-many');
	const thing = await thingFor(tx.db, tx.vault, { viewer: tx.actor, about }, tx.now);
	if (!thing) return refuse('nothing-there');
	if (thing.authorId === tx.actor) return refuse('your-own');
	const me = await viewerById(tx.db, tx.actor);

	const { caseId, kept } = await openCase(tx, {
		about: thing.about,
		subjectId: thing.authorId,
		ageBand: me!.ageBand,
		kind: 'report',
		tier: tierOf[reason],
		because: `reports.because.${reason}`,
		raisedBy: tx.actor,
	});
	const already = await tx.db
		.selectFrom('report')
		.select('id')
		.where('case_id', '=', caseId)
		.where('reporter_id', '=', tx.actor)
		.executeTakeFirst();
	if (already) return { reportId: already.id, kept };

	const reportId: ReportId = tx.newId();
	const copy = await whatIsCopied(tx, thing, include);
	await tx.db
		.insertInto('report')
		.values({
			...{ id: reportId, case_id: caseId, reporter_id: tx.actor, reason, include },
			copy: copy && (await sealForCase(tx, caseId, JSON.stringify(copy), copyOf(reportId))),
			mine: await sealMine(tx, reportId, { where: thing.where, words }),
			made_at: tx.now,
		})
		.execute();
	await tx.announce(reportMade({ reportId }));
	if (!kept) await hideWhileNobodyIsThere(tx, { caseId, ageBand: me!.ageBand, reportable: thing.reportable });
	return { reportId, kept };
}

async function whatIsCopied(tx: Tx, thing: Thing, include: Including): Promise<Copy | null> {
	if (include === 'nothing') return null;
	const around = include === 'around' ? await aroundThing(tx.db, tx.vault, thing, tx.now) : [];
	return { where: thing.where, text: thing.text, around, franked: await frankOf(tx, thing) };
}

/** Proves later that a message said this, also when it is gone by then. */
const frankOf = async (tx: Tx, { reportable, id }: Thing) =>
	reportable.prefix === 'message' ? frankedCopy(tx.db, tx.vault, id as MessageId) : undefined;
