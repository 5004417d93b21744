import type { WeeklyWindow } from '#features/supporters/availability.ts';
import { blankPage, type SupporterPage } from '#features/supporters/supporter.ts';
import type { Card } from '#features/asking/ask.ts';
import type { Handle } from './cast.ts';

interface CastSupporter {
	page: SupporterPage;
	weekly: readonly WeeklyWindow[];
	resting?: true;
}

/** Who of the cast is there for others one to one, and how they say it. */
export const supporting: Partial<Record<Handle, CastSupporter>> = {
	tam: {
		page: {
			...blankPage,
			greeting: 'I look after my mother, and my back looks after neither of us. I make soup while I listen.',
			lived: ['caring-parent', 'pain'],
			livedShown: 'everyone',
			foundBy: { ...blankPage.foundBy, gender: 'man', age: '30–39' },
			furtherAlong: true,
			languages: ['en'],
			styles: ['listens', 'humour'],
			formats: ['text', 'audio', 'in-person'],
		},
		weekly: [
			{ weekday: 2, from: '18:00', until: '21:00' },
			{ weekday: 4, from: '18:00', until: '21:00' },
			{ weekday: 7, from: '15:00', until: '18:00' },
		],
	},
	idris: {
		page: {
			...blankPage,
			greeting:
				'My father died in the spring in which I stopped drinking. We can talk about either, or about football.',
			lived: ['grief-parent', 'early-recovery'],
			livedShown: 'everyone',
			foundBy: { ...blankPage.foundBy, faith: 'Muslim' },
			languages: ['en'],
			enoughLanguages: ['fr'],
			styles: ['straight', 'asks'],
		},
		weekly: [{ weekday: 3, from: '22:00', until: '01:00' }],
	},
	tomatoes: {
		page: {
			...blankPage,
			greeting: 'I am mostly quiet. You can be, too.',
			languages: ['en'],
			styles: ['quiet'],
		},
		weekly: [],
	},
	fern: {
		page: {
			...blankPage,
			greeting: 'Small steps, big kettle.',
			languages: ['en'],
			foundBy: { ...blankPage.foundBy, gender: 'non-binary' },
		},
		weekly: [{ weekday: 1, from: '12:00', until: '14:00' }],
		resting: true,
	},
};

/** Mo asked Tam, who said yes; they have written to each other, and meet in Tam’s next hours. Minutes ago. */
export const twoOfThem = {
	supporter: 'tam',
	member: 'mo',
	card: { help: 'listen', avoid: 'Please no advice about sleep.', language: 'en' },
	conversation: [
		{
			by: 'tam',
			ago: 2900,
			says: 'Hello Mo. I read your card. No advice about sleep, I promise. How is today?',
		},
		{ by: 'mo', ago: 2870, says: 'Long. But I went out for bread, so there is bread.' },
		{
			by: 'tam',
			ago: 2860,
			says: 'Bread counts. Shall we find an hour this week, or do you like writing better?',
		},
		{ by: 'mo', ago: 1500, says: 'An hour. With the voice off, if that is all right.' },
	],
} as const satisfies {
	supporter: Handle;
	member: Handle;
	card: Card;
	conversation: readonly { by: Handle; ago: number; says: string }[];
};

/** Paper Boat has asked Idris, who has not answered yet. */
export const waiting = {
	supporter: 'idris',
	member: 'boat',
	card: { help: 'company', avoid: 'Questions about work.', language: 'en' },
	ago: 95,
} as const satisfies { supporter: Handle; member: Handle; card: Card; ago: number };
