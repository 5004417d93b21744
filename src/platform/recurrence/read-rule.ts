import { refuse, type Refused } from '#platform/ruling.ts';
import { isDate, isLocal } from './calendar-days.ts';
import { frequencies, isWeekday, plainly, type Ending, type Rule, type RuleDay, type Skip } from './rule.ts';

/** The longest rule that is read, in characters. The longest sensible one has about 300. */
const LONGEST = 1_000;

/** The most of each that is taken, so that no rule costs much: what is counted is found one by one. */
const MOST_OF_INTERVAL = 1_000;
const MOST_TIMES = 10_000;

export type NotARule =
	/** Not written as RFC 5545 writes rules. */
	| 'not-a-rule'
	/** In the standard, but nothing that meetings do: every second, the 200th day of the year, another calendar. */
	| 'too-special'
	/** Longer, or with larger numbers, than any meeting needs. */
	| 'too-much';

/** Why a rule is refused, and the part that it is about. `place` counts the characters before that part. */
export interface RuleMistake extends Refused<NotARule> {
	about: string;
	place: number;
}

/** Reads a rule as RFC 5545 writes it, without the word `RRULE:`. */
export function readRule(text: string): Rule | RuleMistake {
	if (text.length > LONGEST) return { ...refuse('too-much'), about: `${text.slice(0, 40)}…`, place: 0 };

	let place = 0;
	let frequency = '';
	const rule: Rule = plainly('week');
	const seen = new Set<string>();
	for (const part of text.split(';')) {
		const mistake = (reason: NotARule): RuleMistake => ({ ...refuse(reason), about: part, place });
		const equals = part.indexOf('=');
		const name = part.slice(0, equals).toUpperCase();
		const value = part.slice(equals + 1).toUpperCase();
		// A `;` at the very end is a slip that calendars forgive.
		if (part === '' && place === text.length && seen.size > 0) break;
		if (equals < 1 || value === '' || seen.has(name)) return mistake('not-a-rule');
		seen.add(name);

		const read = readPart(name, value);
		if (typeof read === 'string') return mistake(read);
		if (name === 'FREQ') frequency = value;
		Object.assign(rule, read);
		place += part.length + 1;
	}
	if (frequency === '') return { ...refuse('not-a-rule'), about: text, place: 0 };
	const wrong = contradiction(rule, seen);
	return wrong ? { ...refuse(wrong.reason), about: wrong.part, place: placeOf(text, wrong.part) } : rule;
}

type Part = Partial<Rule> | NotARule;

function readPart(name: string, value: string): Part {
	switch (name) {
		case 'FREQ':
			return readFrequency(value);
		case 'INTERVAL':
			return upTo(MOST_OF_INTERVAL, value, (interval) => ({ interval }));
		case 'COUNT':
			return upTo(MOST_TIMES, value, (times) => ({ ends: { times } }));
		case 'UNTIL': {
			const on = readMoment(value);
			return on === undefined ? 'not-a-rule' : { ends: { on } satisfies Ending };
		}
		case 'BYMONTH':
			return numbers(value, { least: 1, most: 12, signed: false }, (months) => ({ months }));
		case 'BYMONTHDAY':
			return numbers(value, { least: 1, most: 31, signed: true }, (monthDays) => ({ monthDays }));
		case 'BYSETPOS':
			return numbers(value, { least: 1, most: 366, signed: true }, (positions) => ({ positions }));
		case 'BYDAY':
			return readDays(value);
		case 'WKST':
			return isWeekday(value) ? { weekStart: value } : 'not-a-rule';
		case 'RSCALE':
			return value === 'GREGORIAN' ? {} : 'too-special';
		case 'SKIP':
			return skips.includes(value) ? { skip: value.toLowerCase() as Skip } : 'not-a-rule';
		case 'BYSECOND':
		case 'BYMINUTE':
		case 'BYHOUR':
		case 'BYYEARDAY':
		case 'BYWEEKNO':
			return 'too-special';
		default:
			return 'not-a-rule';
	}
}

const skips = ['OMIT', 'BACKWARD', 'FORWARD'];

function readFrequency(value: string): Part {
	const every = (Object.keys(frequencies) as Rule['every'][]).find((each) => frequencies[each] === value);
	if (every) return { every };
	return ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(value) ? 'too-special' : 'not-a-rule';
}

function upTo(most: number, value: string, part: (number: number) => Part): Part {
	if (!/^\d+$/.test(value) || Number(value) === 0) return 'not-a-rule';
	return Number(value) > most ? 'too-much' : part(Number(value));
}

function numbers(
	value: string,
	{ least, most, signed }: { least: number; most: number; signed: boolean },
	part: (numbers: number[]) => Part,
): Part {
	const all = value.split(',');
	const shape = signed ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/;
	if (!all.every((each) => shape.test(each))) return 'not-a-rule';
	const read = all.map(Number);
	const fit = read.every((each) => Math.abs(each) >= least && Math.abs(each) <= most);
	return fit ? part([...new Set(read)]) : 'not-a-rule';
}

function readDays(value: string): Part {
	const days: RuleDay[] = [];
	for (const each of value.split(',')) {
		const [, number = '0', day = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(each) ?? [];
		const nth = Number(number);
		const zero = number !== '0' && nth === 0;
		if (!isWeekday(day) || zero || Math.abs(nth) > 53) return 'not-a-rule';
		if (!days.some((known) => known.nth === nth && known.day === day)) days.push({ nth, day });
	}
	return { days };
}

/** `20260503`, `20260503T190000` or `20260503T190000Z`, as `2026-05-03…`; undefined where it is none of them. */
export function readMoment(value: string): string | undefined {
	const [, year, month, date, hour, minute, second, utc = ''] =
		/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(value) ?? [];
	const day = `${year}-${month}-${date}`;
	if (hour === undefined) return isDate(day) ? day : undefined;
	// A leap second is told as the one before it.
	const seconds = second === '60' ? '59' : second;
	const local = `${day}T${hour}:${minute}${seconds === '00' ? '' : `:${seconds}`}`;
	return isLocal(local) ? local + utc : undefined;
}

/** What each part may say and the whole may not (RFC 5545, 3.3.10; RFC 7529, 4). */
function contradiction(
	{ every, days, monthDays, skip }: Rule,
	seen: ReadonlySet<string>,
): { part: string; reason: NotARule } | undefined {
	const no = (part: string, reason: NotARule = 'not-a-rule') => ({ part, reason });
	if (seen.has('COUNT') && seen.has('UNTIL')) return no('COUNT');
	if (days.some(({ nth }) => nth !== 0) && (every === 'week' || every === 'day')) return no('BYDAY');
	if (monthDays.length > 0 && every === 'week') return no('BYMONTHDAY');
	const others = ['BYDAY', 'BYMONTHDAY', 'BYMONTH'];
	if (seen.has('BYSETPOS') && !others.some((part) => seen.has(part))) return no('BYSETPOS');
	if (seen.has('SKIP') && !seen.has('RSCALE')) return no('SKIP');
	// Which month a put-off day’s weekday is counted in, the standard leaves open.
	if (skip === 'forward' && days.length > 0) return no('SKIP', 'too-special');
	return undefined;
}

const placeOf = (text: string, part: string) =>
	Math.max(0, text.toUpperCase().search(`(^|;)${part}=`) + 1) - 1;
