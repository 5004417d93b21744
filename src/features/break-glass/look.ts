import type { AliasId, ConversationId } from '#features/conversations/conversation.ts';
import type { CaseId } from '#features/desk/case.ts';
import type { Id, PersonId } from '#platform/ids.ts';
import { after, hours, minutes } from '#platform/time.ts';

export type LookId = Id<'look'>;

/** What a steward can be let see: what was said in a talk, or who goes by a name in it. */
export const whats = ['talk', 'alias'] as const;
export type What = (typeof whats)[number];

/** How many minutes it can last. */
export const lengths = [15, 30, 60] as const;
export type Length = (typeof lengths)[number];

/** A steward’s asking to see what is not theirs, and what became of it. Whoever has gone is null. */
export interface Look {
	id: LookId;
	what: What;
	caseId: CaseId;
	conversationId: ConversationId;
	aliasId: AliasId | null;
	minutes: Length;
	/** Whether those whom it concerns are told a day later, because being told at once would put somebody in danger. */
	toldLater: boolean;
	askedBy: PersonId | null;
	askedAt: Date;
	answer: 'yes' | 'no' | null;
	answeredBy: PersonId | null;
	until: Date | null;
	endedAt: Date | null;
}

/** An asking that nobody answers is over after so long. */
export const ASKED_FOR = hours(24);

/** So much later those are told whom it would have put in danger. Never later than that. */
export const TOLD_AFTER = hours(24);

export type LookState = 'asked' | 'lapsed' | 'refused' | 'open' | 'over';

/** Where it stands: waiting for an answer, past waiting, refused, open, or over by time or because somebody ended it. */
export function stateOf({ answer, askedAt, until, endedAt }: Look, now: Date): LookState {
	if (answer === 'no') return 'refused';
	if (endedAt) return 'over';
	if (until) return now < until ? 'open' : 'over';
	return now < after(askedAt, ASKED_FOR) ? 'asked' : 'lapsed';
}

/** Until when a yes holds that is said now. */
export const untilFor = ({ minutes: length }: Pick<Look, 'minutes'>, now: Date): Date =>
	after(now, minutes(length));
