import rruleLibrary from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';
import { nextFrom, occurrencesBetween } from '../src/platform/recurrence/occurrences.ts';
import { readRule } from '../src/platform/recurrence/read-rule.ts';
import { justOnce, lastingMinutes, type Recurrence } from '../src/platform/recurrence/recurrence.ts';
import { nextOccurrence, type Schedule } from '../src/platform/recurrence/schedule.ts';

/**
 * When meetings are: how many occurrences in their zones are found in a second, ours and by two libraries over the same
 * rules in turns, and how long it takes to say when each of 100,000 listings is next. Medians of nine
 * rounds; CPU seconds count what is ours on a machine that others use, too.
 */
const ROUNDS = 9;
const zones = [
	'America/Los_Angeles',
	'America/New_York',
	'America/Sao_Paulo',
	'Europe/London',
	'Europe/Madrid',
	'Africa/Casablanca',
	'Africa/Cairo',
	'Asia/Kathmandu',
	'Asia/Kolkata',
	'Australia/Lord_Howe',
	'Pacific/Auckland',
	'Pacific/Chatham',
];
const rules = [
	'FREQ=WEEKLY;BYDAY=TU',
	'FREQ=WEEKLY;BYDAY=MO,WE,FR',
	'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
	'FREQ=MONTHLY;BYDAY=2TU',
	'FREQ=MONTHLY;BYDAY=-1TU',
	'FREQ=MONTHLY;BYMONTHDAY=6',
	'FREQ=DAILY',
	'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
];
const since = '2026-01-06T19:00';
const year = { from: new Date('2026-11-22T00:30Z'), until: new Date('2027-11-22T00:30Z') };

const everyKind = zones.flatMap((zone) => rules.map((text) => ({ zone, text })));

const ours: Recurrence[] = everyKind.map(({ zone, text }) => {
	const rule = readRule(text);
	if ('refused' in rule) throw new Error(rule.about);
	return { ...justOnce(zone, since, lastingMinutes(60)), rule };
});
const temporal = everyKind.map(({ zone, text }) => {
	const dtstart = Temporal.PlainDateTime.from(since).toZonedDateTime(zone);
	return new RRuleTemporal({ rruleString: text, dtstart });
});
const rrule = everyKind.map(({ zone, text }) =>
	rruleLibrary.rrulestr(`DTSTART;TZID=${zone}:20260106T190000\nRRULE:${text}`),
);

/** Each finds the same year of every kind; `times` over, so that even the quickest takes a while. */
const ways: Record<string, { times: number; find: () => number }> = {
	'platform/recurrence': { times: 40, find: () => sum(ours, countOurs) },
	'rrule-temporal': {
		times: 1,
		find: () => sum(temporal, (rule) => rule.between(year.from, year.until).length),
	},
	rrule: { times: 1, find: () => sum(rrule, (rule) => rule.between(year.from, year.until).length) },
};

function countOurs(recurrence: Recurrence) {
	let count = 0;
	for (const { start, end } of occurrencesBetween(recurrence, year)) if (end > start) count++;
	return count;
}

const perSecond: Record<string, number[]> = {};
const perCpuSecond: Record<string, number[]> = {};
const found: Record<string, number> = {};
for (let round = 0; round <= ROUNDS; round++)
	for (const [name, { times, find }] of Object.entries(ways)) {
		const began = performance.now();
		const cpu = process.cpuUsage();
		let count = 0;
		for (let time = 0; time < times; time++) count += find();
		const speed = (count / (performance.now() - began)) * 1_000;
		const { user, system } = process.cpuUsage(cpu);
		found[name] = count / times;
		// The first round only warms up.
		if (round === 0) continue;
		(perSecond[name] ??= []).push(speed);
		(perCpuSecond[name] ??= []).push((count / (user + system)) * 1e6);
	}

const baseline = middle(perCpuSecond['rrule-temporal']!);
console.table(
	Object.keys(ways).map((name) => ({
		way: name,
		'occurrences in the year': found[name],
		'a second': Math.round(middle(perSecond[name]!)),
		'slowest round': Math.round(Math.min(...perSecond[name]!)),
		'a CPU second': Math.round(middle(perCpuSecond[name]!)),
		'times the baseline, by CPU': Number((middle(perCpuSecond[name]!) / baseline).toFixed(3)),
	})),
);

const LISTINGS = 100_000;
const now = new Date('2026-11-22T18:00Z');
const at = (listing: number) => `${String(8 + (listing % 14)).padStart(2, '0')}:${listing % 2 ? '30' : '00'}`;
const recurrences = Array.from({ length: LISTINGS }, (_, listing): Recurrence => {
	const kind = ours[(listing * 7) % ours.length]!;
	return { ...kind, start: `2026-01-06T${at(listing)}` };
});
const schedules = Array.from({ length: LISTINGS }, (_, listing): Schedule => ({
	rule: `RRULE:${rules[(listing * 7) % rules.length]!}`,
	since: '2026-01-01',
	at: at(listing),
	minutes: 60,
	zone: zones[(listing * 5) % zones.length]!,
	except: [],
	also: [],
}));

console.table([
	timed('as read from RFC 5545', () => sum(recurrences, (each) => Number(nextFrom(each, now)!.start))),
	timed('as written down by people, by a line of text', () =>
		sum(schedules, (each) => Number(nextOccurrence(each, now)!)),
	),
]);

function timed(what: string, work: () => number) {
	const times = Array.from({ length: ROUNDS }, () => {
		const began = performance.now();
		const cpu = process.cpuUsage();
		if (!(work() > 0)) throw new Error('Nothing was found.');
		const { user, system } = process.cpuUsage(cpu);
		return { ms: performance.now() - began, cpu: (user + system) / 1_000 };
	});
	const ms = times.map((time) => time.ms);
	return {
		'next of 100,000 listings': what,
		'ms, median': Math.round(middle(ms)),
		'ms, slowest': Math.round(Math.max(...ms)),
		'CPU ms, median': Math.round(middle(times.map((time) => time.cpu))),
	};
}

function sum<T>(all: readonly T[], count: (one: T) => number) {
	let total = 0;
	for (const one of all) total += count(one);
	return total;
}

function middle(numbers: readonly number[]) {
	return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
