/** Somebody who waits, and somebody who is there for talks: what most tests of sitting with somebody begin with. */
import type { Card } from '#features/sit-with-me/card.ts';
import { askNow, beHere } from '#features/sit-with-me/server/index.ts';
import type { AgeBand } from '#features/people/person.ts';
import { beginSession } from '#features/people/server/index.ts';
import { usualHours } from '#features/supporters/availability.ts';
import { keepPage, setLimits, type Limits } from '#features/supporters/server/index.ts';
import { blankPage, usualCaps } from '#features/supporters/supporter.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours } from '#platform/time.ts';
import { granted } from './rooms.ts';
import type { World } from './world.ts';

export const card: Card = { help: 'listen', avoid: 'Please no advice about sleep.', language: 'en' };

/** A supporter with a page, who speaks these languages. */
export async function aSupporter(
	world: World,
	nickname: string,
	{
		languages = ['en'],
		ageBand = 'adult',
		...limits
	}: { languages?: string[]; ageBand?: AgeBand } & Partial<Limits> = {},
): Promise<PersonId> {
	const id = await world.person(nickname, { ageBand, duties: ['supporter'] });
	granted(await world.as(id, (tx) => keepPage(tx, { ...blankPage, greeting: 'Hello.', languages })));
	granted(
		await world.as(id, (tx) => setLimits(tx, { ...usualCaps, ...usualHours, newAWeek: 20, ...limits })),
	);
	return id;
}

/** The same, who has said that they are there for the next two hours. */
export async function somebodyThere(
	world: World,
	nickname: string,
	how: Parameters<typeof aSupporter>[2] = {},
): Promise<PersonId> {
	const id = await aSupporter(world, nickname, how);
	granted(await world.as(id, (tx) => beHere(tx, { until: after(world.now, hours(2)) })));
	return id;
}

/** Somebody with a nickname and a session, who can come back as long as it goes on. */
export async function somebodyWithSession(world: World, nickname: string, ageBand: AgeBand = 'adult') {
	const id = await world.person(nickname, { ageBand });
	await world.as(null, (tx) => beginSession(tx, id, { device: 'a phone', sharedDevice: false }));
	return id;
}

/** The same, who waits. */
export async function somebodyWaiting(
	world: World,
	nickname: string,
	{ ageBand = 'adult', ...more }: Partial<Card> & { ageBand?: AgeBand } = {},
) {
	const personId = await somebodyWithSession(world, nickname, ageBand);
	const { askId } = granted(await world.as(personId, (tx) => askNow(tx, { ...card, ...more })));
	return { personId, askId };
}
