import { z } from 'zod';
import type { ListingKind } from '#features/directory/listing.ts';
import { accessNeeds, forms } from '#features/directory/listing.ts';
import type { Day } from '#features/directory/times.ts';
import { line, needed, whole, words } from '#platform/form-text.ts';
import { isDate, weekdays } from '#platform/recurrence/calendar-days.ts';
import { isZone } from '#platform/time.ts';
import { MOST_ROWS, problemIn, rhythms, type FormTimes, type TimesRow } from './form-times.ts';
import { ASK_EVERY, changes, roles } from './keeping.ts';

/** The kinds that are entered by hand; circles and rooms speak for themselves. */
export const enteredKinds = ['meeting', 'workshop', 'place'] as const satisfies readonly ListingKind[];
export type EnteredKind = (typeof enteredKinds)[number];

/** Nothing typed is nothing said. */
const said = (text: z.ZodType<string, string>) =>
	text.default('').transform((typed) => typed || null) as z.ZodType<string | null>;

/** One tick comes as text, several as a list, none not at all. */
const ticks = <Among extends string>(among: readonly Among[]) =>
	z
		.union([z.string().transform((one) => [one]), z.array(z.string())])
		.default([])
		.transform((chosen) => among.filter((each) => chosen.includes(each)));

const yesOrNo = z
	.enum(['', 'yes', 'no'])
	.default('')
	.transform((answer) => (answer === '' ? null : answer === 'yes'));

const url = line(2000)
	.default('')
	.refine((text) => text === '' || isWebAddress(text), 'not-right')
	.transform((text) => text || null);

function isWebAddress(text: string): boolean {
	const read = URL.parse(text);
	return read !== null && /^https?:$/.test(read.protocol) && read.username === '' && read.password === '';
}

const zone = line(60)
	.default('')
	.refine((name) => name === '' || isZone(name), 'not-right')
	.transform((name) => name || null);

const time = z
	.string()
	.default('')
	.refine((text) => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'not-right')
	.transform((text) => text || null);

/** An empty field is no number. */
const number = (least: number, most: number) =>
	z
		.union([z.literal('').transform(() => null), whole(least, most)])
		.default(null)
		.transform((count) => count);

/** `51.507, -0.128`, in degrees. */
const position = line(60)
	.default('')
	.transform((text, context) => {
		if (text === '') return null;
		const [, north = '', east = ''] = /^(-?\d{1,2}(?:\.\d+)?)[,;]? +(-?\d{1,3}(?:\.\d+)?)$/.exec(text) ?? [];
		const [latitude, longitude] = [Number(north), Number(east)];
		if (north !== '' && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
			return { latitude, longitude };
		context.addIssue({ code: 'custom', message: 'not-right' });
		return z.NEVER;
	});

const topics = line(600)
	.default('')
	.transform((text) => [...new Set(text.split(/[,;،]/).map((topic) => topic.trim().toLowerCase()))])
	.transform((all) => all.filter((topic) => topic !== '').slice(0, 20));

const tag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const languages = z
	.union([tag.transform((one) => [one]), z.array(tag).max(30)])
	.default([])
	.catch([]);

/** Dates one a line; what is none is told. */
const dateLines = (reads: (text: string) => string | undefined) =>
	words(1000)
		.default('')
		.transform((text, context) => {
			const lines = text
				.split('\n')
				.map((each) => each.trim())
				.filter((each) => each !== '');
			const read = lines.map(reads);
			if (read.includes(undefined)) context.addIssue({ code: 'custom', message: 'not-right' });
			return read.filter((each) => each !== undefined).slice(0, 100);
		});

const dayIn = (text: string) => (isDate(text) ? text : undefined);

function momentIn(text: string): string | undefined {
	const [, day = '', clock = ''] = /^(\d{4}-\d\d-\d\d)[ T,]+(([01]?\d|2[0-3]):[0-5]\d)$/.exec(text) ?? [];
	return isDate(day) ? `${day}T${clock.padStart(5, '0')}` : undefined;
}

/** Everything that can be said of a listing, as a form sends it. Lines of times are numbered: `every0`, `at0`, … */
export const ListingForm = z
	.looseObject({
		name: needed(line(255)),
		about: said(words(2000)),
		topics,
		languages,
		form: z.enum(forms).optional(),
		structure: z
			.enum(['', 'structured', 'informal'])
			.default('')
			.transform((chosen) => chosen || null),
		access: ticks(accessNeeds),
		cost: said(line(255)),
		ageBand: z.enum(['adult', '13-17', '16-25']).default('adult'),
		identity: said(line(255)),
		observersWelcome: yesOrNo,
		newcomersWelcome: yesOrNo,
		size: number(1, 10_000),
		joining: said(words(2000)),
		days: ticks(['0', '1', '2', '3', '4', '5', '6']).transform((all) => all.map((day) => Number(day) as Day)),
		time,
		minutes: number(1, 720),
		zone,
		off: dateLines(dayIn),
		extra: dateLines(momentIn),
		group: said(line(255)),
		place: said(line(255)),
		placeNotes: said(words(2000)),
		address: said(line(255)),
		region: said(line(255)),
		postcode: said(line(20)),
		country: line(2)
			.default('')
			.transform((code) => code.toUpperCase())
			.refine((code) => code === '' || /^[A-Z]{2}$/.test(code), 'not-right')
			.transform((code) => code || null),
		position,
		precision: z.enum(['coarse', 'exact']).default('coarse'),
		inPerson: ticks(['yes']).transform(([yes]) => yes !== undefined),
		onlineUrl: url,
		onlineNotes: said(words(2000)),
		phone: said(line(255)),
		phoneNotes: said(words(2000)),
		notes: said(words(2000)),
		website: url,
		word: words(500).default(''),
		revision: whole(0, 999_999).default(0),
	})
	.transform((typed, context) => {
		const rows = rowsIn(typed);
		for (const { row, at } of rows) {
			const wrong = problemIn(row);
			if (wrong) context.addIssue({ code: 'custom', path: [`${wrong.field}${at}`], message: wrong.problem });
		}
		const filled = rows.map(({ row }) => row);
		if (filled.length > 0 && typed.zone === null)
			context.addIssue({ code: 'custom', path: ['zone'], message: 'needed' });
		if (filled.length === 0 && typed.extra.length > 0)
			context.addIssue({ code: 'custom', path: ['extra'], message: 'not-right' });
		return { ...typed, times: { rows: filled, off: typed.off, extra: typed.extra } satisfies FormTimes };
	});

export type ListingTyped = z.output<typeof ListingForm>;

function rowsIn(typed: Record<string, unknown>): { row: TimesRow; at: number }[] {
	const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
	return Array.from({ length: MOST_ROWS }, (_, at) => at).flatMap((at) => {
		const every = rhythms.find((rhythm) => rhythm === text(`every${at}`));
		const ticked = [typed[`days${at}`] ?? []].flat();
		const days = weekdays.filter((day) => ticked.includes(day));
		const row = { days, since: text(`since${at}`), at: text(`at${at}`), until: text(`until${at}`) };
		return every ? [{ row: { every, ...row }, at }] : [];
	});
}

export const BodyForm = z.object({
	name: needed(line(120)),
	about: said(words(2000)),
	website: url,
	zone,
	askEvery: whole(7, 365).default(ASK_EVERY),
});

export const RoleForm = z.object({
	nickname: z.string().max(400, 'too-long').min(1, 'needed'),
	role: z.enum(roles),
});
export const TakeRoleForm = z.object({ person: z.uuid('needed') });
export const SlugForm = z.object({ listing: z.string().min(1, 'needed').max(255) });
export const RemarkSeenForm = z.object({ remark: z.uuid('needed') });
export const RevertForm = z.object({ revision: whole(1, 999_999) });
export const AnswerForm = z.object({ because: words(500).default('') });
export const RemarkForm = z.object({ what: z.enum(changes), words: words(500).default('') });
