import type { AliasId, ConversationId } from '#features/conversations/conversation.ts';
import type { Look, LookId } from '#features/break-glass/look.ts';
import type { Standing } from '#features/break-glass/policy.ts';
import type { Case, CaseId } from '#features/desk/case.ts';
import type { Viewer } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours, minutes } from '#platform/time.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** Of a look for a case that Henk works on: Juno, a steward for this, says yes or has not answered yet. Nour told of it. */
export function aroundLook({ world: { now }, idOf }: Neighbourhood): [string, Standing][] {
	const [henk, juno, nour, mo] = [idOf('henk'), idOf('juno'), idOf('nour'), idOf('mo')];
	const viewer = (id: PersonId, ...duties: Viewer['duties']): Viewer => ({ id, ageBand: 'adult', duties });
	const it: Case = {
		...{ id: '' as CaseId, about: 'message:', kind: 'report', tier: 1, state: 'open', subjectId: mo },
		...{ reporterIds: [nour], apartIds: [], takenBy: henk, secondId: null, ageBand: 'adult' },
		...{ openedAt: now, tierSince: now, settledAt: null },
	};
	const asked: Look = {
		...{ id: '' as LookId, what: 'talk', caseId: it.id, conversationId: '' as ConversationId, minutes: 15 },
		...{ aliasId: null as AliasId | null, toldLater: false, askedBy: henk, askedAt: now, answer: null },
		...{ answeredBy: null, until: null, endedAt: null },
	};
	const open: Look = { ...asked, answer: 'yes', answeredBy: juno, until: after(now, minutes(15)) };
	const to = (who: Viewer | null, look: Look, more: Partial<Standing> = {}): Standing => ({
		...{ viewer: who, case: it, look, inTalk: false, now, ...more },
	});
	const [asker, other] = [viewer(henk, 'steward'), viewer(juno, 'steward')];
	return [
		['a visitor', to(null, open)],
		['one of the two in the talk', to(viewer(nour), open, { inTalk: true })],
		['the same, if they are a steward', to(viewer(nour, 'steward'), asked, { inTalk: true })],
		['whom the case is about, if they are a steward', to(viewer(mo, 'steward'), asked)],
		['a steward of another age band', to({ ...other, ageBand: '13-17' }, asked)],
		['a supporter', to(viewer(idOf('idris'), 'supporter'), open)],
		['another steward, when it is asked', to(other, asked)],
		['the same, a day later', to(other, asked, { now: after(now, hours(24)) })],
		['the same, who is somebody in the talk', to(other, asked, { inTalk: true })],
		['another steward, when they said yes', to(other, open)],
		['a coordinator, when it is open', to(viewer(idOf('amara'), 'coordinator'), open)],
		['whoever asked', to(asker, asked)],
		['whoever asked, with a yes', to(asker, open)],
		['the same, when the time is over', to(asker, open, { now: after(now, minutes(15)) })],
		['the same, when it was ended', to(asker, { ...open, endedAt: now })],
		['the same, when the case is settled', to(asker, open, { case: { ...it, state: 'kept' } })],
		['the same, when another steward has the case', to(asker, open, { case: { ...it, takenBy: juno } })],
		['the same, when they are no steward any more', to(viewer(henk), open)],
	];
}
