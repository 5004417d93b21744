import * as circles from '#features/circles/server/index.ts';
import type { ConversationId } from '#features/conversations/conversation.ts';
import type { MessageId } from '#features/conversations/message.ts';
import { conversationOf, holdStill, type Stewarded, type Was } from '#features/conversations/server/index.ts';
import * as pairings from '#features/pairings/server/index.ts';
import { FOR_GOOD, type Duty } from '#features/people/person.ts';
import { canBeSpared, giveDuty, shutOut, takeDuties } from '#features/people/server/index.ts';
import * as rooms from '#features/rooms/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Reportable } from '#platform/reportable.ts';
import { allowed, type Ruling } from '#platform/ruling.ts';
import { needsSecond, type MeasureId } from '../ladder.ts';
import { effectsOf, type FullMeasure } from './queries.ts';
import type { EffectKind } from './tables.ts';

/** The kinds of places that people can be asked to listen in, or taken out of. */
const everyKind: readonly Stewarded[] = [circles.stewarded, rooms.stewarded, pairings.stewarded];

/** Something as a reportable names it: `message:0198…`. */
const partsOf = (about: string) => {
	const [prefix = '', id = ''] = about.split(':');
	return { prefix, id };
};

/** The place in which something happened, as far as people can be taken out of it. */
export async function placeOf(db: Reader, about: string) {
	const { prefix, id } = partsOf(about);
	if (prefix !== 'message') return undefined;
	const where = await conversationOf(db, id as MessageId);
	const stewarded = everyKind.find(({ kind }) => kind === where?.kind);
	return where && stewarded && { id: where.id, stewarded };
}

/** Whether the thing is there, and of a kind that can be hidden. */
export async function isHideable(db: Reader, reportables: readonly Reportable[], about: string) {
	const { prefix, id } = partsOf(about);
	const reportable = reportables.find((one) => one.prefix === prefix);
	return reportable?.hide !== undefined && (await reportable.editedAt?.(db, id)) !== undefined;
}

/** Does what a measure says, and writes down what was there before. */
export async function carryOut(
	tx: Tx,
	measure: FullMeasure,
	reportables: readonly Reportable[],
): Promise<Ruling<'last-coordinator'>> {
	const { id, about, step, endsAt } = measure;
	const personId = measure.subjectId!;
	if (step === 'hidden' || measure.hides) {
		const { prefix, id: thing } = partsOf(about);
		// It can be hidden already, until somebody had looked at it.
		await reportables.find((one) => one.prefix === prefix)?.hide?.(tx, thing, tx.now);
		await remember(tx, id, 'hidden', about, {});
	}
	if (step === 'paused') await pause(tx, measure, personId);
	if (step === 'removed') {
		const place = await placeOf(tx.db, about);
		const was = place && (await place.stewarded.takeOut(tx, { id: place.id, personId }, endsAt));
		if (was) await remember(tx, id, 'removed', nameOf(place!), was);
	}
	return needsSecond(step) ? shut(tx, measure, personId) : allowed;
}

async function pause(tx: Tx, { id, about, everywhere, endsAt }: FullMeasure, personId: PersonId) {
	const here = await placeOf(tx.db, about);
	const places =
		everywhere || !here
			? await Promise.all(
					everyKind.map(async (stewarded) =>
						(await stewarded.placesOf(tx, personId)).map((place) => ({ id: place, stewarded })),
					),
				)
			: [[here]];
	// In one order for everybody, so that two decisions never wait for each other crosswise.
	for (const place of places.flat().sort((a, b) => (a.id < b.id ? -1 : 1))) {
		const was = await place.stewarded.pause?.(tx, { id: place.id, personId }, endsAt!);
		if (was) await remember(tx, id, 'paused', nameOf(place), was);
	}
}

/** Out of everything: what they held is handed over, whoever waits for them is told, and every door closes. */
async function shut(tx: Tx, { id, endsAt }: FullMeasure, personId: PersonId) {
	const spared = await canBeSpared(tx, personId);
	if (spared.refused) return spared;
	// In their name, so that whoever they would have met is told.
	const theirs = tx.as({ actor: personId, now: tx.now });
	for (const pairingId of await pairings.pairingsOfPerson(tx.db, personId)) {
		await holdStill(tx, pairingId);
		await pairings.callOffAll(theirs, pairingId);
	}
	const duties = await takeDuties(tx, personId);
	await remember(tx, id, 'duties', `person:${personId}`, { duties: duties.join(' ') });
	await remember(tx, id, 'shut-out', `person:${personId}`, {});
	await shutOut(tx, personId, latest(await otherEnds(tx, id, personId), endsAt));
	return allowed;
}

/** Takes back what a measure did, as far as no other one that stands does the same. */
export async function undo(tx: Tx, measure: FullMeasure, reportables: readonly Reportable[]) {
	const { id, subjectId: personId, endsAt } = measure;
	for (const { kind, what, was } of await effectsOf(tx.db, id)) {
		if (kind === 'hidden') {
			if (!(await doneByAnother(tx, id, kind, what))) await giveBack(tx, what, reportables);
		} else if (personId) {
			if (kind === 'duties') await giveDuties(tx, personId, was);
			if (kind === 'shut-out')
				await shutOut(tx, personId, latest(await otherEnds(tx, id, personId), undefined));
			const place = placeCalled(what);
			if (kind === 'paused' && place && endsAt)
				await place.stewarded.endPause?.(tx, { ...place, personId }, was, endsAt);
			if (kind === 'removed' && place && !(await doneByAnother(tx, id, kind, what)))
				await place.stewarded.putBack(tx, { ...place, personId }, was);
		}
	}
}

/** Gives back what was hidden, in its place. */
export async function giveBack(tx: Tx, about: string, reportables: readonly Reportable[]) {
	const { prefix, id } = partsOf(about);
	await reportables.find((one) => one.prefix === prefix)?.restore?.(tx, id, tx.now);
}

async function giveDuties(tx: Tx, personId: PersonId, { duties }: Was) {
	const taken = String(duties)
		.split(' ')
		.filter((duty) => duty !== '') as Duty[];
	for (const duty of taken) await giveDuty(tx, { personId, duty, givenBy: null });
}

const remember = (tx: Tx, measureId: MeasureId, kind: EffectKind, what: string, was: Was) =>
	tx.db
		.insertInto('measure_effect')
		.values({ measure_id: measureId, kind, what, was })
		.onConflict((already) => already.doNothing())
		.execute();

async function doneByAnother(tx: Tx, id: MeasureId, kind: EffectKind, what: string): Promise<boolean> {
	const another = await tx.db
		.selectFrom('measure_effect')
		.innerJoin('measure', 'measure.id', 'measure_effect.measure_id')
		.select('measure.id')
		.where('measure_effect.kind', '=', kind)
		.where('measure_effect.what', '=', what)
		.where('measure.id', '!=', id)
		.where('measure.state', '=', 'standing')
		.executeTakeFirst();
	return another !== undefined;
}

/** Until when other measures that stand shut this person out. */
async function otherEnds(tx: Tx, id: MeasureId, personId: PersonId): Promise<(Date | null)[]> {
	const others = await tx.db
		.selectFrom('measure')
		.select('ends_at')
		.where('subject_id', '=', personId)
		.where('id', '!=', id)
		.where('state', '=', 'standing')
		.where('step', 'in', ['suspended', 'banned'])
		.execute();
	return others.map(({ ends_at }) => ends_at);
}

/** The latest of these ends, null being no end; null when there is none at all. */
function latest(others: readonly (Date | null)[], mine: Date | null | undefined): Date | null {
	const ends = (mine === undefined ? others : [...others, mine]).map((end) => end ?? FOR_GOOD);
	return ends.length === 0 ? null : new Date(Math.max(...ends.map(Number)));
}

const nameOf = ({ id, stewarded }: { id: ConversationId; stewarded: Stewarded }) => `${stewarded.kind}:${id}`;

function placeCalled(what: string) {
	const { prefix, id } = partsOf(what);
	const stewarded = everyKind.find(({ kind }) => kind === prefix);
	return stewarded && { id: id as ConversationId, stewarded };
}
