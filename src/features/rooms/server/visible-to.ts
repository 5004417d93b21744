import type { ExpressionBuilder } from 'kysely';
import type { AgeBand, Viewer } from '#features/people/person.ts';
import type { Tables } from '#platform/db.ts';

const all: readonly AgeBand[] = ['adult', '13-17', '16-25'];

/** The age bands whose rooms this viewer finds: their own; all of them for who answers for all rooms. */
export function ageBandsFor(viewer: Viewer | null): readonly AgeBand[] {
	const answers = viewer?.duties.some((duty) => duty === 'coordinator' || duty === 'steward');
	return answers ? all : [viewer?.ageBand ?? 'adult'];
}

/** `may.find` as SQL, for lists. A test asks both about the whole cast and compares. */
export function visibleTo(where: ExpressionBuilder<Tables, 'room'>, viewer: Viewer | null) {
	const inBand = where('room.age_band', 'in', ageBandsFor(viewer));
	return viewer?.duties.includes('coordinator')
		? inBand
		: where.and([inBand, where('room.state', '!=', 'closed')]);
}
