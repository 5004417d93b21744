import { sql } from 'kysely';
import type { Handle } from '#cast';
import { bodyOf } from '#features/conversations/server/index.ts';
import { tellAboutMe } from '#features/people/server/index.ts';
import { nothingTold } from '#features/people/about.ts';
import { keepPage, mySupporting } from '#features/supporters/server/index.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seal, unseal } from '#platform/seal.ts';
import { rightNow } from '#platform/time.ts';
import type { App } from '../app.ts';

/** Everything by which somebody could be seen, or reached, and nobody else could. */
export interface Marked {
	id: PersonId;
	/** A word that is in their nickname, in every name they go by, and in whatever they said. */
	word: string;
	/** Their own id, those of their names, their page, what they asked for and what they said. */
	ids: readonly string[];
}

/** Puts a word of their own into all that somebody is called, tells and has said, wherever they are. */
export async function mark(app: App, who: Handle): Promise<Marked> {
	const { db, vault } = app.spine;
	const id = await app.idOf(who);
	const word = `zq${who.toLowerCase()}`;
	const as = <Outcome extends object>(operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor: id, now: rightNow() }, operation);
	await as((tx) =>
		tellAboutMe(tx, { ...nothingTold, words: { audience: 'everyone', told: `Awake, ${word}.` } }),
	);
	const page = await mySupporting(db, vault, id);
	if (page) await as((tx) => keepPage(tx, { ...page.page, greeting: `Hello, ${word}.` }));

	const said = await db
		.selectFrom('message')
		.innerJoin('alias', 'alias.id', 'message.alias_id')
		.select(['message.id', 'message.body', 'alias.key_id'])
		.where('alias.person_id', '=', id)
		.where('message.body', 'is not', null)
		.execute();
	for (const { id: messageId, body, key_id } of said) {
		const key = (await vault.key(db, key_id!))!;
		const words = `${unseal(key, body!, bodyOf(messageId))} ${word}`;
		await db
			.updateTable('message')
			.set({ body: seal(key, words, bodyOf(messageId)) })
			.where('id', '=', messageId)
			.execute();
	}
	await sql`update alias set name = name || ' ' || ${word}::text, name_key = name_key || ${word}::text
		where person_id = ${id}`.execute(db);
	await sql`update person set nickname = nickname || ' ' || ${word}::text, nickname_key = nickname_key || ${word}::text
		where id = ${id}`.execute(db);
	return { id, word, ids: await idsOf(app, id) };
}

async function idsOf({ spine: { db } }: App, id: PersonId): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select ${id}::text as id
		union select id::text from alias where person_id = ${id}
		union select message.id::text from message join alias on alias.id = message.alias_id where alias.person_id = ${id}
		union select id::text from supporter where person_id = ${id}
		union select id::text from ask where person_id = ${id}
		union select id::text from now_ask where person_id = ${id}`.execute(db);
	return rows.map((row) => row.id);
}
