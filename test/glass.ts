/** A talk of two, a case about it, and stewards: for tests of who may look. */
import { said as saidAtOnce } from './said.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import { answerLook, askToLook } from '#features/break-glass/server/index.ts';
import type { Asking } from '#features/break-glass/server/ask.ts';
import type { LookId } from '#features/break-glass/look.ts';
import type { CaseId } from '#features/desk/case.ts';
import { openCase, takeCase } from '#features/desk/server/index.ts';
import { say } from '#features/pairings/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { granted, two } from './talks.ts';
import type { World } from './world.ts';

export const because = 'What is written here may be a threat, and we need to understand it.';

/** Wren has written to Ana; Ana has told stewards of it, and Henk works on it. Juno and Lolo are stewards, too. */
export async function aCase(world: World) {
	const { wren, ana, pairingId } = await two(world);
	const steward = (name: string) => world.person(name, { duties: ['steward'] });
	const [henk, juno, lolo] = [await steward('Henk'), await steward('Juno'), await steward('Lolo')];
	const ximena = await world.person('Ximena', { duties: ['coordinator'] });
	const said = await write(world, wren, pairingId, 'Do as I say.');
	await write(world, ana, pairingId, 'Please stop.');
	const { caseId } = await world.as(null, (tx) =>
		openCase(tx, {
			...{ about: `message:${said.id}`, subjectId: wren, ageBand: 'adult', kind: 'report', tier: 1 },
			...{ because: 'reports.because.hurtful', raisedBy: ana },
		}),
	);
	granted(await world.as(henk, (tx) => takeCase(tx, caseId)));
	return { wren, ana, pairingId, henk, juno, lolo, ximena, caseId };
}

export async function write(world: World, who: PersonId, pairingId: PairingId, body: string) {
	return saidAtOnce(
		await world.as(who, (tx) =>
			say(tx, { pairingId, body, contentNote: '', replyTo: undefined, clientId: tx.newId() }),
		),
	);
}

export const ask = (world: World, who: PersonId, caseId: CaseId, asking: Partial<Asking> = {}) =>
	world.as(who, (tx) =>
		askToLook(tx, { caseId, what: 'talk', minutes: 15, reason: because, later: false, ...asking }),
	);

export const answer = (world: World, who: PersonId, lookId: LookId, yesOrNo: 'yes' | 'no' = 'yes') =>
	world.as(who, (tx) => answerLook(tx, { lookId, answer: yesOrNo }));

/** Asked by Henk, with Juno’s yes. */
export async function open(world: World, asking: Partial<Asking> = {}) {
	const there = await aCase(world);
	const { lookId } = granted(await ask(world, there.henk, there.caseId, asking));
	granted(await answer(world, there.juno, lookId));
	return { ...there, lookId };
}
