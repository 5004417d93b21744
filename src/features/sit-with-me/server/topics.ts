import type { AgeBand } from '#features/people/person.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { allowed, refuse } from '#platform/ruling.ts';
import type { Topic } from '#platform/topic.ts';
import type { NowAskId } from '../waiting.ts';
import { talksChange } from './tell.ts';

/*
 * These say only that something changed. What it is, each page asks again, and is told what its reader may see.
 */

/** Who waits in one age band, for those who are asked to be there: `talks:adult`. */
export const talksTopic: Topic = {
	prefix: 'talks',
	async admit(db, viewer, band) {
		const who = viewer ? await viewerById(db, viewer) : undefined;
		return who?.ageBand === band && who.duties.includes('supporter') ? allowed : refuse('not-found');
	},
	latest: (db, band) => talksChange(db, band as AgeBand),
	async since(db, _vault, band, change) {
		return counted(await talksChange(db, band as AgeBand), change);
	},
};

/** One’s own wait: that somebody saw one, came, or is there at all. */
export const waitTopic: Topic = {
	prefix: 'wait',
	async admit(db, viewer, id) {
		const row = isId(id) ? await askerOf(db, id as unknown as NowAskId) : undefined;
		return viewer && row?.personId === viewer ? allowed : refuse('not-found');
	},
	latest: waitChange,
	async since(db, _vault, id, change) {
		return counted(await waitChange(db, id), change);
	},
};

async function waitChange(db: Reader, id: string) {
	const row = isId(id) ? await askerOf(db, id as unknown as NowAskId) : undefined;
	return row ? talksChange(db, row.ageBand) : 0;
}

const askerOf = (db: Reader, id: NowAskId) =>
	db
		.selectFrom('now_ask')
		.innerJoin('person', 'person.id', 'now_ask.person_id')
		.select(['person.id as personId', 'person.age_band as ageBand'])
		.where('now_ask.id', '=', id)
		.executeTakeFirst();

const counted = (now: number, change: number) => (now > change ? [{ change: now }] : []);
