import { error } from '@sveltejs/kit';
import type { CaseId } from '#features/desk/case.ts';
import { may } from '#features/desk/policy.ts';
import { caseFor, standingIn } from '#features/desk/server/index.ts';
import { isId } from '#platform/ids.ts';
import { signedIn } from '#web/signed-in.ts';
import type { RequestEvent } from '@sveltejs/kit';

type Here = Pick<RequestEvent, 'locals' | 'url'>;

/** Somebody who works at the desk. To everybody else it is not there. */
export function steward(event: Here) {
	const me = signedIn(event);
	if (may.work({ viewer: me }).refused) error(404);
	return me;
}

/** One case, and what the rules need; for whom it is not, it is not there. */
export async function caseAt(event: Here & { params: { case: string } }) {
	const me = steward(event);
	const { db, now } = event.locals;
	const id = event.params.case;
	const caseId = isId(id) ? (id as unknown as CaseId) : error(404);
	const card = (await caseFor(db, me, caseId, now)) ?? error(404);
	const standing = await standingIn(db, caseId, me);
	if (may.look(standing).refused) error(404);
	return { me, caseId, card, standing };
}
