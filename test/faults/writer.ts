import { join } from 'node:path';
import postgres from 'postgres';
import { borrowEmbedded } from '#platform/postgres/running.ts';

/** Writes numbered rows into the database of a running Hearten, one after the other, and counts what was acknowledged. */
export class Writer {
	acknowledged = 0;
	#open: postgres.Sql[] = [];
	#writing: Promise<void> | undefined;

	async begin(data: string) {
		const sql = await this.#connect(data);
		await sql`create table if not exists proof_of_kill (place int primary key)`;
		this.#writing = this.#write(sql).catch(() => {}); // what was not acknowledged may be lost
	}

	/** How many of the rows that were acknowledged are not there. */
	async missing(data: string): Promise<number> {
		const sql = await this.#connect(data);
		const there = await sql`select place from proof_of_kill where place <= ${this.acknowledged}`;
		return this.acknowledged - there.length;
	}

	async end() {
		await Promise.all(this.#open.map((sql) => sql.end({ timeout: 1 })));
		await this.#writing;
	}

	async #connect(data: string): Promise<postgres.Sql> {
		const { host, port, user, database } = await borrowEmbedded(join(data, 'postgres'));
		const sql = postgres({ host, port, user, database, max: 1, fetch_types: false, onnotice: () => {} });
		this.#open.push(sql);
		return sql;
	}

	/** Until the connection ends, or the database. */
	async #write(sql: postgres.Sql) {
		for (;;) {
			const place = this.acknowledged + 1;
			await sql`insert into proof_of_kill values (${place}) on conflict do nothing`;
			this.acknowledged = place;
		}
	}
}
