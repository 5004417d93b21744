import { error } from '@sveltejs/kit';
import { may, type Standing } from '#features/circles/policy.ts';
import { aliasIn } from '#features/conversations/server/index.ts';
import { holdsInvitation } from '#features/circles/server/invitations.ts';
import type { CircleId } from '#features/circles/circle.ts';
import { phaseOf } from '#features/circle-mode/server/queries.ts';
import { circleBySlug, meetingNear } from '#features/circles/server/queries.ts';
import { standingIn } from '#features/circles/server/standing.ts';
import type { Reader } from '#platform/db.ts';

interface Asked {
	locals: App.Locals;
	params: { circle: string };
	url: URL;
}

/** The circle of this address and where its reader stands in it. Hidden and missing look the same. */
export async function circleAt({ locals: { db, viewer, now }, params, url }: Asked) {
	const circle = (await circleBySlug(db, params.circle)) ?? error(404);
	const token = url.searchParams.get('invitation') ?? undefined;
	const invited = token !== undefined && (await holdsInvitation(db, circle.id, token, now));
	const standing = await standingIn(db, circle.id, viewer, now, { invited });
	if (may.find(standing).refused) error(404);

	const alias = viewer ? await aliasIn(db, circle.id, viewer.id) : undefined;
	return { circle, standing, alias, invitation: invited ? token : undefined };
}

/** Which pages of the circle this person is offered. */
export const tabsFor = (standing: Standing) => ({
	talk: !may.read(standing).refused,
	people: !may.read(standing).refused,
	settings: !may.host(standing).refused,
});

/** What those who may read a circle are told of its meeting: that one is on, or near, or that they may hold one. */
export async function meetingOf(db: Reader, circleId: CircleId, standing: Standing, now: Date) {
	const phase = await phaseOf(db, circleId);
	const near = phase ? undefined : await meetingNear(db, circleId, now);
	return { phase, startsAt: near?.startsAt, host: !may.host(standing).refused };
}
