import { nothingAsked, type Filters } from '#features/directory/forms.ts';
import { attendanceOf } from '#features/directory/listing.ts';
import { find, type FoundLine } from '#features/directory/server/index.ts';
import { timesAhead } from '#features/directory/times-ahead.ts';
import type { Reader } from '#platform/db.ts';
import { after } from '#platform/time.ts';
import type { Candidate, Time } from '../taste.ts';
import { AHEAD, type Asking } from './asking.ts';

/** What is listed beside our own: workshops, places with hours, and meetings from home or on the reader’s own clocks. */
const questions: readonly Partial<Filters>[] = [
	{ kind: 'workshop' },
	{ kind: 'place' },
	{ kind: 'meeting', where: 'online' },
	{ kind: 'meeting', where: 'in-person' },
];

/** What is listed and can be tried: open to more than its own, and at a moment that is known. */
export async function listedFor(db: Reader, asking: Asking): Promise<Candidate[]> {
	const found = await Promise.all(
		questions.map(async (question) => (await find(db, { ...nothingAsked, ...question }, asking)).lines),
	);
	const lines = new Map(found.flat().map((line) => [line.id, line]));
	const within = { now: asking.now, until: after(asking.now, AHEAD) };
	return [...lines.values()].flatMap((line) => {
		const times = line.zone === null ? [] : timesAhead(line, within);
		return times.length > 0 && !line.types.includes('TC') ? (candidateOf(line, times) ?? []) : [];
	});
}

function candidateOf(line: FoundLine, times: readonly Time[]): Candidate | undefined {
	const { kind, slug, place, address, region, access, types } = line;
	const where = attendanceOf(line);
	if (kind === 'circle' || kind === 'room' || slug === null || where === 'to-be-asked') return undefined;
	const fromHome = line.onlineUrl !== null || line.phone !== null;
	const isQuiet = access.includes('camera-free') || access.includes('text-welcome');
	return {
		kind,
		key: `${kind}:${slug}`,
		name: line.name,
		href: `/find/${encodeURIComponent(slug)}`,
		about: line.about,
		topics: line.topics,
		languages: line.languages,
		// “C” is closed: only for those whom it concerns.
		onlyFor: line.identity !== null || types.includes('C'),
		times,
		dropIn: kind === 'place' || line.form === 'drop-in',
		heldNow: false,
		zone: line.zone,
		where,
		place: [place, address ?? region].filter(Boolean).join(', ') || null,
		structure: null,
		seen: fromHome && isQuiet ? 'if-you-wish' : fromHome && line.onlineUrl === null ? 'never' : 'yes',
		phoneOnly: line.phone !== null && line.onlineUrl === null && !line.inPerson,
		newcomers: line.newcomersWelcome ?? false,
		hosts: null,
		others: line.size,
		crowd: null,
		capacity: null,
	};
}
