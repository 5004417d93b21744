import { z } from 'zod';
import { job } from '#platform/job.ts';
import { after } from '#platform/time.ts';
import { BEND_AFTER, HAND_ON_AFTER, type AskId } from '../ask.ts';
import { askHandedOn, bendAsked } from '../events.ts';
import { makeTask } from './tasks.ts';

/**
 * Nobody waits in silence: after a day the asker is asked which wish may bend, after two a coordinator is asked to look.
 * Each is remembered, so running this twice asks nobody twice.
 */
export const lookAfter = job(
	'asking.look-after',
	z.object({ askId: z.uuid().transform((id) => id as AskId) }),
	async (tx, { askId }) => {
		const ask = await tx.db
			.selectFrom('ask')
			.select(['asked_at', 'bend_asked_at', 'handed_at'])
			.where('id', '=', askId)
			.where('state', '=', 'waiting')
			.forUpdate()
			.executeTakeFirst();
		if (!ask) return;
		const { asked_at: askedAt, bend_asked_at: bendAskedAt, handed_at: handedAt } = ask;
		const bends = !bendAskedAt && after(askedAt, BEND_AFTER) <= tx.now;
		const hands = !handedAt && after(askedAt, HAND_ON_AFTER) <= tx.now;
		if (!bends && !hands) return;
		await tx.db
			.updateTable('ask')
			.set({ ...(bends && { bend_asked_at: tx.now }), ...(hands && { handed_at: tx.now }) })
			.where('id', '=', askId)
			.execute();
		if (bends) await tx.announce(bendAsked({ askId }));
		if (!hands) return;
		await makeTask(tx, { kind: 'unmatched', askId });
		await tx.announce(askHandedOn({ askId }));
	},
);
