import { randomUUID } from 'node:crypto';
import { reportables } from '#composition';
import type { CircleId } from '#features/circles/circle.ts';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { joinCircle } from '#features/circles/server/index.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import type { MessageId } from '#features/conversations/message.ts';
import type { CaseId, Tier } from '#features/desk/case.ts';
import { openCase, takeCase } from '#features/desk/server/index.ts';
import type { Length, MeasureId, Step } from '#features/ladder/ladder.ts';
import { endOf } from '#features/ladder/ladder.ts';
import { appeal, impose, judge, second } from '#features/ladder/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { granted } from './rooms.ts';
import type { World } from './world.ts';

/** A circle in which Ben said something that Sara told stewards of, and four stewards: Lolo has the case. */
export interface Told {
	circleId: CircleId;
	rosa: PersonId;
	ben: PersonId;
	sara: PersonId;
	lolo: PersonId;
	wren: PersonId;
	nia: PersonId;
	messageId: MessageId;
	about: string;
	caseId: CaseId;
}

export async function somethingTold(world: World, { capacity = 8, tier = 1 as Tier } = {}): Promise<Told> {
	const [rosa, ben, sara] = [
		await world.person('Rosa'),
		await world.person('Ben'),
		await world.person('Sara'),
	];
	const [lolo, wren, nia] = [
		await steward(world, 'Lolo'),
		await steward(world, 'Wren'),
		await steward(world, 'Nia'),
	];
	const circleId = await world.circle({ hosts: [rosa], seated: [ben, sara], capacity });
	await world.as(ben, (tx) => acceptAgreements(tx, { circleId, version: 1 }));
	const messageId = await said(world, ben, circleId, 'You are all useless.');
	const told = { circleId, rosa, ben, sara, lolo, wren, nia, messageId, about: `message:${messageId}` };
	return { ...told, caseId: await taken(world, told, lolo, tier) };
}

const steward = (world: World, name: string) => world.person(name, { duties: ['steward'] });

export async function said(
	world: World,
	who: PersonId,
	circleId: CircleId,
	body: string,
): Promise<MessageId> {
	const saying = { circleId, body, contentNote: '', replyTo: undefined, clientId: randomUUID() };
	granted(await world.as(who, (tx) => postMessage(tx, saying)));
	const { id } = await world.db
		.selectFrom('message')
		.select('id')
		.where('conversation_id', '=', circleId)
		.orderBy('place', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	return id;
}

/** Sara tells stewards of it, and this one takes the case. */
export async function taken(
	world: World,
	{ about, ben, sara }: Pick<Told, 'about' | 'ben' | 'sara'>,
	who: PersonId,
	tier: Tier = 1,
): Promise<CaseId> {
	const opening = {
		...({ about, subjectId: ben, ageBand: 'adult', kind: 'report', tier } as const),
		...{ because: 'reports.reason.unkind', raisedBy: sara },
	};
	const { caseId } = await world.as(sara, (tx) => openCase(tx, opening));
	granted(await world.as(who, (tx) => takeCase(tx, caseId)));
	return caseId;
}

interface Deciding {
	by?: PersonId;
	lasts?: Length;
	hides?: boolean;
	everywhere?: boolean;
	reason?: string;
}

/** Takes a step about it; where that takes two, nobody has agreed yet. */
export function decide(
	world: World,
	{ caseId, ben, about, lolo }: Pick<Told, 'caseId' | 'ben' | 'about' | 'lolo'>,
	step: Step,
	{ by = lolo, lasts = '7', reason = 'Please speak with care.', ...how }: Deciding = {},
) {
	const { endsAt } = granted(endOf(step, lasts, world.now));
	return world.as(by, (tx) =>
		impose(tx, { caseId, subjectId: ben, about, step, rule: 'care', reason, endsAt, reportables, ...how }),
	);
}

export const agree = (world: World, who: PersonId, measureId: MeasureId) =>
	world.as(who, (tx) => second(tx, { measureId, reportables }));

/** Ben appeals, Nia takes the case and overturns the decision. */
export async function overturn(world: World, { ben, nia }: Pick<Told, 'ben' | 'nia'>, measureId: MeasureId) {
	const { caseId } = granted(await world.as(ben, (tx) => appeal(tx, { measureId, words: 'I was quoting.' })));
	granted(await world.as(nia, (tx) => takeCase(tx, caseId)));
	return world.as(nia, (tx) =>
		judge(tx, { measureId, verdict: 'overturned', answer: 'You were. We are sorry.', reportables }),
	);
}

/** Seats somebody else, for whom there may be a free seat now. */
export const seat = (world: World, who: PersonId, circleId: CircleId) =>
	world.as(who, (tx) => joinCircle(tx, circleId));
