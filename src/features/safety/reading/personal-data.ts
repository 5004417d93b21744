import type { Context, Detail } from './finding.ts';

/** A personal detail, where it stands in the text. */
export interface PersonalDetail {
	detail: Detail;
	from: number;
	to: number;
}

/** How much of a text is looked through; what identifies somebody stands in short ones. */
const LOOKED_THROUGH = 20_000;

/** Details by which somebody could be found: what a writer is gently asked about before sending. */
export function personalDetails(text: string, { publicNumbers = none }: Context): PersonalDetail[] {
	const looked = text.slice(0, LOOKED_THROUGH);
	const allowed = allowedWith(publicNumbers);
	const found: PersonalDetail[] = [];
	// An earlier kind takes its characters: a card number is no telephone number.
	const take = (detail: Detail, pattern: RegExp, fits: (match: RegExpExecArray) => boolean = () => true) => {
		for (const match of looked.matchAll(pattern)) {
			const from = match.index;
			const to = from + match[0].length;
			if (found.some((one) => one.from < to && from < one.to)) continue;
			if (fits(match)) found.push({ detail, from, to });
		}
	};
	const takeNumbers = () => {
		take('bank-account', bankAccount);
		take('card', longNumber, ([number]) => isCard(digitsOf(number)));
		take(
			'id-number',
			spanishId,
			([, number, letter]) => spanishLetters[Number(number) % 23] === letter!.toUpperCase(),
		);
		take('id-number', numberWithName);
		take('phone', longNumber, (match) => isPhone(match, looked, allowed));
		take('address', address);
		take('address', calle);
		take('address', postcode);
	};
	if (looked.includes('@')) take('email', email);
	if (/ (?:at|arroba)\b/i.test(looked)) take('email', emailInWords);
	if (looked.includes('@')) take('handle', handle);
	if (/\d/.test(looked)) takeNumbers();
	take('handle', namedHandle);
	take('handle', handleThere);
	take('name', fullName, ([, name]) => !notNames.has(name!.toLowerCase().split(/\s/)[0]!));
	take('name', fullNameInSpanish);
	return found.sort((one, other) => one.from - other.from);
}

// Every repetition below is bounded, and none can be split in two ways: the time grows with the text only.
const email = /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi;
const emailInWords =
	/\b\w{1,30}(?:[ \t]{1,3}(?:dot|punto|underscore|dash|guion)[ \t]{1,3}\w{1,30}){0,4}[ \t]{0,3}[([]?(?:\bat\b|\barroba\b)[)\]]?[ \t]{0,3}\w{1,30}[ \t]{0,3}[([]?(?:\bdot\b|\bpunto\b|\.)[)\]]?[ \t]{0,3}(?:com|net|org|co|edu|me|io|es|mx|uk|de|fr|info|gmail)\b/gi;
const bankAccount = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g;
const longNumber = /(?<![\w.,/])\+?\(?\d(?:[ .()-]{0,2}\d){6,18}(?![\w/]|[.,:]\d)/g;
const spanishId = /\b(\d{8})[ -]?([A-Za-z])\b/g;
const numberWithName =
	/\b(?:ssn|social security(?: number)?|passport(?: number)?|national insurance(?: number)?|dni|nie|curp|pasaporte)\b[^\n.]{0,14}?\b(?=[A-Z\d-]{0,17}\d)[A-Z\d-]{6,18}\b/gi;
const streets =
	'street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|crescent|terrace|place|square|sq|gardens|boulevard|blvd|parkway|mews|grove|hill|highway|hwy|way';
const address = new RegExp(
	`\\b(?:(?:flat|apt|apartment|unit|house) ?\\d{1,4}[a-z]?,? )?\\d{1,5}[a-z]?,? (?:[A-Z][\\w'-]{1,20} |[a-z]{3,15} ){1,3}(?:${streets})\\b(?! (?:of|to|from|too|more|back|up|down|out|in which))`,
	'gi',
);
const calle =
	/\b(?:calle|c\/|avenida|avda\.?|av\.|paseo|plaza|carrera|camino|ronda|colonia|urbanizaci[oó]n)\s{1,2}(?:[\p{L}'.]{1,20}\s{1,2}){0,4}?[\p{L}'.]{1,20},?\s{1,2}(?:n[º°.]?\s?|n[uú]mero\s|#\s?)?\d{1,4}\b/giu;
const postcode = /\b(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\b/g;
const handle = /(?<![\w@.+-])@[a-z0-9_](?:[a-z0-9_.-]{1,30}[a-z0-9_])/gi;
const namedHandle =
	/\b(?:snap(?:chat)?|insta(?:gram)?|ig|discord|telegram|kik|tiktok|skype|twitter|steam|wechat)\b(?:\s(?:is|es|name|id|user(?:name)?|handle|usuario))*\s?[:=-]?\s?@?(?=[a-z0-9_.#]*[\d_#.])[a-z][a-z0-9_.#]{3,30}[a-z0-9_]/gi;
const handleThere =
	/\b(?=[a-z0-9_.]{0,30}[\d_.])[a-z][a-z0-9_.]{2,30}[a-z0-9_]\s(?:on|in|en|por|at)\s(?:snap(?:chat)?|insta(?:gram)?|ig|discord|telegram|kik|tik ?tok|skype|twitter|steam|wechat|whatsapp)\b/gi;
const fullName =
	/\b(?:[Mm]y (?:full |real |legal )?name(?:'s|’s| is)|I(?:'m| am) called|[Tt]he name's)\s{1,2}(\p{Lu}[\p{L}'-]{1,20}(?:\s\p{Lu}[\p{L}'-]{1,20}){1,3})/gu;
const fullNameInSpanish =
	/\b(?:[Mm]e llamo|[Mm]i nombre (?:completo |real )?es|[Ss]oy)\s{1,2}(\p{Lu}[\p{L}'-]{1,20}(?:\s(?:de |del |la )?\p{Lu}[\p{L}'-]{1,20}){1,3})/gu;
const notNames = new Set(['the', 'not', 'just', 'so', 'a']);
const spanishLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** The numbers of helplines that anyone may give, as digits. An organisation adds its own. */
const crisisNumbers = [
	'116123',
	'116111',
	'08001111',
	'08000684141',
	'131114',
	'0477131114',
	'1800551800',
	'139276',
	'8002738255',
	'18002738255',
	'741741',
	'8009112000',
	'0800567567',
	'08001110111',
	'08001110222',
	'080032123',
	'0223272327',
	'213544545',
	'0120279338',
	'23892222',
	'0925250111',
	'70201201',
	'18007997233',
	'8007997233',
	'18006564673',
	'8006564673',
	'0800913913',
	'900202010',
	'717003717',
];

const digitsOf = (text: string) => text.replace(/\D/g, '');

const none: readonly string[] = [];

/** A list of numbers is made ready once, however many texts are read with it. */
const ready = new WeakMap<readonly string[], ReadonlySet<string>>();

function allowedWith(publicNumbers: readonly string[]): ReadonlySet<string> {
	const before = ready.get(publicNumbers);
	if (before) return before;
	const allowed = new Set([...crisisNumbers, ...publicNumbers].map(digitsOf));
	ready.set(publicNumbers, allowed);
	return allowed;
}

/** Luhn’s check (ISO/IEC 7812-1): real card numbers pass, others rarely. */
function isCard(digits: string): boolean {
	if (digits.length < 13 || digits.length > 19) return false;
	let sum = 0;
	for (let place = 0; place < digits.length; place++) {
		const digit = Number(digits[digits.length - 1 - place]);
		const doubled = place % 2 ? digit * 2 : digit;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}

/** Seven to fifteen digits (ITU-T E.164), written as one would a number to call; no date, sum or year range. */
function isPhone(match: RegExpExecArray, text: string, allowed: ReadonlySet<string>): boolean {
	const [written] = match;
	const digits = digitsOf(written);
	if (digits.length < 7 || digits.length > 15 || allowed.has(digits)) return false;
	if (/^\d{1,4}[.-]\d{1,2}[.-]\d{1,4}$/.test(written) && digits.length <= 8) return false;
	if (/^(?:19|20)\d\d ?- ?(?:19|20)\d\d$/.test(written)) return false;
	if (/^\d{1,3}(?:\.\d{3})+$/.test(written)) return false;
	if (/^(\d)\1+$/.test(digits)) return false;
	const before = text.slice(Math.max(0, match.index - 24), match.index);
	if (
		/[$€£#]\s?$|\b(?:order|ticket|invoice|isbn|doi|pmid|case (?:no|number|id|#)|bus|rooms?|pages?|pedido|p[aá]ginas?)\W{0,3}$/i.test(
			before,
		)
	)
		return false;
	return (
		digits.length >= 9 ||
		/[ ()+-]/.test(written) ||
		/(?:call|text|phone|number|cell|ll[aá]ma|tel|n[uú]mero|whats)/i.test(before)
	);
}
