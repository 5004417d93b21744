import { error } from '@sveltejs/kit';
import { may } from '#features/desk/policy.ts';
import { countsOn, deskChange, deskFor, isDutyHeld, nextOnDuty } from '#features/desk/server/index.ts';
import { organisationOf } from '#features/people/server/index.ts';
import { after, minutes } from '#platform/time.ts';
import { signedIn } from '#web/signed-in.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	if (may.count({ viewer: me }).refused) error(404);
	const { db, now } = locals;
	const works = !may.work({ viewer: me }).refused;
	const coordinates = me.duties.includes('coordinator');
	const page = Math.min(Math.max(Number(url.searchParams.get('page')) || 1, 1), 1000);
	const bands = coordinates ? (await organisationOf(db)).ageBands : [];
	const counts = [];
	for (const band of bands) counts.push({ band, tiers: await countsOn(db, me, band) });
	return {
		me: me.id,
		desk: works ? await deskFor(db, me, now, Math.floor(page)) : undefined,
		counts,
		coordinates,
		held: await isDutyHeld(db, me.ageBand, now),
		next: (await nextOnDuty(db, me.ageBand, now))?.startsAt,
		topic: `cases:${me.ageBand}`,
		change: await deskChange(db, me.ageBand),
		/** Clocks run: looked at again so often where there is a script. */
		again: after(now, minutes(1)),
	};
};
