import { countryLines } from '#features/safety/lines/all.ts';
import type { CountryLines } from '#features/safety/lines/line.ts';
import type { Reader } from '#platform/db.ts';
import type { KeptLine } from '../lines.ts';

/** Every country there are lines for, as people are shown them: what the organisation says of a line stands in its place. */
export async function linesEverywhere(db: Reader): Promise<CountryLines[]> {
	const kept = await keptLines(db);
	const countries = new Set([
		...countryLines.map(({ country }) => country),
		...kept.map(({ country }) => country),
	]);
	return [...countries].map((country) => ({
		country,
		licence: 'CC0-1.0',
		emergency: countryLines.find((each) => each.country === country)?.emergency ?? [],
		lines: kept
			.filter((line) => line.country === country && !line.hidden)
			.map(({ country: _country, hidden: _hidden, own: _own, checkedBy: _by, ...line }) => line),
	}));
}

/** Every line, for those who keep the list: those that come with Hearten in their order, and then the organisation’s own. */
export async function keptLines(db: Reader): Promise<KeptLine[]> {
	const rows = await db
		.selectFrom('help_line')
		.leftJoin('person', 'person.id', 'help_line.checked_by')
		.select([
			'help_line.id',
			'help_line.country',
			'help_line.details',
			'help_line.hidden',
			'help_line.checked_on',
			'help_line.expires_on',
			'person.nickname as checkedBy',
		])
		.orderBy('help_line.id')
		.execute();
	const own = new Map(rows.map(({ details, ...row }) => [row.id, { ...details, ...row, own: true }]));
	const asTheyCome = countryLines.flatMap(({ country, lines }) =>
		lines.map((line) => ({ ...line, country, hidden: false, own: false, checkedBy: null })),
	);
	const names = new Set(asTheyCome.map(({ id }) => id));
	return [
		...asTheyCome.map((line) => own.get(line.id) ?? line),
		...[...own.values()].filter(({ id }) => !names.has(id)),
	];
}

export const keptLine = async (db: Reader, id: string) =>
	(await keptLines(db)).find((line) => line.id === id);
