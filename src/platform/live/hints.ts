import { sql } from 'kysely';
import type { Spine } from '../db.ts';
import { traceOf, type Log } from '../log.ts';
import { rightNow } from '../time.ts';
import { send, type Client } from './client.ts';
import { writingFrame } from './frames.ts';
import { isShown, type openPlaces, type Watcher } from './places.ts';

export interface HintsOptions {
	spine: Spine;
	places: ReturnType<typeof openPlaces>;
	log: Log;
	/** Whatever can wait asks the database in line. */
	inLine<Outcome>(work: () => Promise<Outcome>): Promise<Outcome>;
}

/** One person says in one place at most this often that they are writing, in milliseconds. */
export const HINT_EVERY = 4000;
/** Where more people than this write at once, who they are tells nobody anything. */
const MOST_WRITING = 5;

/**
 * That somebody is writing, told to others who watch the same place: only from those who want to know it of others, only
 * to those, and only while they may speak there. It goes from process to process as a nudge and is kept nowhere.
 */
export function openHints({ spine, places, log, inLine }: HintsOptions) {
	return { tell, hear };

	/** What may not be passed on, or comes too soon, is let go without a word: nothing hangs on it. */
	async function tell(client: Client, name: string) {
		const place = client.watching.get(name);
		const viewer = place?.watchers.get(client)?.live && client.holder?.hints && client.holder.viewer;
		const writing = place?.topic.writing;
		if (!viewer || !writing) return;
		const now = rightNow();
		// The clock may have been put right meanwhile, either way.
		for (const [who, at] of place.writing)
			if (Math.abs(now.getTime() - at) >= HINT_EVERY) place.writing.delete(who);
		if (place.writing.has(viewer) || place.writing.size >= MOST_WRITING) return;
		place.writing.set(viewer, now.getTime());
		try {
			await inLine(async () => {
				const as = await writing.as(spine.db, viewer, place.id, now);
				if (as) await sql`select pg_notify('nudge', ${`~${name} ${as}`})`.execute(spine.db);
			});
		} catch (error) {
			log.warn({ error: traceOf(error) }, 'live');
		}
	}

	/** In the place’s own turn, so that it does not come after what was being written. */
	function hear(payload: string) {
		const [name, as] = payload.split(' ') as [string, string];
		const place = places.named(name);
		const writing = place?.topic.writing;
		if (!writing || !place.watchers.values().some(isTold)) return;
		void places.inTurn(place, async () => {
			const writer = await writing.who(spine.db, place.id, as);
			if (!writer) return;
			const frame = writingFrame(name, writer.author);
			for (const watcher of place.watchers.values()) {
				const viewer = watcher.client.holder?.viewer ?? null;
				if (!isTold(watcher) || viewer === writer.personId) continue;
				if (isShown(watcher, writer.personId)) send(watcher.client, frame);
			}
		});
	}
}

const isTold = ({ live, client }: Watcher) => live && client.holder?.hints === true;
