import { fields } from '#features/people/lived.ts';

/** What somebody who does not know what they are looking for is asked. Every one can be skipped. */
export const choices = {
	company: { company: 'c', quiet: 'q' },
	help: { listening: 'l', ideas: 'i' },
	time: { now: 'n', tonight: 't', evenings: 'e', days: 'd', weekends: 'w' },
} as const;

export type Company = keyof (typeof choices)['company'];
export type Help = keyof (typeof choices)['help'];
export type FreeTime = keyof (typeof choices)['time'];

/** Ways of being together that somebody may want to avoid. */
const ways = { big: 'b', seen: 's', phone: 'p', going: 'g' } as const;
export type Way = keyof typeof ways;

/** What a group may be about: the fields of life that people name when they tell what they have lived through. */
export const topics = Object.keys(fields) as readonly Topic[];
export type Topic = keyof typeof fields;

export const avoidable = Object.keys(ways) as readonly Way[];

/** What a taste is of; each has a letter of its own in addresses. */
const kindLetters = { circle: 'c', room: 'r', talk: 't', workshop: 'w', place: 'p', meeting: 'm' } as const;
export type TasteKind = keyof typeof kindLetters;
export const tasteKinds = Object.keys(kindLetters) as readonly TasteKind[];

/** “More like this”, “less like this”: said of one taste, and so of its kind. */
export interface Said {
	kind: TasteKind;
	/** What `markOf` makes of it. */
	mark: string;
}

export interface Answers {
	company: Company | undefined;
	help: Help | undefined;
	time: FreeTime | undefined;
	avoid: readonly (Way | Topic)[];
	more: readonly Said[];
	less: readonly Said[];
}

export const nothingSaid: Answers = {
	company: undefined,
	help: undefined,
	time: undefined,
	avoid: [],
	more: [],
	less: [],
};

/** The questions, in the order in which they are asked. */
export const questions = ['company', 'help', 'time', 'avoid'] as const;
export type Question = (typeof questions)[number];

/** Their names in addresses say nothing to whoever looks over a shoulder or through a history. */
const names = { company: 'a', help: 'b', time: 'c', avoid: 'd', more: 'm', less: 'l' } as const;

/** How a question that was skipped is written, so that it is not asked again. */
const SKIPPED = '0';

/** One code for each thing that can be avoided: a way is a small letter, a topic a large one. */
const codeOf: Readonly<Record<string, string>> = {
	...ways,
	...Object.fromEntries(topics.map((topic, index) => [topic, String.fromCharCode(65 + index)])),
};

/** More than so many “less like this” and nothing is left to show. */
const MOST_SAID = 12;

/** Reads an address. What makes no sense says nothing. */
export function answersIn(query: URLSearchParams): Answers {
	const one = <Name extends keyof typeof choices>(name: Name) => {
		const answers = Object.keys(choices[name]) as (keyof (typeof choices)[Name])[];
		return answers.find((answer) => choices[name][answer] === query.get(names[name]));
	};
	const avoided = query.getAll(names.avoid).join('');
	return {
		company: one('company'),
		help: one('help'),
		time: one('time'),
		avoid: [...avoidable, ...topics].filter((each) => avoided.includes(codeOf[each]!)),
		more: saidIn(query.get(names.more)),
		less: saidIn(query.get(names.less)),
	};
}

const saidIn = (text: string | null): Said[] =>
	[...(text ?? '').matchAll(/([crtwpm])([0-9a-z]{4})/g)].slice(0, MOST_SAID).map(([, letter, mark]) => ({
		kind: tasteKinds.find((kind) => kindLetters[kind] === letter)!,
		mark: mark!,
	}));

/** Which question comes next; undefined when each has been answered or skipped. */
export const nextQuestion = (query: URLSearchParams): Question | undefined =>
	questions.find((question) => !query.has(names[question]));

/** The answers as the shortest query, with something changed: `?a=c&c=t`. */
export function queryOf(answers: Answers, change: Partial<Answers> = {}): string {
	const { company, help, time, avoid, more, less } = { ...answers, ...change };
	const said = (some: readonly Said[]) => some.map(({ kind, mark }) => kindLetters[kind] + mark).join('');
	const parts = [
		[names.company, company && choices.company[company]],
		[names.help, help && choices.help[help]],
		[names.time, time && choices.time[time]],
		[names.avoid, avoid.map((each) => codeOf[each]).join('')],
		[names.more, said(more)],
		[names.less, said(less.slice(-MOST_SAID))],
	];
	const text = parts.flatMap(([name, code]) => (code ? [`${name}=${code}`] : [])).join('&');
	return text && `?${text}`;
}

/** The same address with one question answered, or skipped. What was skipped before stays so. */
export function answering(query: URLSearchParams, question: Question, code: string = SKIPPED): string {
	const parts = questions
		.map((each) => [names[each], each === question ? code : query.get(names[each])] as const)
		.filter(([, value]) => value !== null && /^\w$/.test(value));
	return `?${parts.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

/** What is to be avoided, as a form sends it, and its name there. */
export const avoidField = { name: names.avoid, codeOf: (each: Way | Topic) => codeOf[each]! };

/** What a form has to send along, so that what was answered before is not forgotten. */
export const answeredBefore = ({ company, help, time }: Answers): { name: string; value: string }[] => [
	...(company ? [{ name: names.company, value: choices.company[company] }] : []),
	...(help ? [{ name: names.help, value: choices.help[help] }] : []),
	...(time ? [{ name: names.time, value: choices.time[time] }] : []),
];

/** Four characters that stand for one thing in an address, and tell nobody which (FNV-1a, 32 bits). */
export function markOf(key: string): string {
	return numberOf(key).toString(36).padStart(4, '0').slice(-4);
}

/** A number that is the same for the same text, and as good as random otherwise. */
export function numberOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++)
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
	return hash;
}
