import { askNow, beHere } from '#features/sit-with-me/server/index.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours, rightNow } from '#platform/time.ts';
import { granted } from '../rooms.ts';
import type { App } from '../app.ts';
import type { Fields } from '../client.ts';

const card = { help: 'company', avoid: '', language: 'en' } as const;

/** The newcomer waits for somebody to sit with; the steward, who is a supporter too, is there for talks. */
export async function sitTogether(app: App): Promise<{ forms: Record<string, Fields> }> {
	const as = <Outcome extends object>(actor: PersonId, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now: rightNow() }, operation);
	const until = after(rightNow(), hours(2));
	granted(await as(await app.idOf('lolo'), (tx) => beHere(tx, { until })));
	const { askId } = granted(await as(await app.idOf('wren'), (tx) => askNow(tx, card)));
	return {
		forms: {
			'/now ?/ask': { ...card, nickname: 'Somebody new', ageBand: 'adult' },
			'/now/write ?/keep': { words: 'It rains.' },
			'/now/here ?/begin': { until: after(rightNow(), hours(3)).toISOString() },
			'/now/here ?/notice': { ask: askId, minutes: '12' },
			'/now/here ?/come': { ask: askId },
			'/now/settings': { minutes: '30' },
		},
	};
}
