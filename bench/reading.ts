import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { build, type Rolldown } from 'vite';
import type { Finding } from '#features/safety/reading/finding.ts';
import { measure, read } from '#features/safety/reading/read.ts';
import { percentile, Report } from './measuring/report.ts';
import { contactLines } from './reading/contact-lines.ts';
import { hostileTexts } from './reading/hostile.ts';
import { collections, labelled, labelledIn, type Collection, type Half } from './reading/labelled.ts';
import { listed, phraseCount } from './reading/phrase-list.ts';

/**
 * How well words are read, how fast, how large the reader is, and whether anything breaks it. Needs no database.
 *   --texts 1000000   random and hostile ones      --seed 7      --only sentences|contact|time|size|hostile
 */
const { values } = parseArgs({
	options: {
		texts: { type: 'string', default: '1000000' },
		seed: { type: 'string', default: '7' },
		only: { type: 'string' },
		keep: { type: 'boolean', default: true },
	},
	allowNegative: true,
});
const categories = [
	['SH', 'selfharm'],
	['AB', 'abuse'],
	['TH', 'threat'],
	['ED', 'ed'],
	['DO', 'dosing'],
	['CO', 'contact'],
	['EN', 'encourage'],
	['HA', 'harass'],
	['PI', 'pii'],
] as const;

const report = new Report(
	'Reading words',
	'`script/bench reading`: labelled sentences of our own, half of them hard to tell from what they are not, written before the rules; the rules were made with an eye on one half. They show what was thought of. Only other people’s words show what was not.',
);
const parts = { sentences, contact, time, size, hostile };
for (const [name, part] of Object.entries(parts)) if (!values.only || values.only === name) await part();
if (values.keep && !values.only) report.keepAs('reading');

function sentences() {
	for (const language of ['en', 'es'] as const) {
		const all = labelled(language);
		const levels = [0, 1, 2, 3, 4, 5, 6];
		report.table(
			`Level, ${language}: what it is, down, against what was read, across`,
			['', ...levels.map(String)],
			levels.map((level) => [
				level,
				...levels.map(
					(seen) =>
						all.filter((one) => levelOf(one.label) === level && measure(one.text).level === seen).length,
				),
			]),
		);
	}
	const rows = collections.flatMap((collection) =>
		(['en', 'es'] as const).flatMap((language) =>
			(['looked at', 'kept aside'] as const).flatMap((half) => [
				figures(collection, language, half, 'grammar', (text) => measure(text).level > 0),
				figures(collection, language, half, `${phraseCount} phrases`, listed),
			]),
		),
	);
	report.table(
		'Words about suicide told from all others: by whoever wrote the rules (first), by others as most people write (plain), and as is hardest to tell (indirect)',
		['sentences', 'language', 'half', 'by', 'found', 'of', 'raised wrongly', 'of', 'recall', 'specificity'],
		rows,
	);
	report.table(
		'Choices and the duty queue (tier 2 and more): levels 2 to 6, told from what is nothing',
		['sentences', 'language', 'half', 'found', 'of', 'raised wrongly', 'of', 'everyday words raised', 'of'],
		collections.flatMap((collection) =>
			(['en', 'es'] as const).flatMap((language) =>
				(['looked at', 'kept aside'] as const).map((half) => called(collection, language, half)),
			),
		),
	);
	report.table(
		'Other categories: found, of all labelled so; and raised where nothing is',
		['language', 'half', ...categories.map(([label]) => label), 'OK'],
		others(),
	);
}

function levelOf(label: string): number {
	return /^S[1-6]$/.test(label) ? Number(label[1]) : 0;
}

/** Everyday words are counted at any tier: a false alarm there is the one people meet. */
function called(collection: Collection, language: 'en' | 'es', half: Half) {
	const all = labelledIn(collection, language, half);
	const raised = (those: typeof all, tier: number) =>
		those.filter(({ text }) => measure(text).tier >= tier).length;
	const about = all.filter(({ label }) => levelOf(label) >= 2);
	const fine = all.filter(({ label }) => label === 'OK');
	const everyday = fine.filter(({ trap }) => trap === 'ordinary');
	return [
		collection,
		language,
		half,
		raised(about, 2),
		about.length,
		raised(fine, 2),
		fine.length,
		raised(everyday, 1),
		everyday.length,
	];
}

function figures(
	collection: Collection,
	language: 'en' | 'es',
	half: Half,
	by: string,
	finds: (text: string) => boolean,
) {
	const all = labelledIn(collection, language, half);
	const about = all.filter(({ label }) => levelOf(label) > 0);
	const rest = all.filter(({ label }) => levelOf(label) === 0);
	const found = about.filter(({ text }) => finds(text)).length;
	const wrongly = rest.filter(({ text }) => finds(text)).length;
	return [
		collection,
		language,
		half,
		by,
		found,
		about.length,
		wrongly,
		rest.length,
		found / about.length,
		1 - wrongly / rest.length,
	];
}

function others() {
	return (['en', 'es'] as const).flatMap((language) =>
		(['looked at', 'kept aside'] as const).map((half) => {
			const all = labelled(language, half);
			const raised = (text: string, key: (typeof categories)[number][1]) => {
				const value = measure(text)[key];
				return typeof value === 'number' ? value >= 0.5 : value.length > 0;
			};
			const fine = all.filter(({ label }) => label === 'OK');
			return [
				language,
				half,
				...categories.map(([label, key]) => {
					const those = all.filter((one) => one.label === label);
					return `${those.filter(({ text }) => raised(text, key)).length}/${those.length}`;
				}),
				`${fine.filter(({ text }) => categories.some(([, key]) => raised(text, key))).length}/${fine.length}`,
			];
		}),
	);
}

function contact() {
	const { seeking, harmless } = contactLines(500);
	const raised = (text: string) => {
		const { contact: sought, pii } = measure(text);
		return sought >= 0.5 || pii.some((detail) => ['phone', 'email', 'handle'].includes(detail));
	};
	const found = seeking.filter(raised).length;
	const wrongly = harmless.filter(raised).length;
	report.table(
		'C7: contact outside sought, 500 lines made of slots, beside 500 harmless ones with numbers, names and links',
		['found', 'wrongly', 'recall (asked: 0.9)', 'alarms (asked: at most 0.05)'],
		[[found, wrongly, found / seeking.length, wrongly / harmless.length]],
	);
}

function time() {
	const texts = fiveHundredCharacters(1_000);
	for (const text of texts) read(text);
	const rounds = Array.from({ length: 3 }, () => {
		const took = (reading: (text: string) => unknown) =>
			texts.map((text) => {
				const begun = performance.now();
				reading(text);
				return performance.now() - begun;
			});
		return {
			grammar: took((text) => read(text)),
			list: took(listed),
			processor: processorTime(() => texts.forEach((text) => read(text))) / texts.length,
		};
	});
	const middle = (of: (round: (typeof rounds)[number]) => number) => percentile(rounds.map(of), 0.5);
	report.table(
		'Time for a message of 500 characters, the middle one of three rounds of 1,000',
		['by', 'p50, ms', 'p95, ms (asked: 0.4)', 'of the processor, mean, ms'],
		[
			[
				'grammar',
				middle(({ grammar }) => percentile(grammar, 0.5)),
				middle(({ grammar }) => percentile(grammar, 0.95)),
				middle(({ processor }) => processor),
			],
			[
				`${phraseCount} phrases`,
				middle(({ list }) => percentile(list, 0.5)),
				middle(({ list }) => percentile(list, 0.95)),
				'',
			],
		],
	);
	// Findings are told by what they are; counting them keeps the work from being thought away.
	const findings = texts.flatMap((text): Finding[] => read(text).findings).length;
	report.say(
		`${findings.toLocaleString('en')} findings in them: these are the densest messages there can be.`,
	);
}

function fiveHundredCharacters(count: number): string[] {
	const lines = { en: labelledIn('first', 'en'), es: labelledIn('first', 'es') };
	return Array.from({ length: count }, (_, nth) => {
		const from = nth % 2 ? lines.en : lines.es;
		let text = '';
		for (let line = nth * 7; text.length < 500; line += 3) text += `${from[line % from.length]!.text}. `;
		return text.slice(0, 500);
	});
}

/** Milliseconds this thread was at work, whoever else was. Counted in steps of a few, so for many messages at once. */
function processorTime(work: () => void): number {
	const before = process.threadCpuUsage();
	work();
	const { user, system } = process.threadCpuUsage(before);
	return (user + system) / 1000;
}

async function size() {
	const readers = {
		'both languages': 'read.ts',
		'English alone': 'en/reader.ts',
		'Spanish alone': 'es/reader.ts',
	};
	const resting = process.memoryUsage().heapUsed;
	const rows = await Promise.all(
		Object.entries(readers).map(async ([name, file]) => {
			const code = await minified(`src/features/safety/reading/${file}`);
			return [
				name,
				code.length / 1000,
				brotliCompressSync(code).length / 1000,
				gzipSync(code, { level: 9 }).length / 1000,
			];
		}),
	);
	report.table(
		'Size of the reader, minified; a browser fetches the language its writer reads Hearten in',
		['', 'kB', 'kB compressed by brotli (asked: 60)', 'by gzip'],
		rows,
	);
	report.say(`Heap in use after all of the above: ${(resting / 2 ** 20).toFixed(1)} MB.`);
}

async function minified(entry: string): Promise<string> {
	const built = (await build({
		configFile: false,
		logLevel: 'error',
		build: { write: false, minify: true, lib: { entry, formats: ['es'] } },
	})) as Rolldown.RolldownOutput[];
	return built[0]!.output[0].code;
}

function hostile() {
	const texts = Number(values.texts);
	let slowest = 0;
	let slowestAtWork = 0;
	let crashes = 0;
	let over = 0;
	for (const text of hostileTexts(texts, Number(values.seed))) {
		const begun = performance.now();
		try {
			read(text);
		} catch (error) {
			crashes++;
			if (crashes < 4) report.say(`Broken by ${JSON.stringify(text.slice(0, 200))}: ${String(error)}`);
		}
		const took = performance.now() - begun;
		slowest = Math.max(slowest, took);
		if (took < 25) continue;
		// Others may have been at work: again, by what the processor did for us.
		const again = Math.min(...[1, 2, 3].map(() => processorTime(() => read(text))));
		slowestAtWork = Math.max(slowestAtWork, again);
		if (again > 50) over++;
	}
	report.table(
		`Random and hostile texts, seed ${values.seed}`,
		[
			'texts',
			'crashes',
			'slowest, ms on the clock',
			'slowest, ms of the processor (asked: 50)',
			'over 50 ms',
		],
		[[texts, crashes, slowest, slowestAtWork, over]],
	);
	if (crashes || over) process.exitCode = 1;
}
