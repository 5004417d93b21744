import { error } from '@sveltejs/kit';
import { may } from '#features/break-glass/policy.ts';
import { standingIn } from '#features/break-glass/server/index.ts';
import { isId } from '#platform/ids.ts';

interface Asked {
	locals: App.Locals;
	params: { look: string };
}

/** The asking of this address, for those who may know of it. To everybody else it is not there. */
export async function lookAt({ locals: { db, viewer, now }, params }: Asked) {
	if (!viewer || !isId(params.look)) error(404);
	const standing = await standingIn(db, params.look, viewer, now);
	if (!standing.look || may.know(standing).refused) error(404);
	return { standing, look: standing.look };
}
