import type { CircleId } from '#features/circles/circle.ts';
import type { MeetingId } from '#features/circles/meeting.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import type { Id } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { DebriefId, Question } from '../after.ts';
import type { Stage } from '../script.ts';
import type { Settings, Sitting, SittingId } from '../sitting.ts';

export type AsideLineId = Id<'aside-line'>;

declare module '#platform/db.ts' {
	interface Tables {
		meeting_plan: {
			circle_id: CircleId;
			script: { stages: Stage[] };
			admission: Settings['admission'];
			observers: boolean;
			talk: Settings['talk'];
		};
		sitting: {
			id: SittingId;
			circle_id: CircleId;
			meeting_id: MeetingId | null;
			state: Sitting | null;
			version: number;
			begun_on: string;
			ended_at: Date | null;
			attended: number | null;
		};
		aside_line: {
			id: AsideLineId;
			sitting_id: SittingId;
			number: number;
			from_id: AliasId;
			to_id: AliasId;
			words: Sealed;
			said_at: Date;
		};
		how_it_was: { circle_id: CircleId; day: string; question: Question; answer: number; count: number };
		debrief: {
			id: DebriefId;
			circle_id: CircleId;
			alias_id: AliasId;
			words: Sealed;
			written_on: string;
		};
	}
}
