import { error } from '@sveltejs/kit';
import { may, type Standing } from '#features/circles/policy.ts';
import { aliasIn } from '#features/conversations/server/index.ts';
import { holdsInvitation } from '#features/circles/server/invitations.ts';
import { circleBySlug } from '#features/circles/server/queries.ts';
import { standingIn } from '#features/circles/server/standing.ts';

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
