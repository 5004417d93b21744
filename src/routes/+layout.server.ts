import { may as mayAtDesk } from '#features/desk/policy.ts';
import { organisationOf } from '#features/people/server/index.ts';
import { keepsListings } from '#features/keeping/server/index.ts';
import { theApp } from '#web/app.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ locals, url }) => {
	const organisation = await organisationOf(locals.db);
	return {
		reader: { locale: locals.locale, zone: locals.zone },
		place: organisation.name,
		policy: organisation.crisisPolicy,
		nickname: locals.person?.nickname,
		sharedDevice: locals.person?.session.sharedDevice ?? false,
		writingHints: locals.person?.writingHints ?? false,
		coordinates: locals.viewer?.duties.includes('coordinator') ?? false,
		keeps: locals.viewer ? await keepsListings(locals.db, locals.viewer.id) : false,
		desk: !mayAtDesk.count({ viewer: locals.viewer }).refused,
		onDuty: (locals.viewer?.duties.length ?? 0) > 0,
		demo: theApp().config.demo,
		path: url.pathname,
	};
};
