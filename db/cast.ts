/**
 * The cast: one neighbourhood of made-up people, their circles and what they say to each other. Seeds, tests, the
 * catalogue and screenshots all use these and no others, so that whoever works here comes to know them.
 */
import type { Way } from '#features/circle-mode/sitting.ts';
import type { CircleDetails } from '#features/circles/circle.ts';
import type { HidingReason, Resonance } from '#features/conversations/message.ts';
import type { About } from '#features/people/about.ts';
import type { Organisation } from '#features/people/organisation.ts';
import type { AgeBand, Duty } from '#features/people/person.ts';
import type { RoomDetails } from '#features/rooms/room.ts';
import type { RotaDetails } from '#features/rota/rota.ts';
import type { Pattern } from '#platform/recurrence/pattern.ts';

export interface CastMember {
	nickname: string;
	ageBand: AgeBand;
	locale: 'en' | 'es';
	/** IANA. */
	zone: string;
	duties: readonly Duty[];
	/** Whole days ago. */
	joined: number;
	about?: Partial<About>;
	discreet?: boolean;
}

/** A moment as people remember it: `[-2, '03:07']` is seven past three, two nights ago, on the circle’s clocks. */
export type Moment = readonly [day: number, at: string];

export interface CastLine {
	by: Handle;
	at: Moment;
	says: string;
	/** A name by which a later line replies to this one. */
	as?: string;
	to?: string;
	note?: string;
	/** What it says after its author changed it. */
	later?: string;
	removed?: true;
	hidden?: { by: Handle; because: HidingReason };
	answers?: Partial<Record<Resonance, readonly Handle[]>>;
}

export interface CastCircle {
	details: CircleDetails;
	/** The first opened it; the others were made hosts by the first. */
	hosts: readonly [Handle, ...Handle[]];
	opened: Moment;
	members?: readonly Handle[];
	/** In this order, after the seats are taken. */
	waiting?: readonly Handle[];
	observers?: readonly Handle[];
	/** Who goes by another name here. */
	aliases?: Partial<Record<Handle, string>>;
	/** `calledOff` is which of those to come is not held: 1 is the one after the next. */
	meets?: { pattern: Pattern; at: string; minutes: number; since: number; calledOff?: number };
	/** The clocks of the circle. */
	zone: string;
	pausing?: { who: Handle; at: Moment; hours: number };
	/** New agreements from this moment on; whoever has spoken before is asked to read them again. */
	newAgreements?: { at: Moment; agreements: string };
	/** Rests since this moment. */
	resting?: Moment;
	/** Who has a seat and hears nothing for now. */
	takingARest?: readonly Handle[];
	conversation?: readonly CastLine[];
	/**
	 * A meeting is about to begin, at whatever hour this is looked at: these are at its door, and they stay there until
	 * somebody opens it.
	 */
	aboutToMeet?: Partial<Record<Handle, Way>>;
}

export interface CastRota {
	details: Pick<RotaDetails, 'name' | 'kind' | 'zone'>;
	/** Every day, from `since` days ago on, at these local times. */
	every: { at: string; until: string };
	since: number;
	/** Who holds which of the days to come, today first. */
	held: readonly (readonly Handle[])[];
	cover: { day: number; who: Handle; says: string };
}

export interface CastRoom {
	details: RoomDetails & { zone: string };
	/** Shifts of every day, from this many days ago on, at these local times. */
	shifts: readonly { at: string; until: string }[];
	since: number;
	/** Who holds which of the days to come, today first. */
	held?: readonly Handle[];
	/** Who has it open all the time, which only somebody made up can. */
	always?: Handle;
	/** Who is in, and how they came. */
	guests?: Partial<
		Record<Handle, { intent: 'talk' | 'read'; firstTime?: true; corner?: true; called?: string }>
	>;
	/** Minutes ago. */
	conversation?: readonly (Omit<CastLine, 'at' | 'hidden'> & { ago: number })[];
	pinned?: string;
}

export const organisation: Organisation = {
	name: 'Weaver Street Neighbours',
	ageBands: ['adult', '13-17', '16-25'],
	locale: 'en',
	crisisPolicy:
		'Nobody here calls anyone about you without asking you first. If we fear for a life and cannot reach you, two stewards decide together, and you can read what they decided and why.',
};

const neighbours = {
	amara: {
		nickname: 'Amara',
		ageBand: 'adult',
		locale: 'en',
		zone: 'Europe/London',
		duties: ['coordinator', 'steward', 'host'],
		joined: 210,
		about: {
			languages: { told: ['en', 'fr'], audience: 'everyone' },
			pronouns: { told: 'she', audience: 'everyone' },
			lived: { told: ['grief-parent', 'addiction-of-another'], audience: 'circles' },
		},
	},
	henk: {
		nickname: 'Henk',
		ageBand: 'adult',
		locale: 'en',
		zone: 'Europe/Amsterdam',
		duties: ['steward', 'host'],
		joined: 190,
		about: {
			languages: { told: ['nl', 'en'], audience: 'everyone' },
			lived: { told: ['alcohol', 'long-recovery', 'anxiety'], audience: 'circles' },
			words: {
				told: 'I drank for twenty years and have not for nine. I still like bars.',
				audience: 'circles',
			},
		},
	},
	rosa: {
		nickname: 'Rosa',
		ageBand: 'adult',
		locale: 'en',
		zone: 'Europe/London',
		duties: ['host'],
		joined: 170,
		about: {
			languages: { told: ['en', 'pt'], audience: 'everyone' },
			pronouns: { told: 'she', audience: 'everyone' },
			lived: { told: ['depression', 'childhood'], audience: 'circles' },
		},
	},
	idris: {
		nickname: 'Idris',
		ageBand: 'adult',
		locale: 'en',
		zone: 'Europe/London',
		duties: ['host', 'supporter'],
		joined: 120,
		about: { lived: { told: ['grief-parent', 'early-recovery'], audience: 'circles' } },
	},
	/** Reads right to left. */
	nour: {
		nickname: 'نور',
		ageBand: 'adult',
		locale: 'en',
		zone: 'Africa/Cairo',
		duties: [],
		joined: 80,
		about: {
			languages: { told: ['ar', 'en'], audience: 'everyone' },
			lived: { told: ['grief-partner', 'anxiety'], audience: 'circles' },
		},
	},
	/** Has as long a nickname as there can be. */
	tomatoes: {
		nickname: 'Whoever-waters-the-tomatoes-after-dark-x',
		ageBand: 'adult',
		locale: 'en',
		zone: 'Europe/London',
		duties: ['supporter'],
		joined: 75,
		about: { lived: { told: ['grief-sibling-friend', 'fatigue'], audience: 'circles' } },
	},
	/** Has been asked to pause in one circle, and is the warmest voice in another. */
	mo: {
		nickname: 'Mo',
		ageBand: 'adult',
		locale: 'en',
		zone: 'Europe/London',
		duties: [],
		joined: 60,
	},
	/** Has turned discreet mode on. */
	fern: {
		nickname: 'Fern',
		ageBand: 'adult',
		locale: 'en',
		zone: 'Europe/Dublin',
		duties: ['supporter'],
		joined: 55,
		discreet: true,
		about: { pronouns: { told: 'they', audience: 'circles' } },
	},
	/** Hosts the table with the soup, and waits in line elsewhere. */
	tam: {
		nickname: 'Tam',
		ageBand: 'adult',
		locale: 'en',
		zone: 'Europe/London',
		duties: ['host', 'supporter'],
		joined: 50,
		about: { lived: { told: ['caring-parent', 'pain'], audience: 'everyone' } },
	},
	maricarmen: {
		nickname: 'Maricarmen',
		ageBand: 'adult',
		locale: 'es',
		zone: 'Europe/Madrid',
		duties: ['host'],
		joined: 45,
		about: {
			languages: { told: ['es', 'ca'], audience: 'everyone' },
			lived: { told: ['grief-partner', 'loneliness'], audience: 'circles' },
			words: { told: 'Me quedé viuda y aprendí a cocinar para una. Todavía me sobra.', audience: 'circles' },
		},
	},
	lolo: {
		nickname: 'Lolo',
		ageBand: 'adult',
		locale: 'es',
		zone: 'Atlantic/Canary',
		duties: [],
		joined: 40,
	},
	ximena: {
		nickname: 'Ximena',
		ageBand: 'adult',
		locale: 'es',
		zone: 'Europe/Madrid',
		duties: [],
		joined: 21,
		about: { lived: { told: ['migration', 'unemployment'], audience: 'nobody' } },
	},
	/** Sits in and has never said a word, which is fine. */
	boat: {
		nickname: 'Paper Boat',
		ageBand: 'adult',
		locale: 'en',
		zone: 'America/Halifax',
		duties: [],
		joined: 14,
	},
	/** Came a week ago. */
	wren: {
		nickname: 'Wren',
		ageBand: 'adult',
		locale: 'en',
		zone: 'Europe/London',
		duties: [],
		joined: 7,
	},
	juno: {
		nickname: 'Juno',
		ageBand: '16-25',
		locale: 'en',
		zone: 'Europe/London',
		duties: ['host'],
		joined: 30,
	},
	kit: {
		nickname: 'Kit',
		ageBand: '13-17',
		locale: 'en',
		zone: 'Europe/London',
		duties: ['host'],
		joined: 28,
	},
	robin: {
		nickname: 'Robin',
		ageBand: '13-17',
		locale: 'en',
		zone: 'Europe/London',
		duties: [],
		joined: 5,
	},
} satisfies Record<string, CastMember>;

/** How the pages of this file call somebody. */
export type Handle = keyof typeof neighbours;

export const people: Readonly<Record<Handle, CastMember>> = neighbours;

const shared =
	'What is said here stays here.\nWe speak from our own lives, and give advice only when somebody asks for it.\nSilence is fine. So is leaving in the middle.\nIf something may be hard to read, put a note on it.';

const usual = {
	language: 'en',
	structure: 'informal',
	venue: 'online',
	address: null,
	capacity: 8,
	joining: 'open',
	observersWelcome: true,
	ageBand: 'adult',
	agreements: shared,
} as const;

const gatherings = {
	/** Full, with a line and somebody sitting in. */
	nights: {
		details: {
			...usual,
			name: 'Long nights',
			about:
				'For whoever is awake when the house is asleep. Say what is there, or only sit. Somebody usually left the lamp on.',
			topics: ['sleep', 'anxiety', 'loneliness'],
		},
		hosts: ['rosa', 'idris'],
		opened: [-60, '19:00'],
		zone: 'Europe/London',
		members: ['henk', 'tomatoes', 'nour', 'mo', 'fern', 'amara'],
		waiting: ['tam', 'wren'],
		observers: ['boat'],
		meets: { pattern: { every: 'weeks', n: 1, weekdays: ['TU'] }, at: '20:30', minutes: 90, since: -60 },
		pausing: { who: 'mo', at: [-2, '22:20'], hours: 72 },
		conversation: [
			{ by: 'rosa', at: [-6, '22:41'], says: 'Evening. The lamp is on. Nobody has to say anything.' },
			{ by: 'idris', at: [-6, '23:20'], says: 'Sitting down too. A bad week, not the worst.' },
			{
				by: 'tomatoes',
				at: [-5, '00:12'],
				as: 'watered',
				says: 'The tomatoes are watered. I talked to them for a bit. They are good listeners.',
			},
			{ by: 'rosa', at: [-5, '00:15'], to: 'watered', says: 'What did you tell them?' },
			{
				by: 'tomatoes',
				at: [-5, '00:31'],
				as: 'three months',
				says: 'That it is three months this week. They heard it before anybody else did.',
				answers: { 'with-you': ['rosa', 'idris', 'nour'], 'been-there': ['fern'] },
			},
			{
				by: 'fern',
				at: [-5, '00:34'],
				to: 'three months',
				says: 'Thank you for telling us second.',
				answers: { 'with-you': ['tomatoes'] },
			},
			{
				by: 'nour',
				at: [-5, '03:07'],
				as: 'drum',
				says: 'Awake. Heart going like a drum, for no reason I can find. I know it passes. I would just like not to be the only light on.',
				answers: { 'been-there': ['idris', 'fern', 'henk'] },
			},
			{ by: 'idris', at: [-5, '03:09'], to: 'drum', says: 'You are not. The kettle is on here.' },
			{ by: 'amara', at: [-5, '03:11'], says: 'Here too. We can just be awake.' },
			{
				by: 'nour',
				at: [-5, '03:40'],
				says: 'It is slower now. Thank you for not asking me why.',
				answers: { 'with-you': ['amara', 'idris'] },
			},
			{
				by: 'tomatoes',
				at: [-3, '02:18'],
				as: 'his hour',
				note: 'the night my brother died',
				says: 'He died at this hour. Ten past two. I see it on the clock every night, whatever I do. Tonight I saw it and did not look away. That is all. I wanted to put it somewhere.',
				answers: { 'with-you': ['rosa', 'amara', 'idris'], 'been-there': ['nour'] },
			},
			{
				by: 'rosa',
				at: [-3, '02:26'],
				to: 'his hour',
				as: 'name',
				says: 'It is somewhere now. I read it twice. What was he called, if you would like to say it here?',
			},
			{
				by: 'tomatoes',
				at: [-3, '02:33'],
				to: 'name',
				says: 'Samuel. Sam when he owed me money.',
				answers: { 'thank-you': ['rosa', 'nour'] },
			},
			{ by: 'nour', at: [-3, '02:36'], says: 'Good night, Sam.', answers: { 'thank-you': ['tomatoes'] } },
			{
				by: 'henk',
				at: [-2, '21:55'],
				as: 'dread',
				says: 'A question for anyone, no rush. Do you also get the dread around five in the afternoon, long before it is night?',
				answers: { 'been-there': ['nour', 'rosa'] },
			},
			{
				by: 'fern',
				at: [-2, '22:10'],
				to: 'dread',
				says: 'Every day. Mine starts when the light goes. I have taken up cooking then, badly, with the radoi on.',
				later:
					'Every day. Mine starts when the light goes. I have taken up cooking then, badly, with the radio on.',
				answers: { 'been-there': ['henk'] },
			},
			{
				by: 'mo',
				at: [-2, '22:14'],
				to: 'dread',
				says: 'You all think about it too much. Get up, go for a run, stop feeding it.',
				hidden: { by: 'rosa', because: 'against-agreements' },
			},
			{
				by: 'rosa',
				at: [-2, '22:31'],
				says: 'I have put one message away, because it told people what to do, and here we do not. Nobody is sent away for it. Henk, your question is still on the table.',
			},
			{
				by: 'idris',
				at: [-2, '22:48'],
				to: 'dread',
				as: 'sundays',
				says: 'Mine is Sundays. The whole of Sunday, really.',
			},
			{
				by: 'fern',
				at: [-2, '22:50'],
				says: 'I think it is because my father came home at five.',
				removed: true,
			},
			{
				by: 'henk',
				at: [-1, '21:02'],
				to: 'sundays',
				says: 'Sundays, yes. I had never thought of it as the same thing. Washing up now, which I have been putting off since breakfast.',
			},
			{
				by: 'rosa',
				at: [-1, '22:07'],
				says: 'Lamp on again. I am here until about midnight, and then it stays on without me.',
			},
			{ by: 'fern', at: [-1, '22:15'], says: 'Here, quietly.' },
			{
				by: 'tomatoes',
				at: [-1, '22:30'],
				as: 'five hours',
				says: 'Something small. I slept five hours last night. It may not be the start of anything. It was five hours, though.',
				answers: { 'with-you': ['henk', 'fern'], 'thank-you': ['idris'] },
			},
			{
				by: 'amara',
				at: [-1, '22:33'],
				to: 'five hours',
				says: 'I am glad you had every one of them.',
			},
		],
	},

	/** Has free seats, and somebody new in it. */
	loss: {
		details: {
			...usual,
			name: 'After somebody died',
			about:
				'A place to go on talking about them after everybody else has stopped. It does not matter how long ago it was, or who they were to you.',
			topics: ['grief'],
			structure: 'structured',
		},
		hosts: ['idris', 'amara'],
		opened: [-90, '12:00'],
		zone: 'Europe/London',
		members: ['nour', 'tomatoes', 'wren'],
		observers: ['boat'],
		meets: { pattern: { every: 'weeks', n: 2, weekdays: ['TH'] }, at: '19:00', minutes: 75, since: -90 },
		conversation: [
			{
				by: 'idris',
				at: [-6, '18:40'],
				says: 'Welcome, Wren. You can read everything from before. Nobody expects you to introduce yourself.',
			},
			{
				by: 'wren',
				at: [-6, '19:15'],
				as: 'hello',
				says: 'Thank you. I wrote three hellos and deleted them. So: hello.',
				answers: { 'with-you': ['amara', 'nour'], 'been-there': ['tomatoes'] },
			},
			{ by: 'amara', at: [-6, '19:22'], to: 'hello', says: 'The fourth one is a good one.' },
			{
				by: 'nour',
				at: [-6, '20:05'],
				as: 'glasses',
				says: 'I found his reading glasses in the flour today. I do not know how long I stood there.\nالله يرحمه\nWe say that each time. God have mercy on him.',
				answers: { 'been-there': ['wren', 'idris'], 'with-you': ['amara'] },
			},
			{
				by: 'idris',
				at: [-6, '20:11'],
				to: 'glasses',
				says: 'In the flour. I laughed, and then I did not. My mother’s are still in my coat.',
				answers: { 'thank-you': ['nour'] },
			},
			{
				by: 'wren',
				at: [-5, '09:30'],
				as: 'post',
				says: 'Does anybody else get angry at the post? Her name is on it every morning, from people who want to sell her windows.',
				answers: { 'been-there': ['tomatoes', 'amara'] },
			},
			{
				by: 'tomatoes',
				at: [-5, '12:02'],
				to: 'post',
				as: 'offers',
				says: 'I open Sam’s. He would want to know about the offers.',
			},
			{
				by: 'wren',
				at: [-5, '12:10'],
				to: 'offers',
				says: 'That is the first thing all week that made me smile. I am going to open hers.',
				answers: { 'with-you': ['tomatoes', 'idris'] },
			},
			{
				by: 'amara',
				at: [-3, '08:12'],
				as: 'soup',
				note: 'an anniversary',
				says: 'Eleven years today. It is quieter than it was, and some years I feel guilty that it is. This year I made his soup and it tasted right.',
				answers: { 'with-you': ['nour', 'wren'] },
			},
			{ by: 'nour', at: [-3, '08:40'], to: 'soup', says: 'May it taste right next year too.' },
			{
				by: 'wren',
				at: [-2, '19:05'],
				as: 'next one',
				says: 'I think I will come to the next meeting. I may not manage to say anything. Is that all right?',
			},
			{
				by: 'idris',
				at: [-2, '19:09'],
				to: 'next one',
				says: 'It is. We go round, and “pass” is a whole answer.',
				answers: { 'thank-you': ['wren'] },
			},
		],
	},

	/** By request; its agreements have changed since the last word. */
	mornings: {
		details: {
			...usual,
			name: 'Sober mornings',
			about:
				'We say good morning before the day gets at us. For people who have stopped drinking, are stopping, or would like to. Nobody counts but you.',
			topics: ['addiction', 'alcohol'],
			joining: 'by-request',
			capacity: 10,
		},
		hosts: ['henk'],
		opened: [-50, '08:00'],
		zone: 'Europe/Amsterdam',
		members: ['mo', 'idris', 'fern'],
		waiting: ['boat'],
		meets: {
			pattern: { every: 'weeks', n: 1, weekdays: ['SA'] },
			at: '08:30',
			minutes: 60,
			since: -50,
			calledOff: 1,
		},
		conversation: [
			{ by: 'henk', at: [-5, '06:50'], says: 'Morning. Coffee, window, here.' },
			{
				by: 'mo',
				at: [-5, '07:02'],
				as: 'football',
				says: 'First weekend without the football, because the football is where I drink.',
				answers: { 'with-you': ['henk', 'fern'], 'been-there': ['idris'] },
			},
			{
				by: 'henk',
				at: [-5, '07:10'],
				to: 'football',
				as: 'ninety',
				says: 'That leaves a hole in a week. Where did the ninety minutes go?',
			},
			{
				by: 'mo',
				at: [-5, '07:31'],
				to: 'ninety',
				says: 'I cleaned the oven. It is a very clean oven.',
				answers: { 'with-you': ['henk'] },
			},
			{
				by: 'idris',
				at: [-2, '06:45'],
				as: 'two',
				note: 'drinking again',
				says: 'I had two, the night before last. I nearly did not come back to say it. Saying it.',
				answers: { 'been-there': ['henk', 'mo'], 'with-you': ['fern'] },
			},
			{
				by: 'mo',
				at: [-2, '06:52'],
				to: 'two',
				says: 'I am glad you said it here. Same chair as before, it is still warm.',
				answers: { 'thank-you': ['idris'] },
			},
			{
				by: 'henk',
				at: [-2, '06:58'],
				to: 'two',
				says: 'Thank you, Idris. What you knew last week you still know.',
			},
			{ by: 'idris', at: [-1, '06:40'], says: 'Morning. Coffee. Here.' },
		],
		newAgreements: {
			at: [-1, '12:00'],
			agreements: `${shared}\nWe name no brands and no places to buy.`,
		},
	},

	/** Nobody finds it without a link; one of its people goes by another name here. */
	keyInLock: {
		details: {
			...usual,
			name: 'Raised by somebody who drank',
			about: 'A small table for grown-up children. We keep it small on purpose.',
			topics: ['family', 'childhood'],
			joining: 'by-invitation',
			observersWelcome: false,
			capacity: 6,
		},
		hosts: ['rosa'],
		opened: [-30, '20:00'],
		zone: 'Europe/London',
		members: ['fern', 'amara'],
		aliases: { fern: 'Green Door' },
		conversation: [
			{ by: 'rosa', at: [-7, '20:05'], says: 'It is a small table. Take the chair you like.' },
			{
				by: 'fern',
				at: [-7, '20:30'],
				as: 'key',
				says: 'I still listen to how the key goes into the lock. I am forty-four.',
				answers: { 'been-there': ['rosa', 'amara'] },
			},
			{
				by: 'rosa',
				at: [-7, '20:34'],
				to: 'key',
				says: 'The key. Yes. I could tell everything from the key.',
			},
			{
				by: 'amara',
				at: [-6, '21:12'],
				as: 'bottles',
				says: 'I counted the bottles so that nobody else would have to. Nobody asked me to. Nobody asked me to stop, either.',
				answers: { 'been-there': ['fern'], 'with-you': ['rosa'] },
			},
			{
				by: 'fern',
				at: [-6, '21:20'],
				to: 'bottles',
				says: 'Thank you for saying that you counted. I thought that was only me.',
			},
		],
	},

	/** In Spanish. */
	sobremesa: {
		details: {
			...usual,
			name: 'Sobremesa',
			about:
				'Para hablar en español y sin prisa, como después de comer. Si vives lejos de los tuyos, o si la casa se te ha quedado grande, también es para ti.',
			topics: ['soledad', 'duelo', 'migración'],
			language: 'es',
			agreements:
				'Lo que se dice aquí se queda aquí.\nHablamos desde lo nuestro y solo damos consejos si alguien los pide.\nCallar está bien. Irse a la mitad, también.\nSi algo puede ser duro de leer, ponle una nota.',
		},
		hosts: ['maricarmen'],
		opened: [-40, '17:00'],
		zone: 'Europe/Madrid',
		members: ['lolo', 'ximena'],
		meets: { pattern: { every: 'month', nth: -1, weekday: 'TH' }, at: '18:30', minutes: 90, since: -40 },
		conversation: [
			{
				by: 'maricarmen',
				at: [-5, '21:30'],
				says: 'Hola a quien llegue. Hay sitio y hay café. Para quedarse no hace falta contar nada.',
			},
			{
				by: 'lolo',
				at: [-5, '21:44'],
				as: 'perro',
				says: 'Buenas. Llevo una semana hablando solo con el perro. Contesta, pero siempre lo mismo.',
				answers: { 'been-there': ['maricarmen'] },
			},
			{
				by: 'maricarmen',
				at: [-5, '21:47'],
				to: 'perro',
				as: 'nombre',
				says: '¿Cómo se llama? Que él también tiene silla.',
			},
			{
				by: 'lolo',
				at: [-5, '21:49'],
				to: 'nombre',
				says: 'Canelo. Está dormido encima de mi pie, así que de aquí no me muevo.',
			},
			{
				by: 'ximena',
				at: [-4, '23:02'],
				as: 'todo bien',
				says: 'Hoy hablé con mi mamá por teléfono y le dije que todo bien. Todo bien no está. Pero ella está tan lejos.',
				answers: { 'been-there': ['lolo'], 'with-you': ['maricarmen'] },
			},
			{
				by: 'lolo',
				at: [-4, '23:10'],
				to: 'todo bien',
				says: 'Yo hago lo mismo con mi hija. Colgar y quedarse mirando el teléfono. Te leo, Ximena.',
			},
			{
				by: 'maricarmen',
				at: [-4, '23:16'],
				to: 'todo bien',
				as: 'la parte',
				says: '¿Quieres contar aquí la parte que no le dijiste? Y si no quieres, nos quedamos contigo igual.',
			},
			{
				by: 'ximena',
				at: [-4, '23:31'],
				to: 'la parte',
				as: 'cuentas',
				note: 'trabajo y papeles',
				says: 'Me quedé sin trabajo hace un mes y los papeles dependen de eso. De día busco. De noche hago cuentas.',
				answers: { 'with-you': ['lolo', 'maricarmen'] },
			},
			{
				by: 'lolo',
				at: [-4, '23:38'],
				to: 'cuentas',
				says: 'Gracias por decirlo. De noche las cuentas siempre salen peor.',
				answers: { 'thank-you': ['ximena'] },
			},
			{
				by: 'ximena',
				at: [-1, '20:05'],
				says: 'Anoche dormí. No arregló nada, pero dormí.',
				answers: { 'with-you': ['lolo', 'maricarmen'] },
			},
		],
	},

	/** In person, at an address. */
	kitchen: {
		details: {
			...usual,
			name: 'The kitchen table',
			about:
				'Soup, and people who are tired in the same way. For those who are ill for long, and those who look after somebody. Come as you are; lie on the sofa if you need to.',
			topics: ['chronic illness', 'caring'],
			venue: 'in-person',
			address: 'The old library, 14 Weaver Street. The ramp is at the back, by the bicycles.',
			capacity: 12,
			observersWelcome: false,
		},
		hosts: ['tam', 'tomatoes'],
		opened: [-45, '10:00'],
		zone: 'Europe/London',
		members: ['fern', 'amara'],
		takingARest: ['amara'],
		meets: { pattern: { every: 'month', nth: 1, weekday: 'SA' }, at: '13:00', minutes: 120, since: -45 },
		conversation: [
			{ by: 'tam', at: [-8, '09:10'], says: 'Soup at one. Talking whenever.' },
			{
				by: 'fern',
				at: [-8, '09:42'],
				as: 'loud',
				says: 'Will it be loud? I could do an hour if there is a corner.',
			},
			{
				by: 'tam',
				at: [-8, '09:50'],
				to: 'loud',
				says: 'There is a corner, and the door shuts. An hour is plenty.',
			},
			{
				by: 'fern',
				at: [-7, '16:20'],
				says: 'I was in the corner the whole time. It was a good corner. Thank you.',
				answers: { 'thank-you': ['tam', 'tomatoes'] },
			},
		],
	},

	/** Is about to meet, whenever one looks. */
	tea: {
		details: {
			...usual,
			name: 'Tea at any hour',
			about:
				'We meet whenever the kettle is on. A round to arrive, a round to say what there is, a round to go. Newcomers may just listen.',
			topics: ['loneliness', 'everyday life'],
			structure: 'structured',
			capacity: 9,
		},
		hosts: ['rosa', 'idris'],
		opened: [-40, '16:00'],
		zone: 'Europe/London',
		members: ['henk', 'tomatoes', 'nour', 'fern', 'amara', 'wren'],
		aboutToMeet: {
			rosa: 'speaking',
			idris: 'speaking',
			henk: 'phone',
			tomatoes: 'text',
			nour: 'text',
			fern: 'listening',
			amara: 'speaking',
		},
	},

	/** Rests until spring. */
	offTheClock: {
		details: {
			...usual,
			name: 'Off the clock',
			about: 'For people who work nights and sleep days, and miss most things.',
			topics: ['burnout', 'work'],
			capacity: 6,
		},
		hosts: ['rosa'],
		opened: [-70, '09:00'],
		zone: 'Europe/London',
		members: ['mo', 'henk'],
		resting: [-20, '09:00'],
		conversation: [
			{
				by: 'mo',
				at: [-24, '07:15'],
				says: 'Just in. Birds are up. Everybody I know is getting their children into coats.',
				answers: { 'been-there': ['rosa'] },
			},
			{
				by: 'rosa',
				at: [-20, '08:30'],
				says: 'My own nights are changing, so we rest this one until spring. Your seats stay yours.',
				answers: { 'thank-you': ['mo', 'henk'] },
			},
		],
	},

	/** Opened yesterday, and empty but for its host. */
	notSureYet: {
		details: {
			...usual,
			name: 'New here, and not sure yet',
			about: 'Ask anything, or look around from here. Stay for a week or for an evening.',
			topics: ['first steps'],
		},
		hosts: ['amara'],
		opened: [-1, '18:00'],
		zone: 'Europe/London',
	},

	/** For those from 13 to 17, whom nobody else finds. */
	afterSchool: {
		details: {
			...usual,
			name: 'After school',
			about: 'Headphones on is fine. Typing nothing is fine.',
			topics: ['school', 'anxiety'],
			ageBand: '13-17',
		},
		hosts: ['kit'],
		opened: [-20, '16:00'],
		zone: 'Europe/London',
		members: ['robin'],
		conversation: [
			{ by: 'kit', at: [-2, '16:10'], says: 'Hi. You can be here and type nothing, most of us do.' },
			{
				by: 'robin',
				at: [-2, '16:22'],
				as: 'quiet',
				says: 'I said something true in class today and everyone went quiet. I keep hearing the quiet.',
				answers: { 'been-there': ['kit'] },
			},
			{
				by: 'kit',
				at: [-2, '16:25'],
				to: 'quiet',
				says: 'I know that quiet. I had it for a week in year nine. If we go quiet here we are only reading.',
			},
			{ by: 'robin', at: [-2, '16:41'], says: 'ok. that helps actually' },
		],
	},

	/** For those from 16 to 25. */
	firstFlat: {
		details: {
			...usual,
			name: 'First flat',
			about: 'Living on your own for the first time, on purpose or not.',
			topics: ['leaving home', 'loneliness'],
			ageBand: '16-25',
		},
		hosts: ['juno'],
		opened: [-12, '17:00'],
		zone: 'Europe/London',
		conversation: [
			{
				by: 'juno',
				at: [-3, '23:40'],
				says: 'Nobody told me how loud a fridge is when there is nobody else to hear it.',
			},
		],
	},
} satisfies Record<string, CastCircle>;

export const circles: Readonly<Record<keyof typeof gatherings, CastCircle>> = gatherings;

/** Who can be reached in the evening. Held for two weeks, but for one evening. */
export const evenings: CastRota = {
	details: { name: 'Evenings by the phone', kind: 'on-call', zone: 'Europe/London' },
	every: { at: '20:00', until: '22:00' },
	since: -30,
	held: [
		['henk'],
		['idris', 'fern'],
		['tomatoes'],
		['henk'],
		[],
		['fern'],
		['tomatoes'],
		['idris'],
		['amara'],
		['henk'],
		['fern'],
		['tomatoes', 'henk'],
		['idris'],
		['amara'],
		['henk'],
	],
	cover: {
		day: 6,
		who: 'tomatoes',
		says: 'My sister’s baby comes that week. I would be glad if somebody could.',
	},
};

const theTable =
	'What is said here stays here.\nWe speak from our own lives, and give advice only when somebody asks for it.\nReading without a word is fine. So is leaving in the middle.\nIf something may be hard to read, put a note on it.';

const doors = {
	/** Open now, whatever the hour. */
	kitchen: {
		details: {
			name: 'The kettle is on',
			about: 'Somebody is up. Come as you are, with a lot to say or nothing at all. You can only read.',
			language: 'en',
			ageBand: 'adult',
			heldBy: ['supporter', 'steward'],
			agreements: theTable,
			secondAt: 12,
			keepDays: 90,
			zone: 'Europe/London',
		},
		shifts: [
			{ at: '06:00', until: '18:00' },
			{ at: '18:00', until: '06:00' },
		],
		since: -2,
		always: 'tam',
		guests: {
			idris: { intent: 'talk' },
			ximena: { intent: 'talk', called: 'Marea' },
			nour: { intent: 'talk' },
			fern: { intent: 'read', corner: true },
			boat: { intent: 'read', firstTime: true },
		},
		pinned: 'Small things that get you to the next hour',
		conversation: [
			{ by: 'tam', ago: 45, says: 'Kettle is on. Sit anywhere. Nobody has to say anything.' },
			{
				by: 'nour',
				ago: 40,
				as: 'shop',
				says: 'I went to the shop today. First time in nine days. I bought one lemon, because then I had to say something to the man.',
				answers: { 'with-you': ['tam', 'idris'], 'been-there': ['ximena'] },
			},
			{
				by: 'tam',
				ago: 38,
				to: 'shop',
				says: 'One lemon is a whole trip to the shop. What is it going into?',
			},
			{ by: 'nour', ago: 37, says: 'Nothing. It is on the table. It looks like somebody lives here.' },
			{
				by: 'ximena',
				ago: 30,
				as: 'mine',
				says: 'Mine is the radio. I do not understand half of it yet, and it is company all the same.',
				answers: { 'been-there': ['nour'] },
			},
			{
				by: 'idris',
				ago: 24,
				note: 'loss',
				says: 'I still set the alarm for his school run. I let it ring. Then I get up.',
				answers: { 'with-you': ['tam', 'ximena', 'nour'] },
			},
			{
				by: 'tam',
				ago: 22,
				says: 'Thank you for telling us, Idris. Would you like company with that, or quiet?',
			},
			{ by: 'idris', ago: 20, says: 'Company. The ordinary kind. Tell me about the lemon.' },
			{ by: 'nour', ago: 18, says: 'It is very yellow. I have named it Hassan.' },
			{
				by: 'tam',
				ago: 6,
				says: 'Welcome to whoever has just come in. Reading along is lovely. Say hello if you feel like it.',
			},
		],
	},

	/** Opens in the evening, held by those who signed up. */
	lateTable: {
		details: {
			name: 'Before sleep',
			about: 'For the hour before bed, when the day comes back. Slow talk, and quiet when that is better.',
			language: 'en',
			ageBand: 'adult',
			heldBy: ['supporter', 'steward'],
			agreements: theTable,
			secondAt: 8,
			keepDays: 30,
			zone: 'Europe/London',
		},
		shifts: [{ at: '22:30', until: '23:45' }],
		since: -20,
		held: ['tomatoes', 'henk', 'idris', 'fern'],
	},

	/** For those of 13 to 17. Nobody has signed up yet. */
	afterSchoolRoom: {
		details: {
			name: 'After four',
			about: 'A place to land after school. You can type or not type.',
			language: 'en',
			ageBand: '13-17',
			heldBy: ['supporter', 'steward'],
			agreements: theTable,
			secondAt: 6,
			keepDays: 30,
			zone: 'Europe/London',
		},
		shifts: [{ at: '16:00', until: '17:30' }],
		since: -10,
	},
} satisfies Record<string, CastRoom>;

export const rooms: Readonly<Record<keyof typeof doors, CastRoom>> = doors;
