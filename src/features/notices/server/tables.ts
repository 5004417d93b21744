import type { Generated } from 'kysely';
import type { PersonId } from '#platform/ids.ts';
import type { NoticeId, NoticeKind } from '../notice.ts';

declare module '#platform/db.ts' {
	interface Tables {
		notice: {
			id: NoticeId;
			person_id: PersonId;
			kind: NoticeKind;
			about: string;
			at: Date | null;
			path: string;
			made_at: Date;
			unread: Generated<boolean>;
		};
		notice_off: { person_id: PersonId; kind: NoticeKind };
	}
}
