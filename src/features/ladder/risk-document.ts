import type { Assessment, Setting } from './risk.ts';

type Say = (key: string, values?: Record<string, string | number>) => string;

/** One heading and what stands below it: sentences, or a table. */
export interface Section {
	heading: string;
	sentences: string[];
	table?: { columns: string[]; rows: string[][] };
}

/** The document, in the reader’s language: the same for the page and for what is downloaded. */
export function riskDocument(
	{ setting, assessed }: { setting: Setting; assessed: Assessment },
	say: Say,
	dayIn: (day: string) => string,
): Section[] {
	const { stewards, coordinators, circles, rooms, pairings } = setting;
	const list = (keys: readonly string[], of: 'guard' | 'gap') =>
		keys.length === 0
			? say('ladder.risk.nothing')
			: keys.map((key) => say(`ladder.risk.${of}.${key}`)).join(' ');
	return [
		{
			heading: say('ladder.risk.service'),
			sentences: [
				say('ladder.risk.service.what'),
				say('ladder.risk.service.ages', {
					ages: setting.ageBands.map((band) => say(`ladder.risk.age.${band}`)).join(', '),
				}),
				say('ladder.risk.service.places', { circles, rooms, pairings }),
				say('ladder.risk.service.staff', { stewards, coordinators }),
			],
		},
		{
			heading: say('ladder.risk.everywhere'),
			sentences:
				assessed.guards.length > 0
					? assessed.guards.map((guard) => say(`ladder.risk.guard.${guard}`))
					: [say('ladder.risk.gap.no-stewards')],
		},
		{
			heading: say('ladder.risk.missing'),
			sentences: assessed.gaps.map((gap) => say(`ladder.risk.gap.${gap}`)),
		},
		{
			heading: say('ladder.risk.harms'),
			sentences: [say('ladder.risk.harms.what')],
			table: {
				columns: ['harm', 'likelihood', 'impact', 'guards', 'gaps', 'residual'].map((column) =>
					column === 'harm' ? say('ladder.risk.harm') : say(`ladder.risk.${column}`),
				),
				rows: assessed.harms.map(({ harm, likelihood, impact, guards, gaps, residual }) => [
					say(`ladder.risk.harm.${harm}`),
					say(`ladder.risk.level.${likelihood}`),
					say(`ladder.risk.level.${impact}`),
					list(guards, 'guard'),
					list(gaps, 'gap'),
					say(`ladder.risk.level.${residual}`),
				]),
			},
		},
		{
			heading: say('ladder.risk.review'),
			sentences: assessed.reviewedOn
				? [
						say('ladder.risk.review.on', { day: dayIn(assessed.reviewedOn) }),
						say('ladder.risk.review.by', { day: dayIn(assessed.reviewBy) }),
					]
				: [say('ladder.risk.review.never'), say('ladder.risk.review.now')],
		},
	];
}

/** As Markdown, for wherever the organisation keeps such things. */
export function asMarkdown(title: string, lead: string, sections: readonly Section[]): string {
	const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
	const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
	const lines = sections.flatMap(({ heading, sentences, table }) => [
		`## ${heading}`,
		'',
		...sentences.flatMap((sentence) => [`- ${sentence}`]),
		'',
		...(table ? [row(table.columns), row(table.columns.map(() => '---')), ...table.rows.map(row), ''] : []),
	]);
	return [`# ${title}`, '', lead, '', ...lines].join('\n');
}
