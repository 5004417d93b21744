import type { AliasId, ConversationId } from '#features/conversations/conversation.ts';
import { aliasIn } from '#features/conversations/server/index.ts';
import { nothingTold } from '#features/people/about.ts';
import { giveDuty, makeUp, setDiscreet, signUp, tellAboutMe } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Refused } from '#platform/ruling.ts';
import { after, days } from '#platform/time.ts';
import { people, type Handle, type Moment } from './cast.ts';

/** Where the cast acts: each under their own name, and at a moment of their own. */
export class Stage {
	readonly #tx: Tx;
	readonly #ids = new Map<Handle, PersonId>();
	readonly now: Date;

	constructor(tx: Tx, now: Date) {
		this.#tx = tx;
		this.now = now;
	}

	as(who: Handle | null, at: Date): Tx {
		return this.#tx.as({ actor: who && this.idOf(who), now: at });
	}

	idOf(who: Handle): PersonId {
		const id = this.#ids.get(who);
		if (!id) throw new Error(`${who} has not come yet.`);
		return id;
	}

	aliasOf = async (who: Handle, where: ConversationId): Promise<AliasId> =>
		(await aliasIn(this.#tx.db, where, this.idOf(who)))!.id;

	/** Nobody does anything before they have come. */
	noSoonerThan = (who: Handle, at: Date): Date =>
		new Date(Math.max(at.getTime(), daysBefore(this.now, people[who].joined).getTime()));

	async somebodyComes(who: Handle) {
		const { joined, nickname, ageBand, locale, zone, duties, about, discreet } = people[who];
		const at = daysBefore(this.now, joined);
		const nobody = this.as(null, at);
		const { personId } = granted(await signUp(nobody, { nickname, ageBand, locale, zone, passphrase: null }));
		this.#ids.set(who, personId);
		await makeUp(nobody, personId);
		for (const duty of duties) await giveDuty(nobody, { personId, duty });
		if (about) await tellAboutMe(this.as(who, at), { ...nothingTold, ...about });
		if (discreet) await setDiscreet(this.as(who, at), discreet);
	}
}

/** The cast is never told no: a refusal here is a mistake in the cast. */
export function granted<Outcome extends object>(outcome: Outcome): Exclude<Outcome, Refused<string>> {
	if ('refused' in outcome && outcome.refused)
		throw new Error(`The cast does something that is refused: ${String(outcome.refused)}`);
	return outcome as Exclude<Outcome, Refused<string>>;
}

/** What the cast says is said at once: none of it waits to be read first. */
export function said<Outcome extends object>(outcome: Outcome): Extract<Outcome, { place: number }> {
	const allowed = granted(outcome);
	if (!('place' in allowed)) throw new Error('The cast says something that is held.');
	return allowed as unknown as Extract<Outcome, { place: number }>;
}

export const daysBefore = (now: Date, count: number) => after(now, -days(count));

export const localDay = (moment: Date, zone: string): string =>
	Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

export function momentOf([day, at]: Moment, zone: string, now: Date): Date {
	const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
	const moment = today.add({ days: day }).toZonedDateTime({ timeZone: zone, plainTime: at });
	return new Date(moment.epochMilliseconds);
}
