import type { Id } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import type { AliasId } from './conversation.ts';

export type MessageId = Id<'message'>;

/** Quiet ways of answering. Nobody counts them, and nobody is ranked by them. */
export const resonances = ['been-there', 'with-you', 'thank-you'] as const;
export type Resonance = (typeof resonances)[number];

/** One thing that was said, as those who may read it see it. */
export interface MessageLine {
	/** 1, 2, 3… in the order in which messages were said. */
	place: number;
	/** Grows with every change to anything in this conversation. */
	change: number;
	/** Whose it is, here; says nothing about who they are elsewhere. */
	author: { id: AliasId; name: string };
	/** Gone: removed by its author, or erased. Hidden: by a host, with a reason, or by stewards. */
	state: 'said' | 'hidden' | 'gone';
	body: string;
	/** What the body is about, for those who would rather not read it; empty for none. */
	contentNote: string;
	replyTo: number | null;
	postedAt: string;
	edited: boolean;
	hiddenBecause: string;
	resonances: readonly Resonance[];
}

/** What hosts may say when they hide a message. Each is a sentence its author reads. */
export const hidingReasons = [
	'against-agreements',
	'not-safe-here',
	'about-someone-else',
	'asked-by-author',
] as const;
export type HidingReason = (typeof hidingReasons)[number];

/** What stands there instead of a host’s reason when stewards hide a message. Only they take that back. */
export const BY_STEWARDS = 'by-stewards';

/** As rules see a message. */
export interface Said {
	aliasId: AliasId;
	state: MessageLine['state'];
}

/** One’s own words can be changed or taken back, also when a host has hidden them. */
export function decideChange(
	message: Said | undefined,
	me: AliasId | undefined,
): { mine: true } | Refused<'not-yours' | 'gone'> {
	if (!message || message.aliasId !== me) return refuse('not-yours');
	if (message.state === 'gone') return refuse('gone');
	return { mine: true };
}

/** A piece of a body: plain words, or an address that becomes a link. */
export type Segment = { text: string; href?: string };

const address = /\bhttps?:\/\/[^\s<>"'`\u2018-\u201f\u202a-\u202e\u2066-\u2069]+/giu;

/**
 * Splits a body where it names web addresses. What is shown is always the address itself, so a link cannot pretend to
 * lead elsewhere; closing punctuation stays outside.
 */
export function segments(body: string): Segment[] {
	const found: Segment[] = [];
	let end = 0;
	for (const match of body.matchAll(address)) {
		const text = match[0].replace(/[.,;:!?)\]}]+$/u, '');
		if (!URL.canParse(text)) continue;
		if (match.index > end) found.push({ text: body.slice(end, match.index) });
		found.push({ text, href: new URL(text).href });
		end = match.index + text.length;
	}
	if (end < body.length) found.push({ text: body.slice(end) });
	return found;
}

/** Stands in a blank message for the name of whoever will have said it. */
export const NAME_HERE = '…';
