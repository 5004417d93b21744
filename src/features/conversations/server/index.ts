/** The door of conversations: for the features whose places have one, and for the pages that show them. */
import { on, type AnyJob, type Reaction } from '#platform/job.ts';
import { reportMade } from '#features/reports/events.ts';
import { lookForRaid } from './calm.ts';
import { lookAgain } from './look-again.ts';
import './tables.ts';

export { aliasReportable } from './alias-reportable.ts';
export { acceptVersion, aliasesApart, aliasIn, beSomebody, keyOf, personBehind } from './aliases.ts';
export { aliasBlockable } from './blockable.ts';
export { mayBeNew, setCalm } from './calm.ts';
export { cardAt } from './card.ts';
export { changeAlias } from './change-alias.ts';
export { conversationEndpoints, inPlace, sentencesOf } from './endpoints.ts';
export { editMessage, type Editing } from './edit-message.ts';
export { frankedCopy, verifyFrank, type FrankedCopy } from './frank.ts';
export { forgetConversation, forgetSaidBefore } from './forget.ts';
export { takeBackHeld } from './held.ts';
export { heldDesk } from './held-desk.ts';
export { hideMessage, showMessage } from './hide-message.ts';
export type { Home } from './home.ts';
export { isKeptOut, keepOut, letBackIn } from './keep-out.ts';
export { changesAfter, messageLineAt, messagesBefore, type ReaderOfLines } from './lines.ts';
export { beginConversation, bodyOf, holdStill } from './numbering.ts';
export { pageOf } from './page.ts';
export { hasSpoken } from './queries.ts';
export { personal } from './personal.ts';
export { postMessage, speaking, type MaySpeak, type Saying } from './post-message.ts';
export { messageOf } from './queries.ts';
export { readUpTo, unreadFor } from './reading.ts';
export { removeMessage } from './remove-message.ts';
export { messageReportable } from './reportable.ts';
export { resonate } from './resonate.ts';
export type { InPlace, Stewarded, Was } from './stewarded.ts';
export { conversationTopic } from './topic.ts';
export { conversationOf } from './withhold.ts';

export const jobs: readonly AnyJob[] = [lookAgain, lookForRaid];

export const reactions: readonly Reaction[] = [on(reportMade, lookForRaid)];
