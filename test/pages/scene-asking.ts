import type { AskId } from '#features/asking/ask.ts';
import { blankFit } from '#features/asking/fit.ts';
import { askWhoeverFits, openTasks, tellWhatFits } from '#features/asking/server/index.ts';
import { lookAfter } from '#features/asking/server/look-after.ts';
import { mySupporting } from '#features/supporters/server/index.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours, rightNow } from '#platform/time.ts';
import { granted } from '../rooms.ts';
import type { App } from '../app.ts';
import type { Fields } from '../client.ts';

/**
 * A host waits for somebody who fits, in a language that no supporter speaks, and a coordinator has been asked to look. A
 * newcomer has told what fits, and has not asked yet.
 */
export async function askForSomebody(app: App): Promise<{ askId: AskId; forms: Record<string, Fields> }> {
	const { db, vault } = app.spine;
	const as = <Outcome extends object>(
		actor: PersonId | null,
		operation: (tx: Tx) => Promise<Outcome>,
		now = rightNow(),
	) => transact(app.spine, { actor, now }, operation);
	const [rosa, wren] = [await app.idOf('rosa'), await app.idOf('wren')];
	await as(wren, (tx) => tellWhatFits(tx, { ...blankFit, languages: ['en'] }));
	const must = { about: 'gender', anyOf: ['woman'], strength: 'must' } as const;
	await as(rosa, (tx) => tellWhatFits(tx, { ...blankFit, languages: ['zh'], wishes: [must] }));
	const card = { help: 'listen', avoid: '', language: 'zh' } as const;
	const { askId } = granted(await as(rosa, (tx) => askWhoeverFits(tx, card, { way: 'round' })));
	await as(
		null,
		async (tx) => {
			await lookAfter.run(tx, { askId });
			return {};
		},
		after(rightNow(), hours(49)),
	);
	const [task] = await openTasks(db, await app.idOf('ximena'));
	const supporter = (await mySupporting(db, vault, await app.idOf('lolo')))!.id;
	return {
		askId,
		forms: {
			'/ask ?/keep': { languages: 'en', times: '2-evening' },
			'/ask/who': { help: 'listen', avoid: '', language: 'en', to: supporter },
			'/pairings ?/bend': { bend: 'gender' },
			'/organisation/asks ?/settle': { task: task!.id },
			'/organisation/asks/[ask] ?/put': { supporter },
		},
	};
}
