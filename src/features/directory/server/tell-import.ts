import type { WrongKind } from '../fields.ts';
import type { NotReadable } from '../list-formats.ts';
import type { LeftOut, NotListed } from '../rows.ts';
import type { EmptyList, Imported, MostGone } from './import-meetings.ts';
import type { Unreadable } from './read-list.ts';

/** What whoever runs this server reads in their terminal after bringing in a list. */
export function tellImported(
	{ added, changed, same, gone, kept, leftOut, timeless, dayless }: Imported,
	{ preview }: { preview: boolean },
): string {
	const table = [
		[added + changed + same + leftOut.length, 'rows in the list'],
		[added, 'new'],
		[changed, 'changed'],
		[same, 'the same as before'],
		[leftOut.length, 'left out'],
		...byReason(leftOut).map(
			([because, rows]) => [rows.length, `  ${reasons[because]}: ${rowsTold(rows)}`] as const,
		),
		[timeless, 'listed without a time, which has to be asked'],
		[dayless, 'listed without a day, which has to be asked'],
		[gone, 'gone from the list, and so from the directory'],
		...(kept > 0 ? [[kept, 'edited here, and left so where the list says something else'] as const] : []),
	] as const;
	const width = Math.max(...table.map(([count]) => inFigures(count).length));
	const lines = table.map(([count, what]) => `${inFigures(count).padStart(width + 2)}  ${what}`);
	return [
		...lines,
		'',
		added + changed + gone === 0
			? 'Nothing changed.'
			: preview
				? 'This is only what would happen. The directory is as it was.'
				: 'The directory is up to date.',
	].join('\n');
}

/** Why a list was not brought in, and what to do about it. */
export function tellRefused(refusal: Unreadable | NotReadable | EmptyList | MostGone): string {
	switch (refusal.refused) {
		case 'no-such-file':
			return `There is no file ${refusal.about}. An address on the web begins with https://.`;
		case 'not-a-file':
			return `${refusal.about} is a folder. Name the file in it that holds the list.`;
		case 'unreadable-file':
			return `The file cannot be read (${refusal.about}).`;
		case 'too-large':
			return `It is larger than ${inFigures(refusal.atMost / 1_000_000)} MB, which no list of meetings is. Nothing of it was kept.`;
		case 'empty-file':
			return 'It is empty.';
		case 'not-text':
			return 'It is not text in UTF-8. In a spreadsheet, save it as “CSV UTF-8”.';
		case 'not-json':
			return `It is not whole, or not JSON: ${refusal.about}.`;
		case 'web-page':
			return refusal.feed
				? `This is a web page, not a list. It says that its list is at ${refusal.feed}`
				: 'This is a web page, not a list. Ask its group for the address of their Meeting Guide JSON feed.';
		case 'not-known':
			return 'This is none of the formats that can be read: Meeting Guide (JSON, or a table as CSV with a column “name”), BMLT (JSON) and iCalendar.';
		case 'broken-calendar':
			return `In line ${refusal.row} it is no whole calendar (${refusal.about}). Fetch or save it anew.`;
		case 'broken-table':
			return `From row ${refusal.row} on it is no table: a quotation mark is opened there and never closed, or the row has no end.`;
		case 'most-gone':
			return [
				`${inFigures(refusal.gone)} of the ${inFigures(refusal.before)} meetings that were here are no longer in it. That is more than half, and mostly a mistake.`,
				'If it is meant, bring it in with --losses-are-meant.',
			].join('\n');
		case 'not-a-list':
			return `A list of meetings is expected ([ … ]), and this is ${kinds[refusal.found]}.`;
		case 'wrong-kind':
			return refusal.field === undefined
				? `Row ${refusal.row} is ${kinds[refusal.found]} instead of a meeting ({ … }). This is no list of meetings.`
				: `In row ${refusal.row}, “${refusal.field}” is ${kinds[refusal.found]}, which it cannot be in a list of meetings.`;
		case 'empty-list':
			return ['It holds no meeting that could be listed.', ...byReason(refusal.leftOut).map(toldReason)].join(
				'\n',
			);
		case 'not-a-web-address':
			return `This is not an address that lists are fetched from: ${refusal.about}. It begins with https:// or http://, and has no password in it.`;
		case 'private-address':
			return `It leads to ${refusal.about}, which is not on the public internet. If you meant that, set HEARTEN_ALLOW_PRIVATE_FEEDS=yes.`;
		case 'no-such-host':
			return `There is no ${refusal.about} on the internet, as far as this machine can tell.`;
		case 'unreachable':
			return `Nobody answered there, or not to the end (${refusal.about}).`;
		case 'bad-status':
			return `The server answered ${refusal.about} instead of 200, so the list is not there.`;
		case 'bad-encoding':
			return `The server packed its answer in a way we do not know (${refusal.about}).`;
		case 'too-many-redirects':
			return `It was sent on more than ${refusal.about} times.`;
		case 'too-slow':
			return `It did not arrive within ${refusal.about}.`;
	}
}

const reasons: Record<NotListed, string> = {
	'no-name': 'without a name',
	'no-slug': 'without a slug or ID',
	'bad-slug': 'a slug that is too long, or has invisible characters',
	'slug-twice': 'a slug that an earlier row has',
	'bad-day': 'a day that is none of the seven',
	'bad-time': 'a time that no clock shows',
	'bad-recurrence': 'times that cannot be understood',
	'not-public': 'not public',
	'called-off': 'called off',
	over: 'over already',
};

const kinds: Record<WrongKind['found'], string> = {
	text: 'text',
	number: 'a number',
	'yes-or-no': 'true or false',
	list: 'a list',
	object: 'an object',
	nothing: 'nothing',
};

function byReason(leftOut: readonly LeftOut[]): [NotListed, LeftOut[]][] {
	const grouped = Object.groupBy(leftOut, ({ because }) => because);
	return Object.entries(grouped) as [NotListed, LeftOut[]][];
}

const toldReason = ([because, rows]: [NotListed, LeftOut[]]) =>
	`  ${inFigures(rows.length)}  ${reasons[because]}: ${rowsTold(rows)}`;

const ROWS_TOLD = 8;

function rowsTold(rows: readonly LeftOut[]): string {
	const some = rows
		.slice(0, ROWS_TOLD)
		.map(({ row, field, said }) => (said === null ? String(row) : `${row} (${field} “${said}”)`));
	return `row${rows.length === 1 ? '' : 's'} ${some.join(', ')}${rows.length > ROWS_TOLD ? ' …' : ''}`;
}

const inFigures = (count: number) => count.toLocaleString('en');
