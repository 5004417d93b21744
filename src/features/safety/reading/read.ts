import { examine, type Examined } from './examine.ts';
import type { Context, Detail, Finding, Reading } from './finding.ts';
import type { Note, Noted } from './interpret.ts';
import type { Raised } from './meaning.ts';
import { personalDetails } from './personal-data.ts';

/** Rises with every change of what is read. */
export const version = '1';

/**
 * Reads what a message says about danger, harm and what should stay private. It speaks of words, never of people: what it
 * answers is for the moment, and is nobody’s score. The same in the browser and on the server; it knows no clock, keeps
 * nothing and asks nobody.
 */
export function read(text: string, context: Context = {}): Reading {
	const examined = examine(text, context);
	return {
		tier: examined.tier,
		findings: findingsOf(text, examined, context),
		version,
		limits: examined.limits,
	};
}

/** What `script/read-risk` prints, for measuring on sentences whose meaning is known. Not kept or shown anywhere. */
export function measure(text: string, context: Context = {}) {
	const { suicide, level, tier, others } = examine(text, context);
	const of = (category: Parameters<typeof others.get>[0]) =>
		Math.round((others.get(category) ?? 0) * 1e4) / 1e4;
	return {
		suicide: Math.round(suicide * 1e6) / 1e6,
		level,
		tier,
		selfharm: of('self-harm'),
		abuse: of('abuse'),
		threat: of('threat'),
		ed: of('eating'),
		dosing: of('dosing'),
		contact: of('contact'),
		harass: of('harassment'),
		encourage: of('encouragement'),
		pii: [...new Set(personalDetails(text, context).map(({ detail }): Detail => detail))],
	};
}

function findingsOf(text: string, { parts, signs }: Examined, context: Context): Finding[] {
	const findings = parts.flatMap((part) =>
		part.notes
			.filter((note): note is Note<Raised> => note.what.is === 'raised')
			.map((note) => findingOf(note, part)),
	);
	if (signs.length) {
		const tokens = parts.find(({ notes }) => notes.includes(signs[0]!))!.tokens;
		findings.push({
			category: 'suicide',
			level: 1,
			subject: 'self',
			time: 'now',
			stance: 'asserted',
			span: { from: tokens[signs[0]!.from]!.from, to: tokens[signs[0]!.to - 1]!.to },
			because: [...new Set(signs.map(({ id }) => id))],
		});
	}
	for (const { detail, from, to } of personalDetails(text, context))
		findings.push({
			category: 'personal-data',
			detail,
			subject: 'self',
			time: 'now',
			stance: 'asserted',
			span: { from, to },
			because: [`personal-${detail}`],
		});
	return findings.sort((one, other) => one.span.from - other.span.from);
}

function findingOf({ id, what, from, to, subject, time, stance }: Note<Raised>, { tokens }: Noted): Finding {
	return {
		category: what.category,
		...(what.level === undefined ? {} : { level: what.level }),
		subject,
		time,
		stance,
		span: { from: tokens[from]!.from, to: tokens[to - 1]!.to },
		because: [id],
	};
}
