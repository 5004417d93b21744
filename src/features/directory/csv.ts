import { CsvError, parse } from 'csv-parse/sync';
import { refuse, type Refused } from '#platform/ruling.ts';

/** Something that cannot be read as a table. `row` counts from 1, the names of the columns left out; 0 is the names. */
export type BrokenTable = Refused<'broken-table'> & { row: number };

/** A column nobody could fill in by hand is no column. */
const WIDEST = 200;

/**
 * Reads a table of comma-separated values (RFC 4180) as objects by the names of its columns. Semicolons and tabs, as
 * spreadsheets write them where the comma is for decimals, are told from the first line. Names are read as the Meeting
 * Guide format has them: `Conference URL` is `conference_url`.
 */
export function readTable(text: string): Record<string, string>[] | BrokenTable {
	let names: string[] = [];
	try {
		const rows = parse(text, {
			bom: true,
			delimiter: delimiterOf(text),
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			skip_records_with_empty_values: true,
			max_record_size: 200_000,
		});
		names = (rows[0] ?? []).slice(0, WIDEST).map(nameOf);
		return rows
			.slice(1)
			.map((row) => Object.fromEntries(names.map((name, at) => [name, withoutGuard(row[at] ?? '')])));
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		return { ...refuse('broken-table'), row: Math.max(0, Number(error.records ?? 1) - 1) };
	}
}

/** Whether the first line names columns of a list: a table of something else is not taken for one. */
export function looksLikeTable(text: string): boolean {
	const first = firstLine(text);
	const names = first.split(delimiterOf(text)).map((name) => nameOf(name.replaceAll('"', '')));
	return names.length > 1 && names.includes('name');
}

const firstLine = (text: string) => /^\ufeff?([^\r\n]*)/.exec(text)?.[1] ?? '';

function delimiterOf(text: string): string {
	const first = firstLine(text);
	const count = (sign: string) => first.split(sign).length;
	return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

const otherNames: Readonly<Record<string, string>> = { id: 'slug', url_notes: 'conference_url_notes' };

function nameOf(told: string): string {
	const name = told
		.trim()
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_');
	return otherNames[name] ?? name;
}

/** Writes a table that spreadsheets read: UTF-8 with a mark that says so, and lines that end as RFC 4180 has them. */
export function writeTable(
	columns: readonly string[],
	rows: readonly Readonly<Record<string, string>>[],
): string {
	const lines = [columns, ...rows.map((row) => columns.map((column) => withGuard(row[column] ?? '')))];
	return `\ufeff${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

const quoted = (cell: string) =>
	/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/**
 * A cell that begins with one of these is a formula to a spreadsheet, and could do something when it is opened. An
 * apostrophe before it makes it text, and reading takes it off again. Numbers, of telephones too, do nothing.
 */
const withGuard = (cell: string) =>
	/^'*[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d .,()*#-]*$/.test(cell) ? `'${cell}` : cell;

const withoutGuard = (cell: string) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
