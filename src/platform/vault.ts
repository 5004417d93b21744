import { createHmac } from 'node:crypto';
import type { Database, Reader } from './db.ts';
import { newId, type Id } from './ids.ts';
import { newKey, sealBytes, unsealBytes, type Key, type Sealed } from './seal.ts';

export type KeyId = Id<'key'>;

/** The keys outside the database that wrap every key inside it. The last one wraps; older ones still unwrap. */
export interface MasterKey {
	/** Short and public, kept beside what it wrapped: `m1`. */
	name: string;
	key: Key;
}

/** Opens and makes the keys that seal people’s words. A stolen database without the master key opens nothing. */
export class Vault {
	readonly #masters: Map<string, Key>;
	readonly #current: MasterKey;

	constructor(masters: readonly MasterKey[]) {
		const current = masters.at(-1);
		if (!current) throw new Error('A vault needs at least one master key.');
		this.#masters = new Map(masters.map(({ name, key }) => [name, key]));
		this.#current = current;
	}

	/** Makes a key and keeps it wrapped. Deleting its row makes everything it sealed unreadable for good. */
	async newKey(db: Pick<Database, 'insertInto'>, now: Date): Promise<{ id: KeyId; key: Key }> {
		const id = newId<'key'>(now);
		const key = newKey();
		await db
			.insertInto('sealing_key')
			.values({ id, master: this.#current.name, wrapped: this.wrap(id, key), made_at: now })
			.execute();
		return { id, key };
	}

	/** The keys with these ids; those that were erased are missing from the answer. */
	async keys(db: Reader, ids: Iterable<KeyId>): Promise<Map<KeyId, Key>> {
		const wanted = [...new Set(ids)];
		if (wanted.length === 0) return new Map();
		const rows = await db
			.selectFrom('sealing_key')
			.select(['id', 'master', 'wrapped'])
			.where('id', 'in', wanted)
			.execute();
		return new Map(rows.map((row) => [row.id, this.unwrap(row)]));
	}

	async key(db: Reader, id: KeyId): Promise<Key | undefined> {
		return (await this.keys(db, [id])).get(id);
	}

	wrap(id: KeyId, key: Key): Sealed {
		return sealBytes(this.#current.key, key, `key:${id}`);
	}

	unwrap({ id, master, wrapped }: { id: KeyId; master: string; wrapped: Sealed }): Key {
		const key = this.#masters.get(master);
		if (!key) throw new Error(`The master key “${master}” is missing; without it, words cannot be opened.`);
		return unsealBytes(key, wrapped, `key:${id}`);
	}

	get currentMaster(): string {
		return this.#current.name;
	}

	/** A keyed digest for things that must be compared but never read, such as network addresses. */
	digest(purpose: string, text: string): Buffer {
		return createHmac('sha256', this.#current.key).update(`${purpose}\0${text}`).digest();
	}
}

/** The names of the master keys that something here is wrapped by. */
export async function mastersNeeded(db: Reader): Promise<string[]> {
	const rows = await db.selectFrom('sealing_key').select('master').distinct().execute();
	return rows.map(({ master }) => master);
}
