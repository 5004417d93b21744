import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { networkOf } from '#platform/network.ts';
import { untilCountedAnew } from '#platform/rate-limit.ts';
import { after, dayOf, days, hours } from '#platform/time.ts';
import type { CompanyId } from './tables.ts';
import { patternsOf } from './tuning.ts';

/**
 * Remembers in whose company somebody came: those who came in the same hour from the same neighbourhood of the network. Of the network only a
 * digest is kept, under a key that changes with the hour, and for that hour; what stays is a number that says nothing.
 */
export async function comeFrom(tx: Tx, { personId, address }: { personId: PersonId; address: string }) {
	const { company } = await tx.db
		.insertInto('arriving')
		.values({
			digest: tx.vault.digest(`attention.arriving:${hourOf(tx.now)}`, neighbourhoodOf(address)),
			company: randomUUID() as CompanyId,
			ends_at: after(tx.now, untilCountedAnew(tx.now)),
		})
		.onConflict((known) => known.column('digest').doUpdateSet({ digest: sql`arriving.digest` }))
		.returning('company')
		.executeTakeFirstOrThrow();
	const { newDays } = await patternsOf(tx.db);
	await tx.db
		.insertInto('arrival')
		.values({ person_id: personId, company, forget_on: dayOf(after(tx.now, days(newDays + 1))) })
		.onConflict((again) => again.doNothing())
		.execute();
	return { company };
}

const hourOf = (now: Date) => Math.floor(now.getTime() / hours(1));

/** The 256 addresses around an IPv4 address, the /48 around an IPv6 one: what one household or one room of machines holds. */
const neighbourhoodOf = (address: string) => networkOf(address).split(/[.:]/).slice(0, 3).join('.');

/** Those who came with somebody, and they themselves; nobody when they came alone, or long ago. */
export async function companyOf(db: Reader, personId: PersonId): Promise<PersonId[]> {
	const rows = await db
		.selectFrom('arrival as mine')
		.innerJoin('arrival', 'arrival.company', 'mine.company')
		.select('arrival.person_id as personId')
		.where('mine.person_id', '=', personId)
		.orderBy('arrival.person_id')
		.execute();
	return rows.length > 1 ? rows.map((row) => row.personId) : [];
}
