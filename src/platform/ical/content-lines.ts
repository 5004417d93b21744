/** One line of a calendar (RFC 5545, 3.1): `DTSTART;TZID=Europe/Madrid:20260324T190000`. */
export interface ContentLine {
	/** In capitals. */
	name: string;
	/** By their names in capitals. Where one has several values only the first is kept: none that is read has more. */
	parameters: Readonly<Record<string, string>>;
	/** As it is written, escapes and all. */
	value: string;
	/** Where it begins in the text; the first line is 1. */
	line: number;
}

/** At most 75 octets a line, and never in the middle of a character (RFC 5545, 3.1). */
export function folded(line: string): string {
	if (line.length * 3 <= 75) return line;
	const lines: string[] = [];
	let current = '';
	let room = 75;
	for (const sign of line) {
		const octets = Buffer.byteLength(sign);
		if (octets > room) {
			lines.push(current);
			[current, room] = ['', 74];
		}
		current += sign;
		room -= octets;
	}
	return [...lines, current].join('\r\n ');
}

/** RFC 5545, 3.3.11. Signs that no text may have are left out. */
export const escaped = (text: string): string =>
	text
		.replace(/\r\n?|\n/g, '\n')
		.replace(/[^\P{Cc}\t\n]/gu, '')
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\n/g, '\\n');

export const unescaped = (value: string): string =>
	value.replace(/\\([\\;,nN])/g, (_whole, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));

/** The lines of a text, unfolded. What is not a line at all has the name ''. */
export function* linesIn(text: string): Generator<ContentLine, void> {
	let whole = '';
	let begins = 1;
	let line = 0;
	for (const piece of pieces(text)) {
		line++;
		if (line > 1 && (piece.startsWith(' ') || piece.startsWith('\t'))) {
			whole += piece.slice(1);
			continue;
		}
		if (whole !== '') yield parsed(whole, begins);
		[whole, begins] = [piece, line];
	}
	if (whole !== '') yield parsed(whole, begins);
}

function* pieces(text: string): Generator<string, void> {
	let from = text.startsWith('\ufeff') ? 1 : 0;
	while (from < text.length) {
		const end = text.indexOf('\n', from);
		const until = end === -1 ? text.length : end;
		yield text.slice(from, text[until - 1] === '\r' ? until - 1 : until);
		from = until + 1;
	}
}

function parsed(whole: string, line: number): ContentLine {
	const colon = colonOf(whole);
	const [head, value] = colon === -1 ? ['', ''] : [whole.slice(0, colon), whole.slice(colon + 1)];
	const semicolon = head.indexOf(';');
	const name = (semicolon === -1 ? head : head.slice(0, semicolon)).toUpperCase();
	const parameters = semicolon === -1 ? none : parametersIn(head.slice(semicolon));
	return { name: /^[A-Z0-9-]+$/.test(name) ? name : '', parameters, value, line };
}

/** The first colon that is not between quotes. */
function colonOf(whole: string): number {
	let quoted = false;
	for (let at = 0; at < whole.length; at++) {
		if (whole[at] === '"') quoted = !quoted;
		else if (whole[at] === ':' && !quoted) return at;
	}
	return -1;
}

const none: ContentLine['parameters'] = Object.freeze({});

function parametersIn(text: string): ContentLine['parameters'] {
	const parameters: Record<string, string> = Object.create(null) as Record<string, string>;
	for (const [, name = '', quoted, plain = ''] of text.matchAll(/;([\w-]+)=(?:"([^"]*)"|([^;,"]*))/g))
		parameters[name.toUpperCase()] ??= quoted ?? plain;
	return parameters;
}
