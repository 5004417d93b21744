/**
 * Words from other people’s lists, made fit to read: no markup, no invisible tricks, no shouting, of a bounded length.
 * Nothing here makes text safe to put into HTML; the pages do that, as with every text.
 */

/** One line of plain text of at most so many characters, or null when nothing is left. */
export function line(raw: string | null, atMost: number): string | null {
	const text = plain(raw, atMost).replace(/\s+/gu, ' ').trim();
	return text === '' ? null : shortened(text, atMost);
}

/** Plain text that keeps its line breaks, at most one empty line between two. */
export function paragraphs(raw: string | null, atMost: number): string | null {
	const lines = plain(raw, atMost)
		.split('\n')
		.map((each) => each.replace(/\s+/gu, ' ').trim());
	const text = lines
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	return text === '' ? null : shortened(text, atMost);
}

/**
 * Text written all in capitals, as it would be said: `WE AGNOSTICS OF LA` is “We Agnostics of LA”. Text that has small
 * letters of its own is left as its writer meant it. Abbreviations are kept where they can be told from words.
 */
export function calm(text: string): string {
	if (!shouts(text)) return text;

	const words = [...text.matchAll(/(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?|[\p{L}\p{M}\p{N}'’]+/gu)];
	return words.reduceRight((calmed, { 0: word, index }, place) => {
		const edge = place === 0 || place === words.length - 1;
		const before = text.slice(0, index);
		return before + calmWord(word, { edge, before }) + calmed.slice(index + word.length);
	}, text);
}

/** Markup of a page is longer than what it says, but not without end. */
const MARKUP = 8;

/** Markup that was escaped more often than any mistake explains is no text at all. */
const MOST_OFTEN = 8;

function plain(raw: string | null, atMost: number): string {
	let text = (raw ?? '').slice(0, atMost * MARKUP).toWellFormed();
	// Until nothing changes, because lists are found whose markup was escaped more than once; what comes out of here and is
	// read again, from our own list, is then still the same.
	for (let pass = 0; pass < MOST_OFTEN; pass++) {
		const before = text;
		text = withoutTags(withCharacters(seen(text)));
		if (text === before) return text;
	}
	return seen(text.replace(/[<>&]/g, ' '));
}

const seen = (text: string) =>
	text
		.normalize('NFC')
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(unseen, '');

/** Control characters, and those that turn the direction of other people’s text; joiners of real scripts stay. */
const unseen = /(?![\n\t])\p{Cc}|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]/gu;

// No part of a tag crosses another “<”, so this takes a time in proportion to the text, whatever the text.
const withoutTags = (text: string) =>
	text.replace(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n').replace(/<[a-z/!][^<>]*>/gi, ' ');

const named: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	ndash: '–',
	mdash: '—',
	hellip: '…',
	bull: '•',
	aacute: 'á',
	eacute: 'é',
	iacute: 'í',
	oacute: 'ó',
	uacute: 'ú',
	ntilde: 'ñ',
	uuml: 'ü',
};

const withCharacters = (text: string) =>
	text.replace(
		/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi,
		(entity, hex?: string, decimal?: string, name?: string) => {
			if (name) return named[name] ?? named[name.toLowerCase()] ?? entity;
			const point = hex ? parseInt(hex, 16) : Number(decimal);
			return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
				? String.fromCodePoint(point)
				: '';
		},
	);

/** Cut between two words if it can be, never inside a character, with a mark that there was more. */
function shortened(text: string, atMost: number): string {
	if (text.length <= atMost) return text;
	const rough = text.slice(0, atMost - 1).replace(/[\ud800-\udbff]$/, '');
	const lastSpace = rough.lastIndexOf(' ');
	return `${(lastSpace > atMost / 2 ? rough.slice(0, lastSpace) : rough).trimEnd()}…`;
}

function shouts(text: string): boolean {
	const said = text.replace(
		/(?<![\p{L}\p{N}])(?:and|of|the|or|y|de|la)(?![\p{L}\p{N}])|\d+(?:st|nd|rd|th)(?!\p{L})/gu,
		'',
	);
	const capitals = said.match(/\p{Lu}/gu)?.length ?? 0;
	return capitals >= 4 && !/\p{Ll}/u.test(said);
}

function calmWord(word: string, { edge, before }: { edge: boolean; before: string }): string {
	if (word.includes('.') || abbreviations.has(word) || /^(?:\p{L}?\d+|\d+\p{L}?)$/u.test(word)) return word;
	if (/^\d/.test(word)) return word.toLowerCase();
	if (/^[AP]M$/.test(word) && /\d\s*$/.test(before)) return word;
	if (/^[B-DF-HJ-NP-TV-XZ]{2,}$/.test(word) && !shortWords.has(word)) return word;

	const goesOn = !edge && /[\p{L}\p{N},][\s-]+$/u.test(before);
	if (goesOn && smallWords.has(word) && !spelledOut(word, before)) return word.toLowerCase();
	if (/^[OD]['’]\p{L}{3}/u.test(word)) return word.slice(0, 3) + word.slice(3).toLowerCase();
	return capital(word);
}

/** `L A X`: an A among single letters is a letter. */
const spelledOut = (word: string, before: string) => word.length === 1 && /(?:^|\P{L})\p{L}\s$/u.test(before);

function capital(word: string): string {
	const [first = '', ...rest] = word;
	return first + rest.join('').toLowerCase();
}

/** Written small inside a name, in the languages these lists are mostly in. */
const smallWords = new Set(
	'A AN AND AS AT BUT BY FOR FROM IN INTO NOR OF ON OR THE TO VIA WITH DE DEL Y EN CON PARA'.split(' '),
);

/** Abbreviations that have vowels, and so could be taken for words. */
const abbreviations = new Set(
	'AA ACA ADHD AFG ASL BIPOC DUI HIV II III IV IX LAX LGBTQIA NA NYC OA PTSD SLAA SOS TGIF UCLA USA USC UU VI VII VIII XI XII YMCA YPAA YWCA'.split(
		' ',
	),
);

/** Shortened words without vowels, which are not abbreviations said letter by letter. */
const shortWords = new Set(
	'BLDG BLVD CNTR CRNR CT CTR DR FR FT GRP HR HWY JR LN MR MRS MT MTG PKWY PL RD SPKR SR ST STS TH TWP'.split(
		' ',
	),
);
