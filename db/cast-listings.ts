import type { EnteredKind } from '#features/keeping/forms.ts';
import type { FormTimes } from '#features/keeping/form-times.ts';
import type { Listing } from '#features/directory/listing.ts';
import type { Handle } from './cast.ts';

/** Something of Riverside’s that is entered by hand. */
export interface CastListing {
	kind: EnteredKind;
	says: Partial<Listing> & { name: string };
	/** When it is, where that is more than a plain week. */
	times?: Omit<FormTimes, 'off' | 'extra'> & Partial<FormTimes>;
	/** Days before now on which it was entered. */
	entered: number;
	/** Days before now on which the group said that it is still so. */
	confirmed?: number;
}

/** A made-up organisation of a made-up town, with what somebody could go to there. */
export const riverside = {
	details: {
		name: 'Riverside',
		about: 'What people who have been through something hold in and around Riverside.',
		website: 'https://riverside.example',
		zone: 'Europe/London',
		askEvery: 60,
	},
	opened: 300,
	keepers: { rosa: 'maintainer', nour: 'editor' } as const satisfies Partial<Record<Handle, string>>,
} as const;

const usual = { region: 'Riverside', country: 'GB', zone: 'Europe/London', inPerson: true } as const;

/** By what the rest of the cast calls them. */
export const listings = {
	boathouse: {
		kind: 'place',
		says: {
			...usual,
			name: 'The Boathouse',
			about:
				'A drop-in centre run by people who have been there. Tea, a fire, a quiet room. Nobody asks why you came.',
			topics: ['loneliness', 'low mood', 'company'],
			languages: ['en'],
			structure: 'informal',
			access: ['step-free', 'quiet'],
			observersWelcome: true,
			newcomersWelcome: true,
			place: 'The Boathouse',
			address: '2 Ferry Lane, Riverside',
			postcode: 'RV1 2FL',
			placeNotes: 'The green door beside the slipway. Ring once; somebody comes.',
			position: { latitude: 51.48, longitude: -0.3, coarse: true },
			joining: 'Just come in.',
			website: 'https://riverside.example/boathouse',
		},
		times: {
			rows: [
				{ every: 'w1', days: ['MO', 'WE', 'FR'], since: '', at: '10:00', until: '16:00' },
				{ every: 'w1', days: ['TU', 'TH'], since: '', at: '14:00', until: '21:00' },
				{ every: 'm1', days: ['SU'], since: '', at: '11:00', until: '15:00' },
			],
			off: ['2026-12-25', '2027-01-01'],
		},
		entered: 280,
		confirmed: 12,
	},
	afterLoss: {
		kind: 'meeting',
		says: {
			...usual,
			name: 'After a loss',
			about: 'For anybody who misses somebody, however long ago it was.',
			topics: ['bereavement', 'grief'],
			languages: ['en'],
			structure: 'structured',
			newcomersWelcome: true,
			observersWelcome: false,
			size: 9,
			days: [2],
			time: '19:00',
			minutes: 90,
			place: 'Library, small hall',
			address: '14 Weaver Street, Riverside',
			access: ['step-free'],
		},
		entered: 140,
	},
	voices: {
		kind: 'meeting',
		says: {
			...usual,
			name: 'Hearing voices, side by side',
			about: 'We talk about what the voices say, and how to live with them.',
			topics: ['hearing voices', 'psychosis'],
			languages: ['en'],
			identity: 'anyone who hears voices',
			newcomersWelcome: true,
			size: 7,
			place: 'The Boathouse, upstairs',
			address: '2 Ferry Lane, Riverside',
			onlineUrl: 'https://meet.riverside.example/voices',
			onlineNotes: 'The link opens ten minutes before. Cameras are off unless you want yours on.',
			access: ['camera-free', 'text-welcome'],
		},
		times: {
			rows: [{ every: 'm1', days: ['TH'], since: '', at: '18:30', until: '20:00' }],
			off: ['2026-12-03'],
			extra: ['2026-12-10T18:30'],
		},
		entered: 75,
		confirmed: 75,
	},
	plan: {
		kind: 'workshop',
		says: {
			...usual,
			name: 'A plan for hard days',
			about:
				'Three evenings to write down what helps, whom to call, and what must not happen. You take it home.',
			topics: ['wellness plan', 'anxiety', 'low mood'],
			languages: ['en'],
			structure: 'structured',
			cost: 'Five pounds if you can, free if not',
			newcomersWelcome: true,
			size: 12,
			place: 'The Boathouse, round table',
			address: '2 Ferry Lane, Riverside',
			joining: 'Leave your nickname on the list at the door, or just come.',
			access: ['step-free'],
		},
		times: { rows: [{ every: 'w2', days: ['WE'], since: '2026-11-11', at: '18:00', until: '20:00' }] },
		entered: 30,
	},
	tardes: {
		kind: 'meeting',
		says: {
			...usual,
			name: 'Tardes de duelo',
			about: 'Para quien ha perdido a alguien y quiere hablarlo en español. Se puede venir solo a escuchar.',
			topics: ['duelo', 'pérdida'],
			languages: ['es'],
			structure: 'informal',
			newcomersWelcome: true,
			observersWelcome: true,
			size: 8,
			days: [6],
			time: '17:00',
			minutes: 90,
			place: 'Biblioteca, sala pequeña',
			address: '14 Weaver Street, Riverside',
		},
		entered: 20,
	},
	enCalma: {
		kind: 'workshop',
		says: {
			...usual,
			inPerson: false,
			name: 'Dormir otra vez',
			about: 'Un taller en línea para noches largas: qué ayuda, qué no, y qué hacer a las tres de la mañana.',
			topics: ['sueño', 'insomnio', 'ansiedad'],
			languages: ['es'],
			zone: 'Europe/Madrid',
			region: null,
			country: 'ES',
			structure: 'structured',
			newcomersWelcome: true,
			onlineUrl: 'https://meet.riverside.example/dormir',
			access: ['camera-free', 'captions'],
		},
		times: { rows: [{ every: 'm-1', days: ['TU'], since: '', at: '19:30', until: '21:00' }] },
		entered: 40,
	},
} satisfies Record<string, CastListing>;

/** What waits on Riverside’s desk. */
export const desk = {
	proposal: {
		by: 'nour',
		about: 'afterLoss',
		changes: { time: '19:30', size: 12 },
		word: 'They begin half an hour later since the library closes later, and more people come.',
	},
	remark: {
		about: 'voices',
		what: 'place',
		words: 'The door to the stairs was locked. They are in the small hall now.',
	},
} as const satisfies { proposal: { by: Handle } & Record<string, unknown>; remark: Record<string, unknown> };
