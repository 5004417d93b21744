import { examine, type Examined } from './examine.ts';
import type { Context, Finding, Reading } from './finding.ts';
import type { Note, Noted } from './interpret.ts';
import type { Language } from './language.ts';
import type { Raised } from './meaning.ts';
import { personalDetails } from './personal-data.ts';

/** Rises with every change of what is read. */
export const version = '2';

/**
 * Reads what a message says about danger, harm and what should stay private. It speaks of words, never of people: what it
 * answers is for the moment, and is nobody’s score. The same in the browser and on the server; it knows no clock, keeps
 * nothing and asks nobody. What is in none of the languages is told by a limit.
 */
export type Read = (text: string, context?: Context) => Reading;

/** A reader of these languages, the first of which is taken for what is too short to tell. */
export const readerOf =
	(languages: readonly Language[]): Read =>
	(text, context = {}) => {
		const examined = examine(text, context, languages);
		return {
			tier: examined.tier,
			findings: findingsOf(text, examined, context),
			version,
			limits: examined.limits,
		};
	};

function findingsOf(text: string, { parts, signs, beneath }: Examined, context: Context): Finding[] {
	const findings = parts.flatMap((part) =>
		part.notes
			.filter((note): note is Note<Raised> => note.what.is === 'raised')
			.map((note) => findingOf(note, part)),
	);
	if (signs.length) {
		const part = parts.find(({ notes }) => notes.includes(signs[0]!))!;
		findings.push(together(part, signs[0]!, [...new Set(signs.map(({ id }) => id))]));
	}
	if (beneath) findings.push(together(beneath, beneath.undertone, ['undertone']));
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

/** What no words say by themselves; shown at those that say most. */
const together = (
	{ tokens }: Noted,
	{ from, to }: { from: number; to: number },
	because: string[],
): Finding => ({
	category: 'suicide',
	level: 1,
	subject: 'self',
	time: 'now',
	stance: 'asserted',
	span: { from: tokens[from]!.from, to: tokens[to - 1]!.to },
	because,
});

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
