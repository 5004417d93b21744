import { fact } from '#platform/event.ts';
import type { PersonId } from '#platform/ids.ts';

const subject = ({ personId }: { personId: PersonId }) => `person:${personId}`;

export const tokenMade = fact<{ personId: PersonId }>('access.token-made', subject);
/** Sockets that were opened with it end. */
export const tokenRevoked = fact<{ personId: PersonId }>('access.token-revoked', subject, {
	changesAdmission: true,
});
