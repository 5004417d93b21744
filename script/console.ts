import { once } from 'node:events';
import { start } from 'node:repl';
import { sql } from 'kysely';
import { rightNow } from '#platform/time.ts';
import { withSpine } from './with-spine.ts';

const ABOUT = `You can look, and nothing can be changed. Sealed words stay sealed. Try:
  await db.selectFrom('circle').select(['slug', 'name', 'state']).execute()
  (await sql\`select count(*) from event\`.execute(db)).rows
Leave with Ctrl-D.
`;

await withSpine(async ({ spine: { db } }) => {
	await sql`set session characteristics as transaction read only`.execute(db);
	console.log(ABOUT);
	const prompt = start({ prompt: 'hearten> ' });
	Object.assign(prompt.context, { db, sql, now: rightNow() });
	await once(prompt, 'exit');
});
