import { join } from 'node:path';
import { Client } from 'pg';
import { borrowEmbedded } from '#platform/postgres/running.ts';

/** Writes numbered rows into the database of a running Hearten, one after the other, and counts what was acknowledged. */
export class Writer {
	acknowledged = 0;
	#open: Client[] = [];
	#writing: Promise<void> | undefined;

	async begin(data: string) {
		const client = await this.#connect(data);
		await client.query('create table if not exists proof_of_kill (place int primary key)');
		this.#writing = this.#write(client).catch(() => {}); // what was not acknowledged may be lost
	}

	/** How many of the rows that were acknowledged are not there. */
	async missing(data: string): Promise<number> {
		const client = await this.#connect(data);
		const there = await client.query('select place from proof_of_kill where place <= $1', [
			this.acknowledged,
		]);
		return this.acknowledged - there.rows.length;
	}

	async end() {
		await Promise.all(this.#open.map((client) => client.end()));
		await this.#writing;
	}

	async #connect(data: string): Promise<Client> {
		const { host, port, user, database } = await borrowEmbedded(join(data, 'postgres'));
		const client = new Client({ host, port, user, database });
		client.on('error', () => {}); // its next statement tells
		await client.connect();
		this.#open.push(client);
		return client;
	}

	/** Until the connection ends, or the database. */
	async #write(client: Client) {
		for (;;) {
			const place = this.acknowledged + 1;
			await client.query('insert into proof_of_kill values ($1) on conflict do nothing', [place]);
			this.acknowledged = place;
		}
	}
}
