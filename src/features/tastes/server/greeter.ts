import type { Viewer } from '#features/people/person.ts';
import { roomsFor } from '#features/rooms/server/index.ts';
import type { Reader } from '#platform/db.ts';

/** Where somebody can be met: who holds a room just now, or else which one opens next. */
export async function greeterFor(db: Reader, viewer: Viewer | null, now: Date) {
	const rooms = (await roomsFor(db, viewer, now)).filter(
		({ ageBand, state }) => state === 'open' && ageBand === (viewer?.ageBand ?? 'adult'),
	);
	const held = rooms.find(({ door }) => door.is === 'held');
	if (held) return { is: 'here' as const, slug: held.slug, name: held.name, holders: held.holders };
	const next = rooms.find(({ opensAt }) => opensAt !== null && opensAt > now);
	return next
		? { is: 'later' as const, slug: next.slug, name: next.name, opensAt: next.opensAt! }
		: { is: 'nobody' as const };
}
