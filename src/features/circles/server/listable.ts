import { MOST_TIMES, unsaid } from '#features/directory/listing.ts';
import type { Listable } from '#features/directory/server/index.ts';
import { timesText } from '#features/directory/times-text.ts';
import type { CircleId } from '../circle.ts';
import {
	circleClosed,
	circleOpened,
	circleRested,
	circleResumed,
	detailsChanged,
	meetingsCalled,
} from '../events.ts';

const facts = [circleOpened, detailsChanged, meetingsCalled, circleRested, circleResumed, circleClosed];

/** Circles that gather and that anybody of their age band may find. */
export const listable: Listable = {
	kind: 'circle',

	follows: facts.map(({ factName }) => ({
		factName,
		subject: async (_db, { circleId }) => circleId as CircleId,
	})),

	async of(db, id) {
		const circle = await db
			.selectFrom('circle')
			.selectAll()
			.where('id', '=', id as CircleId)
			// Whoever is changing it just now finishes first: what is listed is how it was left.
			.forShare()
			.executeTakeFirst();
		if (!circle || circle.state !== 'gathering' || circle.joining === 'by-invitation') return undefined;

		const schedules = await db
			.selectFrom('schedule')
			.selectAll()
			.where('circle_id', '=', circle.id)
			.orderBy('made_at')
			.orderBy('id')
			.execute();
		const here = circle.venue !== 'in-person';
		return {
			...unsaid,
			kind: 'circle',
			slug: circle.slug,
			name: circle.name,
			about: circle.about || null,
			topics: circle.topics,
			languages: [circle.language],
			structure: circle.structure,
			access: here ? ['text-welcome'] : [],
			ageBand: circle.age_band,
			observersWelcome: circle.observers_welcome,
			newcomersWelcome: true,
			size: circle.capacity,
			zone: schedules[0]?.zone ?? null,
			times: schedules
				.slice(0, MOST_TIMES)
				.flatMap((schedule) => timesText({ ...schedule, except: schedule.except_on, also: [] }) ?? []),
			address: circle.address,
			inPerson: circle.venue !== 'online',
			here,
		};
	},

	async all(db) {
		const rows = await db
			.selectFrom('circle')
			.select('id')
			.where('state', '=', 'gathering')
			.where('joining', '!=', 'by-invitation')
			.execute();
		return rows.map(({ id }) => id);
	},
};
