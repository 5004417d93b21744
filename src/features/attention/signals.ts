/**
 * Ways in which somebody is drawn away from the others: elsewhere, out of sight, or into a secret. One is nothing; people
 * ask how old somebody is. Several in a few messages are for a steward to look at.
 */
export type Signal = 'elsewhere' | 'age' | 'photo' | 'secret';

const ways: Record<Exclude<Signal, 'elsewhere'>, readonly RegExp[]> = {
	age: [
		/\bhow (?:old|young) (?:are|r) (?:you|u|ya)\b/,
		/\b(?:what'?s|what is|whats) (?:your|ur) age\b/,
		/\b(?:are|r) (?:you|u) (?:really )?(?:\d\d|under ?(?:age|18)|over ?18|still (?:in|at) school)\b/,
		/\b(?:your|ur) age\??$/,
		/\basl\b/,
		/\bcuantos anos (?:tienes|tenes)\b/,
		/\b(?:que|cual es tu) edad\b/,
		/\beres menor(?: de edad)?\b/,
		/\bvas al (?:colegio|instituto|cole)\b/,
	],
	photo: [
		/\b(?:send|show|snap|share|drop|gimme|give) (?:me |us )?(?:a |an |some |one |another |more |ur |your )*(?:(?:cute|nice|hot|little|quick|recent|real) )*(?:pics?|pictures?|photos?|selfies?|nudes?)\b/,
		/\b(?:got|have|any|see|want|trade|swap) (?:a |any |some |more |ur |your )*(?:pics?|pictures?|photos?|selfies?|nudes?) (?:of (?:you|u|yourself)|for me)\b/,
		/\bwhat (?:do|are) (?:you|u) (?:look like|wearing)\b/,
		/\b(?:turn|switch) (?:your|ur) (?:cam|camera|webcam) on\b|\b(?:cam|camera|webcam) on for me\b/,
		/\b(?:manda(?:me)?|mande(?:me)?|envia(?:me)?|pasa(?:me)?|ensename) (?:una? |unas |alguna |otra |mas |tu |tus )*(?:fotos?|fotitos?|selfies?|imagen(?:es)?|packs?)\b/,
		/\b(?:tienes|quiero ver|me mandas|me pasas|me envias) (?:una? |unas |alguna |tu |tus )*(?:fotos?|selfies?|fotitos?)\b/,
		/\bque llevas puesto\b|\bcomo eres fisicamente\b|\bpon la camara\b/,
	],
	secret: [
		/\b(?:our|a) (?:little )?secret\b/,
		/\b(?:don'?t|do not|never|no need to) (?:tell|mention|say|show)(?: (?:this|it|that|any of this|about (?:this|it|us|me)))?(?: to)? (?:anyone|anybody|a soul|your (?:mum|mom|mother|dad|father|parents|family|host|supporter)|the (?:hosts?|mods?|stewards?|others|group|staff)|them)\b/,
		/\b(?:just|only|keep (?:it|this)(?: just)?) between (?:us|you and me|the two of us)\b/,
		/\b(?:nobody|no one|they) (?:else )?(?:has to|needs to|must|should|can|has got to) (?:know|find out)\b/,
		/\bdelete (?:this|these|the|our) (?:messages?|chat|after)\b/,
		/\b(?:nuestro|un) (?:pequeno )?secreto\b/,
		/\bno (?:se )?lo (?:digas|cuentes|ensenes)(?: a nadie| a tus padres| a tu madre)?\b/,
		/\bno (?:le |les )?(?:digas|cuentes|ensenes) (?:nada |esto |lo nuestro )?a (?:nadie|tus|tu|los|las|el|la)\b/,
		/\b(?:que quede|queda|dejalo) entre (?:nosotros|nosotras|tu y yo|nosotres)\b/,
		/\bnadie (?:mas )?(?:tiene|debe|puede) (?:que )?(?:saber|enterarse)\w*\b/,
		/\bborra (?:esto|estos|los|el) ?(?:mensajes?|chat)?\b/,
	],
};

/** The ways in these words; `elsewhere` is for the reader of words to say. */
export function signalsIn(text: string): Set<Exclude<Signal, 'elsewhere'>> {
	const plain = text
		.slice(0, LOOKED_THROUGH)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[’‘`]/g, "'")
		.toLowerCase()
		.replace(/\s+/g, ' ');
	const found = Object.entries(ways).filter(([, patterns]) =>
		patterns.some((pattern) => pattern.test(plain)),
	);
	return new Set(found.map(([signal]) => signal as Exclude<Signal, 'elsewhere'>));
}

/** Every repetition above is of few words, so the time grows with the text; and nobody is drawn away by a novel. */
const LOOKED_THROUGH = 4000;
