import { circlesToSitIn } from '#features/circles/server/index.ts';
import { openingsOf } from '#features/pairings/server/index.ts';
import { roomsFor } from '#features/rooms/server/index.ts';
import { supportersFor, supportersIn } from '#features/supporters/server/index.ts';
import type { Reader } from '#platform/db.ts';
import { after } from '#platform/time.ts';
import type { Vault } from '#platform/vault.ts';
import type { Candidate } from '../taste.ts';
import { AHEAD, type Asking } from './asking.ts';
import { listedFor } from './listed.ts';

/** A talk to try is short. */
const TALK_MINUTES = 30;

/** Everything there is to try for this viewer: what they may see, and what there really is. */
export async function candidatesFor(db: Reader, vault: Vault, asking: Asking): Promise<Candidate[]> {
	const all = await Promise.all([
		circles(db, asking),
		rooms(db, asking),
		talks(db, vault, asking),
		listedFor(db, asking),
	]);
	return all.flat();
}

/** What all of them are unless they say otherwise. */
const usual = {
	onlyFor: false,
	dropIn: false,
	heldNow: false,
	zone: null,
	place: null,
	structure: null,
	phoneOnly: false,
	newcomers: true,
	hosts: null,
	others: null,
	crowd: null,
	capacity: null,
} as const satisfies Partial<Candidate>;

async function circles(db: Reader, { viewer, now }: Asking): Promise<Candidate[]> {
	const rows = await circlesToSitIn(db, viewer, { from: now, until: after(now, AHEAD) });
	return rows
		.filter(({ venue, meetings }) => venue !== 'in-person' || meetings.length > 0)
		.map(({ slug, name, about, topics, language, venue, meetings, taken, hosts, ...circle }) => ({
			...usual,
			kind: 'circle',
			key: `circle:${slug}`,
			name,
			href: `/circles/${slug}`,
			about: about || null,
			topics,
			languages: [language],
			times: meetings,
			zone: meetings[0]?.zone ?? null,
			where: venue === 'in-person' ? 'in-person' : venue === 'both' ? 'both' : 'here',
			place: circle.address,
			structure: circle.structure,
			// Whoever sits behind the others is a number to them, but not where one goes.
			seen: venue === 'in-person' ? 'yes' : 'never',
			hosts,
			others: Math.max(0, taken - hosts),
			capacity: circle.capacity,
		}));
}

/** Rooms that somebody holds, or has signed up to hold. */
async function rooms(db: Reader, { viewer, now }: Asking): Promise<Candidate[]> {
	const rows = await roomsFor(db, viewer, now);
	return (
		rows
			.filter(({ ageBand, state }) => state === 'open' && ageBand === (viewer?.ageBand ?? 'adult'))
			// Where somebody should be there already and is not, nothing is promised.
			.filter(({ door, opensAt }) => door.is === 'held' || (opensAt !== null && opensAt > now))
			.map(({ slug, name, about, language, door, holders, crowd, opensAt }) => ({
				...usual,
				kind: 'room',
				key: `room:${slug}`,
				name,
				href: `/rooms/${slug}`,
				about: about || null,
				topics: [],
				languages: [language],
				times: opensAt ? [{ startsAt: opensAt, minutes: 60 }] : [],
				dropIn: true,
				heldNow: door.is === 'held',
				where: 'here',
				structure: 'informal',
				seen: 'never',
				hosts: door.is === 'held' ? holders.length : null,
				crowd: door.is === 'held' ? crowd : null,
			}))
	);
}

/** Whoever has an account meets supporters by name. Others learn that there is somebody, and neither who nor when. */
async function talks(db: Reader, vault: Vault, { viewer, now }: Asking): Promise<Candidate[]> {
	const talk = {
		...usual,
		kind: 'talk',
		about: null,
		topics: [],
		languages: [],
		where: 'here',
		seen: 'if-you-wish',
	} as const;
	if (!viewer) {
		const supporters = await supportersIn(db, 'adult');
		const openings = await openingsOf(db, supporters, now);
		const isSomebodyFree = [...openings.values()].some(({ takes, from }) => takes === 'yes' && from);
		const href = '/sign-up?next=%2Fsupporters';
		return isSomebodyFree ? [{ ...talk, key: 'talk', name: null, href, times: [] }] : [];
	}
	const { supporters } = await supportersFor(db, vault, viewer, { now });
	const openings = await openingsOf(db, supporters, now);
	return supporters.flatMap(({ id, personId, nickname, shows, availability }): Candidate[] => {
		const { takes, from } = openings.get(personId)!;
		if (takes !== 'yes' || !from) return [];
		const theirs = {
			...talk,
			key: `talk:${id}`,
			name: nickname,
			href: `/supporters/${id}`,
			about: shows.greeting || null,
			languages: [...shows.languages, ...shows.enoughLanguages],
			times: [{ startsAt: from, minutes: TALK_MINUTES }],
			zone: availability.zone,
		};
		return [{ ...theirs, ...byFormats(shows.formats) }];
	});
}

/** A supporter who writes can be met without being seen or heard. */
const byFormats = (formats: readonly string[]) => ({
	seen: formats.some((format) => format === 'text' || format === 'audio')
		? ('if-you-wish' as const)
		: ('yes' as const),
	phoneOnly: formats.length > 0 && formats.every((format) => format === 'audio'),
});
