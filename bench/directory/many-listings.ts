import { readFileSync } from 'node:fs';
import { unsaid, accessNeeds, type Listing } from '#features/directory/listing.ts';
import { readMeetingGuide } from '#features/directory/meeting-guide.ts';
import type { Day } from '#features/directory/times.ts';
import { randomFrom } from '../../test/random.ts';
import wording from './wording.json' with { type: 'json' };

/** Names, streets and towns as they are really written: of a real list if there is one, else made up. */
interface Wording {
	names: readonly string[];
	places: readonly string[];
	streets: readonly string[];
	towns: readonly {
		name: string;
		postcode: string;
		latitude: number;
		longitude: number;
		zone: string;
		country: string;
	}[];
}

function wordingAt(folder: string | undefined): Wording {
	if (!folder) return wording;
	const rows = JSON.parse(readFileSync(`${folder}/los-angeles.json`, 'utf8')) as Record<
		string,
		string | number
	>[];
	const read = readMeetingGuide(rows, { zone: null });
	if ('refused' in read) throw new Error('The list is not what it was.');
	const of = (pick: (listing: Listing) => string | null) => [
		...new Set(read.listed.flatMap((each) => pick(each) ?? [])),
	];
	const towns = rows.map((row) => ({
		name: String(row.city),
		postcode: String(row.postal_code),
		latitude: Number(row.latitude),
		longitude: Number(row.longitude),
		zone: 'America/Los_Angeles',
		country: 'US',
	}));
	return {
		names: of(({ name }) => name),
		places: [...of(({ place }) => place), ...wording.places],
		streets: of(({ address }) => address?.split(',')[0]?.replace(/^\d+\s*/, '') ?? null),
		towns: [
			...new Map(towns.filter(({ latitude }) => latitude).map((town) => [town.postcode, town])).values(),
			...wording.towns,
		],
	};
}

/** So many listings, the same for the same seed: real names and places, crossed with what groups are about. */
export function* manyListings(
	count: number,
	{ seed, folder }: { seed: number; folder: string | undefined },
): Generator<Listing> {
	const { names, places, streets, towns } = wordingAt(folder);
	const random = randomFrom(seed);
	const one = <Of>(some: readonly Of[]): Of => some[Math.floor(random() * some.length)]!;
	const chance = (share: number) => random() < share;

	for (let n = 0; n < count; n++) {
		const topic = one(wording.topics);
		const town = one(towns);
		const spanish = chance(0.2);
		const online = chance(0.35);
		const inPerson = !online || chance(0.3);
		const days = chance(0.9) ? [Math.floor(random() * 7) as Day] : ([1, 3, 5] as Day[]);
		yield {
			...unsaid,
			slug: `l${n}`,
			name: chance(0.6) ? one(names) : `${spanish ? topic.es[0] : topic.en[0]} ${one(wording.endings)}`,
			group: chance(0.2) ? one(names) : null,
			about: one(spanish ? topic.es : topic.en) + '. ' + one(spanish ? wording.about.es : wording.about.en),
			topics: [topic.key],
			languages: [spanish ? 'es' : 'en'],
			form: one(['group', 'group', 'group', 'drop-in', 'one-to-one', 'workshop'] as const),
			access: accessNeeds.filter(() => chance(0.2)),
			cost: chance(0.9) ? null : 'Three pounds for the room',
			newcomersWelcome: chance(0.4) ? true : null,
			observersWelcome: chance(0.2) ? true : null,
			size: chance(0.4) ? 4 + Math.floor(random() * 30) : null,
			days: chance(0.98) ? days : [],
			time: chance(0.98)
				? `${String(6 + Math.floor(random() * 17)).padStart(2, '0')}:${one(['00', '15', '30', '45'])}`
				: null,
			minutes: one([60, 60, 90, 120]),
			zone: town.zone,
			types: chance(0.5) ? [one(['O', 'C', 'W', 'M', 'BE', 'X', 'D', 'SP'] as const)] : [],
			place: inPerson ? one(places) : null,
			address: inPerson ? `${1 + Math.floor(random() * 9999)} ${one(streets)}, ${town.name}` : null,
			region: town.name,
			postcode: inPerson ? town.postcode : null,
			country: town.country,
			position: inPerson
				? {
						latitude: town.latitude + (random() - 0.5) / 10,
						longitude: town.longitude + (random() - 0.5) / 10,
						coarse: false,
					}
				: null,
			inPerson,
			onlineUrl: online ? `https://meet.example/${n}` : null,
		};
	}
}

const typo = (word: string, at: number) => word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);

/** As many questions as people might ask, each as the query of its address; the same for the same seed. */
export function questions(
	count: number,
	{ seed, folder }: { seed: number; folder: string | undefined },
): { kind: string; query: string }[] {
	const { names, towns } = wordingAt(folder);
	const random = randomFrom(seed);
	const one = <Of>(some: readonly Of[]): Of => some[Math.floor(random() * some.length)]!;
	const topic = (language: 'en' | 'es' = 'en') => one(one(wording.topics)[language]);
	const long = () =>
		one(
			topic()
				.split(' ')
				.filter((word) => word.length > 5),
		) ?? 'loneliness';
	const kinds: Record<string, () => Record<string, string>> = {
		'a topic': () => ({ q: topic() }),
		'a topic in Spanish': () => ({ q: topic('es') }),
		misspelt: () => ({ q: typo(long(), 2) }),
		'a name': () => ({ q: one(names) }),
		'a sentence': () => ({ q: `${one(wording.sentences.en)} ${topic()}` }),
		'a sentence in Spanish': () => ({ q: `${one(wording.sentences.es)} ${topic('es')}` }),
		'topic, day and part': () => ({
			q: topic(),
			day: String(Math.floor(random() * 7)),
			part: one(['morning', 'evening']),
		}),
		'several wishes': () => ({
			q: topic(),
			where: 'online',
			newcomers: 'yes',
			language: 'en',
			hours: 'weekday-evening',
		}),
		'near a town': () => ({ near: one(towns).name, km: '10' }),
		'near me, about': () => {
			const { latitude, longitude } = one(towns);
			return { at: `${latitude.toFixed(3)},${longitude.toFixed(3)}`, q: topic() };
		},
		now: () => ({ when: 'now' }),
		'now, online': () => ({ when: 'now', where: 'online' }),
		today: () => ({ when: 'today', part: 'evening' }),
		'a day': () => ({ day: String(Math.floor(random() * 7)), where: 'online' }),
		'a part of the day': () => ({ part: one(['morning', 'afternoon', 'evening', 'night']) }),
		'a kind': () => ({ type: one(['W', 'M', 'BE']), need: 'step-free' }),
		nothing: () => ({}),
		'far down': () => ({ q: topic(), page: '5' }),
		'a common word': () => ({ q: one(['group', 'support', 'grupo', 'meeting']) }),
		'nothing fits': () => ({ q: 'xylophone zither', when: 'tomorrow' }),
	};
	const entries = Object.entries(kinds);
	return Array.from({ length: count }, (_, n) => {
		const [kind, ask] = entries[n % entries.length]!;
		return { kind, query: new URLSearchParams(ask()).toString() };
	});
}
