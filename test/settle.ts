import { randomUUID } from 'node:crypto';
import type { CircleId } from '#features/circles/circle.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import type { MessageId } from '#features/conversations/message.ts';
import { bodyOf } from '#features/conversations/server/index.ts';
import { nicknameKey } from '#features/people/nickname.ts';
import type { Spine, Tables } from '#platform/db.ts';
import { newId, newSlug, type PersonId } from '#platform/ids.ts';
import { newKey, seal, type Key } from '#platform/seal.ts';
import { after, dayOf, days, hours, minutes } from '#platform/time.ts';
import type { KeyId, Vault } from '#platform/vault.ts';
import type { Insertable } from 'kysely';
import type { MeetingId } from '#features/circles/meeting.ts';

export interface Size {
	people: number;
	circles: number;
	messages: number;
	/** Seats taken in each circle. */
	seated: number;
	/** Seats taken in the first, when it is another number. */
	first?: number;
}

export interface Neighbourhood {
	people: PersonId[];
	circles: Place[];
}

export interface Place {
	id: CircleId;
	slug: string;
	/** Who sits there, the host first. */
	seated: PersonId[];
}

/**
 * Fills a database with people, circles and conversations, by plain inserts but with every word really sealed.
 * The same size gives the same shape. The first circle is the busiest: it has a tenth of all messages.
 */
export async function settle(spine: Spine, size: Size, now: Date): Promise<Neighbourhood> {
	const keys = new Keys(spine.vault, now);
	const begun = after(now, -days(90));

	const people = times(size.people, () => newId<'person'>(begun));
	// Settled twice in one place, they are still different people.
	const family = newSlug().slice(0, 4);
	const persons = people.map((id, n) => personRow(id, nicknameOf(n, family), keys.make().id, now));
	const circles: Place[] = [];
	const rows = {
		conversation: [] as Insertable<Tables['conversation']>[],
		circle: [] as Insertable<Tables['circle']>[],
		alias: [] as Insertable<Tables['alias']>[],
		seat: [] as Insertable<Tables['seat']>[],
		message: [] as Insertable<Tables['message']>[],
		resonance: [] as Insertable<Tables['resonance']>[],
		meeting: [] as Insertable<Tables['meeting']>[],
	};

	for (let n = 0; n < size.circles; n++) {
		const id = newId<'circle'>(after(begun, minutes(n)));
		const seats = n === 0 ? (size.first ?? size.seated) : size.seated;
		// Steps without a common divisor with the number of people, so that neighbours sit in different circles.
		const seated = times(seats, (seat) => people[(n * 17 + seat) % people.length]!);
		const said = n === 0 ? Math.ceil(size.messages / 10) : share(size, n);
		const place = { id, slug: newSlug(), seated };
		circles.push(place);
		rows.conversation.push({ id, kind: 'circle', last_place: said, last_change: said });
		rows.circle.push(circleRow(place, n, begun));

		const voices = seated.map((person, seat) => {
			const { id: keyId, key } = keys.make();
			const alias = newId<'alias'>(begun);
			rows.alias.push({
				id: alias,
				conversation_id: id,
				person_id: person,
				name: nicknameOf(people.indexOf(person), family),
				key_id: keyId,
				accepted_version: 1,
			});
			rows.seat.push({
				circle_id: id,
				person_id: person,
				role: seat === 0 ? 'host' : 'member',
				taken_at: after(begun, minutes(seat)),
				quiet_until: null,
				resting: false,
			});
			return { alias, key };
		});
		for (let spot = 1; spot <= said; spot++) {
			const message = messageRow(id, spot, voices[(spot * 7) % voices.length]!, begun);
			rows.message.push(message);
			if (spot % 6 === 0)
				rows.resonance.push({
					message_id: message.id,
					alias_id: voices[(spot * 7 + 1) % voices.length]!.alias,
					kind: 'with-you',
				});
		}
		if (n % 3 !== 0) rows.meeting.push(...meetingRows(id, n, now));
	}

	await insert(spine, 'sealing_key', keys.rows);
	await insert(spine, 'person', persons);
	for (const table of ['conversation', 'alias', 'circle', 'seat', 'message', 'resonance', 'meeting'] as const)
		await insert(spine, table, rows[table]);
	return { people, circles };
}

/** What every other circle says: the rest, evenly. */
const share = ({ messages, circles }: Size, n: number) => {
	const rest = messages - Math.ceil(messages / 10);
	return Math.floor(rest / (circles - 1)) + (n <= rest % (circles - 1) ? 1 : 0);
};

const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));

/** Makes keys without asking the database for each. */
class Keys {
	readonly rows: Insertable<Tables['sealing_key']>[] = [];
	readonly #vault: Vault;
	readonly #now: Date;

	constructor(vault: Vault, now: Date) {
		this.#vault = vault;
		this.#now = now;
	}

	make(): { id: KeyId; key: Key } {
		const id = newId<'key'>(this.#now);
		const key = newKey();
		this.rows.push({
			id,
			master: this.#vault.currentMaster,
			wrapped: this.#vault.wrap(id, key),
			made_at: this.#now,
		});
		return { id, key };
	}
}

const nicknameOf = (n: number, family: string) => `${names[n % names.length]} ${family} ${n}`;

function personRow(id: PersonId, nickname: string, keyId: KeyId, now: Date): Insertable<Tables['person']> {
	return {
		id,
		nickname,
		nickname_key: nicknameKey(nickname),
		age_band: 'adult',
		locale: 'en',
		zone: 'Europe/Paris',
		theme: 'system',
		discreet: false,
		key_id: keyId,
		passphrase: null,
		recovery_digest: Buffer.from(randomUUID()),
		joined_on: dayOf(now),
	};
}

function circleRow({ id, slug, seated }: Place, n: number, begun: Date): Insertable<Tables['circle']> {
	return {
		id,
		slug,
		name: `${moments[n % moments.length]} circle ${n}`,
		about: sentences(n, 3),
		topics: [topics[n % topics.length]!, topics[(n * 5 + 1) % topics.length]!],
		language: n % 5 === 0 ? 'es' : 'en',
		structure: n % 2 === 0 ? 'structured' : 'informal',
		venue: 'online',
		address: null,
		capacity: Math.max(2, seated.length + (n % 3)),
		joining: n % 10 === 9 ? 'by-invitation' : n % 4 === 0 ? 'by-request' : 'open',
		observers_welcome: n % 2 === 0,
		age_band: 'adult',
		state: 'gathering',
		agreements:
			'What is said here stays here. Everyone may pass. Nobody gives advice that was not asked for.',
		agreements_version: 1,
		piece_out: false,
		piece_with: null,
		opened_at: after(begun, minutes(n)),
	};
}

function messageRow(
	circle: CircleId,
	place: number,
	{ alias, key }: { alias: AliasId; key: Key },
	begun: Date,
) {
	const at = after(begun, minutes(place));
	const id: MessageId = newId<'message'>(at);
	return {
		id,
		conversation_id: circle,
		place,
		change: place,
		alias_id: alias,
		client_id: randomUUID(),
		body: seal(key, sentences(place, 1 + (place % 4)), bodyOf(id)),
		content_note: null,
		reply_to: place > 3 && place % 5 === 0 ? place - 2 : null,
		posted_at: at,
		edited_at: null,
		removed_at: null,
		hidden_at: null,
		hidden_because: null,
	} satisfies Insertable<Tables['message']>;
}

const meetingRows = (circle: CircleId, n: number, now: Date) =>
	times(4, (week) => ({
		id: newId<'meeting'>(now) as MeetingId,
		circle_id: circle,
		schedule_id: null,
		starts_at: after(now, hours(1) + minutes((n * 37) % 10_080) + days(7 * week)),
		minutes: 90,
		called_off_at: null,
	}));

/** As many rows at once as PostgreSQL takes parameters for. */
async function insert<Table extends keyof Tables>(
	{ db }: Spine,
	table: Table,
	rows: readonly Insertable<Tables[Table]>[],
) {
	const columns = Object.keys(rows[0] ?? {}).length;
	const most = Math.floor(40_000 / columns);
	for (let from = 0; from < rows.length; from += most)
		await db
			.insertInto(table)
			.values(rows.slice(from, from + most))
			.execute();
}

const sentences = (from: number, count: number) =>
	times(count, (n) => said[(from * 3 + n * 5) % said.length]!).join(' ');

const names = ['Ana', 'Ben', 'Cy', 'Dee', 'Emre', 'Farah', 'Gus', 'Hana', 'Ivo', 'Juno', 'Kofi'];
const moments = ['Evening', 'Morning', 'Late', 'Quiet', 'Sunday', 'Walking', 'First-year'];
const topics = ['grief', 'sleep', 'panic', 'recovery', 'new parents', 'chronic pain', 'voices', 'carers'];
const said = [
	'The mornings are the hardest, and then it gets a little lighter.',
	'I read along for weeks before I said anything. It is good to be here.',
	'Today I went outside twice.',
	'Does anybody else wake at four?',
	'My sister rang, and I could not pick up. I sent her a picture of the sky instead.',
	'You are not too much. You are tired.',
	'I do not have words for it yet, so I will just sit here for a while.',
	'It was the second year that was strange for me, not the first.',
	'I made soup. That is all I have to report.',
	'Thank you for asking me what I needed, and not telling me.',
	'The group on Thursday is the one appointment I keep.',
];
