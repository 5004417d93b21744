import { error } from '@sveltejs/kit';
import { may as mayInCircle } from '#features/circles/policy.ts';
import { circleBySlug } from '#features/circles/server/queries.ts';
import { may } from '#features/circle-mode/policy.ts';
import { goingOn, standingAt, whoIs } from '#features/circle-mode/server/going-on.ts';
import { aliasIn } from '#features/conversations/server/index.ts';

interface Asked {
	locals: App.Locals;
	params: { circle: string };
}

/**
 * The circle of this address, its meeting, and where its reader stands in them. Hidden and missing look the same; a
 * steward finds a circle that has called for one.
 */
export async function meetingAt({ locals: { db, viewer, now }, params }: Asked) {
	const circle = (await circleBySlug(db, params.circle)) ?? error(404);
	const going = await goingOn(db, circle.id);
	const standing = await standingAt(db, circle.id, viewer, now, going);
	const looking = may.look(standing);
	if (looking.refused && mayInCircle.find(standing).refused) error(404);
	const alias = viewer ? await aliasIn(db, circle.id, viewer.id) : undefined;
	const who = looking.refused ? undefined : await whoIs(db, circle.id, standing);
	return { circle, going, standing, looking, alias, who };
}

/** Whoever may not look at the meeting finds none of its doors either. */
export async function meetingOfMine(event: Asked) {
	const at = await meetingAt(event);
	if (at.looking.refused) error(404);
	return at;
}
