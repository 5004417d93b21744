import { error, redirect } from '@sveltejs/kit';
import { may } from '#features/break-glass/policy.ts';
import { readTalk, seeWhoItIs } from '#features/break-glass/server/index.ts';
import { lookAt } from '../look.ts';
import type { PageServerLoad } from './$types.js';

/** Everything shown here is in the log first: a page, or a name. Only whoever asked comes in, and only while the yes holds. */
export const load: PageServerLoad = async (event) => {
	const { standing, look } = await lookAt(event);
	const ruling = may.read(standing);
	if (ruling.refused === 'not-found') error(404);
	const back = `/glass/${look.id}`;
	if (ruling.refused) redirect(303, back);

	const asked = Number(event.url.searchParams.get('before') ?? Number.NaN);
	const before = Number.isInteger(asked) && asked > 0 && asked < 2 ** 31 ? asked : undefined;
	const { transact } = event.locals;
	if (look.what === 'alias') {
		const who = await transact((tx) => seeWhoItIs(tx, look.id));
		if ('refused' in who) redirect(303, back);
		return { look: { id: look.id, until: look.until! }, who, talk: undefined, before };
	}
	const talk = await transact((tx) => readTalk(tx, { lookId: look.id, before }));
	if ('refused' in talk) redirect(303, back);
	return { look: { id: look.id, until: look.until! }, who: undefined, talk, before };
};
