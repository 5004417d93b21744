import { expect } from 'vitest';
import type { Card } from '#features/asking/ask.ts';
import { blankFit, type Fit } from '#features/asking/fit.ts';
import { tellWhatFits, waitingFor } from '#features/asking/server/index.ts';
import { usualHours } from '#features/supporters/availability.ts';
import {
	keepPage,
	mySupporting,
	openPage,
	setLimits,
	setOffHours,
	type Limits,
} from '#features/supporters/server/index.ts';
import { blankPage, usualCaps, type SupporterPage } from '#features/supporters/supporter.ts';
import type { PersonId } from '#platform/ids.ts';
import type { World } from './world.ts';

/** What somebody asks who does not say much. */
export const card: Card = { help: 'listen', avoid: 'Please no advice about sleep.', language: 'en' };

/** Somebody whose page is up, and who may be told of a card at any hour. */
export async function supporting(
	world: World,
	nickname: string,
	{ limits = {}, ...page }: Partial<SupporterPage> & { limits?: Partial<Limits> } = {},
): Promise<PersonId> {
	const id = await world.person(nickname, { duties: ['supporter'] });
	await world.as(id, (tx) => keepPage(tx, { ...blankPage, greeting: 'Hello.', languages: ['en'], ...page }));
	await world.as(id, (tx) => openPage(tx, true));
	await world.as(id, (tx) => setOffHours(tx, null));
	await world.as(id, (tx) => setLimits(tx, { ...usualCaps, newAWeek: 20, ...usualHours, ...limits }));
	return id;
}

/** Somebody who told what fits. */
export async function seeking(world: World, nickname: string, fit: Partial<Fit> = {}): Promise<PersonId> {
	const id = await world.person(nickname);
	await world.as(id, (tx) => tellWhatFits(tx, { ...blankFit, languages: ['en'], ...fit }));
	return id;
}

export const supporterIdOf = async (world: World, id: PersonId) =>
	(await mySupporting(world.db, world.vault, id))!.id;

/** Before whom an ask lies now. */
export const withWhom = async (world: World): Promise<string[]> => {
	const rows = await world.db
		.selectFrom('offer')
		.innerJoin('person', 'person.id', 'offer.supporter_id')
		.select('person.nickname')
		.where('offer.state', '=', 'open')
		.orderBy('person.nickname')
		.execute();
	return rows.map(({ nickname }) => nickname);
};

export const cardOf = async (world: World, supporter: PersonId) => {
	const { id } = await world.db
		.selectFrom('offer')
		.select('id')
		.where('supporter_id', '=', supporter)
		.orderBy('id', 'desc')
		.executeTakeFirstOrThrow();
	return id;
};

export const stands = (world: World, who: PersonId) => waitingFor(world.db, who, world.now);

export function granted<Outcome extends object>(outcome: Outcome) {
	if ('refused' in outcome) expect.unreachable(`refused: ${String(outcome.refused)}`);
	return outcome as Exclude<Outcome, { refused: string }>;
}
