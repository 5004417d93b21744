import { notBetween } from '#features/blocks/server/index.ts';
import type { CircleId } from '#features/circles/circle.ts';
import { aliasIn, keyOf } from '#features/conversations/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seal, unseal } from '#platform/seal.ts';
import { dayOf } from '#platform/time.ts';
import type { Vault } from '#platform/vault.ts';
import type { DebriefId } from '../after.ts';
import { may } from '../policy.ts';
import { goingOn, standingOfActor } from './going-on.ts';
import { keepPace } from './pace.ts';

/** Writes down for the hosts of a circle how a meeting was to hold. */
export async function writeDebrief(tx: Tx, { circleId, words }: { circleId: CircleId; words: string }) {
	const pace = await keepPace(tx);
	if (pace.refused) return pace;
	const ruling = may.prepare(await standingOfActor(tx, circleId, await goingOn(tx.db, circleId)));
	if (ruling.refused) return ruling;
	const alias = (await aliasIn(tx.db, circleId, tx.actor))!;
	const id: DebriefId = tx.newId();
	await tx.db
		.insertInto('debrief')
		.values({
			id,
			circle_id: circleId,
			alias_id: alias.id,
			words: seal(await keyOf(tx, alias.id), words, debriefOf(id)),
			written_on: dayOf(tx.now),
		})
		.execute();
	return { written: id };
}

export const debriefOf = (id: DebriefId) => `debrief:${id}`;

const PAGE = 20;

/** What hosts have told each other, the latest first. For hosts. */
export async function debriefsIn(db: Reader, vault: Vault, circleId: CircleId, host: PersonId) {
	const rows = await db
		.selectFrom('debrief')
		.innerJoin('alias', 'alias.id', 'debrief.alias_id')
		.select(['debrief.id', 'debrief.words', 'written_on as day', 'alias.name', 'alias.key_id'])
		.where('circle_id', '=', circleId)
		.where((where) => notBetween(where, host, 'alias.person_id'))
		.orderBy('debrief.id', 'desc')
		.limit(PAGE)
		.execute();
	const keys = await vault.keys(
		db,
		rows.flatMap(({ key_id }) => key_id ?? []),
	);
	return rows.flatMap(({ id, words, day, name, key_id }) => {
		const key = key_id ? keys.get(key_id) : undefined;
		return key ? [{ id, day, by: name, words: unseal(key, words, debriefOf(id)) }] : [];
	});
}
