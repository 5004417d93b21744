import { asCalendar, asMeetingGuide, countPublic, publicBodies } from '#features/directory/server/index.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, now }, url }) => {
	const how = { origin: url.origin, now };
	const [guide, calendar] = [await asMeetingGuide(db, how), await asCalendar(db, how)];
	return {
		origin: url.origin,
		count: await countPublic(db, { now }),
		cannot: { guide: guide.cannot, calendar: calendar.cannot },
		bodies: (await publicBodies(db)).map(({ slug, name }) => ({ slug, name })),
	};
};
