import type { Detail, Finding } from '#features/safety/reading/finding.ts';
import type { Read } from '#features/safety/reading/reader.ts';
import { cardFor, isDanger, type CardKind } from './card.ts';
import { signalsIn, type Signal } from './signals.ts';

/** What there is to do about some words. It is for the moment of sending them, and kept nowhere. */
export interface Heard {
	/** The card that whoever wrote them is shown afterwards. */
	card: CardKind | undefined;
	/** Whether help is named to whoever writes them, while they do. */
	near: boolean;
	/** Whether they push somebody towards harming themselves. */
	encourages: boolean;
	/** By what somebody could be found or reached. */
	details: readonly Detail[];
	/** Whether they give a way of being reached elsewhere. */
	reachable: boolean;
	signals: ReadonlySet<Signal>;
}

/** Reads words that somebody sends, as they are about to be sent. */
export type Hear = (text: string, language?: string) => Heard;

/** It takes well under a millisecond, asks nobody, and is the same wherever it runs, with whatever reader. */
export const hearingBy =
	(read: Read, publicNumbers: readonly string[] = []): Hear =>
	(text, language) => {
		const reading = read(text, { publicNumbers, ...(language !== undefined && { language }) });
		const { findings } = reading;
		const sought = findings.some(
			({ category, stance, because }) =>
				category === 'contact' && meant.has(stance) && because.some((rule) => elsewhere.has(rule)),
		);
		const links = linksElsewhere.test(text);
		const details = findings.flatMap((finding) =>
			finding.detail && !isOnlyName(finding, text, sought) ? [finding.detail] : [],
		);
		return {
			card: cardFor(reading),
			near: reading.tier > 0 && findings.some(isDanger),
			encourages: findings.some(
				({ category, stance, subject }) =>
					category === 'encouragement' && stance === 'asserted' && subject !== 'self',
			),
			details: [...new Set(details)],
			reachable: links || details.some((detail) => ways.has(detail)),
			signals: new Set<Signal>([...signalsIn(text), ...(sought || links ? (['elsewhere'] as const) : [])]),
		};
	};

const meant: ReadonlySet<string> = new Set(['asserted', 'asked']);

/** The rules of contact that are about another place. What they say of secrets is said by many who were hurt, too. */
const elsewhere: ReadonlySet<string> = new Set(['elsewhere', 'meet-up']);

const ways: ReadonlySet<Detail> = new Set(['phone', 'email', 'handle'] as const);

/** “@Ana, yes” speaks to somebody here: an @ alone leads nowhere unless it is said where. */
const isOnlyName = ({ detail, span }: Finding, text: string, sought: boolean) =>
	detail === 'handle' && text[span.from] === '@' && !sought && !apps.test(text);

const apps =
	/\b(?:insta(?:gram)?|ig|snap(?:chat)?|sc|telegram|tg|discord|kik|tik ?tok|twitter|facebook|fb|whats ?app|signal|skype|wechat|threads|bluesky|mastodon)\b/i;

/** Addresses at which one is written to by whoever has them. */
const linksElsewhere =
	/\b(?:wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com|t\.me|telegram\.me|discord\.gg|discord\.com\/invite|m\.me|signal\.me|signal\.group|kik\.me|snapchat\.com\/add|instagram\.com|ig\.me|join\.skype\.com|line\.me)\/[\w+@.-]/i;
