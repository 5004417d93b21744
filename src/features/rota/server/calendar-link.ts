import { createHash, randomBytes } from 'node:crypto';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, dayOf, days } from '#platform/time.ts';
import type { Appointment } from '../calendar.ts';
import type { ShiftId } from '../rota.ts';

/** How long an appointment stays in the calendar after it is over. */
const KEPT_IN_CALENDAR = days(30);

/** SHA-256 is enough for 192 random bits: there is nothing to guess faster. */
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Makes the link that a calendar follows. It is told once; the one there was before leads nowhere from now on. */
export async function makeCalendarLink(tx: Tx): Promise<{ token: string }> {
	const token = randomBytes(24).toString('base64url');
	const link = { digest: digestOf(token), made_on: dayOf(tx.now) };
	await tx.db
		.insertInto('calendar_link')
		.values({ person_id: tx.actor, ...link })
		.onConflict((already) => already.column('person_id').doUpdateSet(link))
		.execute();
	return { token };
}

export async function endCalendarLink(tx: Tx) {
	await tx.db.deleteFrom('calendar_link').where('person_id', '=', tx.actor).execute();
	return {};
}

/** The day on which somebody’s link was made; undefined when they have none. */
export async function calendarLinkOf(db: Reader, personId: PersonId): Promise<string | undefined> {
	const link = await db
		.selectFrom('calendar_link')
		.select('made_on')
		.where('person_id', '=', personId)
		.executeTakeFirst();
	return link?.made_on;
}

/** Whose link this is, and everything their calendar shows; undefined for one that was ended or never was. */
export async function calendarBehind(
	db: Reader,
	token: string,
	now: Date,
): Promise<{ locale: string; appointments: Appointment[] } | undefined> {
	const person = await db
		.selectFrom('calendar_link')
		.innerJoin('person', 'person.id', 'calendar_link.person_id')
		.select(['person.id', 'person.locale'])
		.where('calendar_link.digest', '=', digestOf(token))
		.executeTakeFirst();
	if (!person) return undefined;
	const rows = await db
		.selectFrom('sign_up')
		.select(['shift_id', 'starts_at', 'ends_at', 'signed_up_at', 'ended_at', 'sequence'])
		.where('person_id', '=', person.id)
		.where('ends_at', '>', after(now, -KEPT_IN_CALENDAR))
		.orderBy('starts_at')
		.execute();
	const appointments = rows.map((row) => ({
		uid: uidOf(row.shift_id, person.id),
		sequence: row.sequence,
		stamp: row.ended_at ?? row.signed_up_at,
		startsAt: row.starts_at,
		endsAt: row.ends_at,
		cancelled: row.ended_at !== null,
	}));
	return { locale: person.locale, appointments };
}

/** Says nothing of the shift, and differs between two who hold it, so that two calendars cannot be laid side by side. */
const uidOf = (shiftId: ShiftId, personId: PersonId): string =>
	createHash('sha256').update(`${shiftId} ${personId}`).digest('hex').slice(0, 32);
