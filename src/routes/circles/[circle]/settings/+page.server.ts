import { error, redirect } from '@sveltejs/kit';
import { CallOffForm, CircleForm, MeetingForm, ScheduleForm, StateForm } from '#features/circles/forms.ts';
import { callingOf, type MeetingId, type ScheduleId } from '#features/circles/meeting.ts';
import { may } from '#features/circles/policy.ts';
import { callMeetings, callOffMeeting, endSchedule } from '#features/circles/server/call-meetings.ts';
import { changeDetails, changeState } from '#features/circles/server/change-circle.ts';
import { meetingsAhead, schedulesOf } from '#features/circles/server/queries.ts';
import { readForm, sayNo } from '#web/form.ts';
import { circleAt, tabsFor } from '../circle.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

async function hostedCircle(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const { circle, standing } = await circleAt(event);
	if (may.host(standing).refused) error(404);
	return { circle, tabs: tabsFor(standing) };
}

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { circle, tabs } = await hostedCircle(event);
	return {
		circle,
		tabs,
		meetings: await meetingsAhead(db, circle.id, now),
		schedules: await schedulesOf(db, circle.id),
		zones: Intl.supportedValuesOf('timeZone'),
		saved: event.url.searchParams.has('saved'),
	};
};

function back(slug: string, hash = '') {
	redirect(303, `/circles/${slug}/settings?saved${hash}`);
}

export const actions: Actions = {
	async details(event) {
		const { circle } = await hostedCircle(event);
		const form = await readForm(event.request, CircleForm);
		if (!form.ok) return form.again;
		const changed = await event.locals.transact((tx) =>
			changeDetails(tx, { circleId: circle.id, ...form.data, ageBand: circle.ageBand }),
		);
		if ('refused' in changed) return sayNo(changed, form.values);
		back(circle.slug);
	},

	async meetings(event) {
		const { circle } = await hostedCircle(event);
		const form = await readForm(event.request, MeetingForm);
		if (!form.ok) return form.again;
		const called = await event.locals.transact((tx) =>
			callMeetings(tx, { circleId: circle.id, ...callingOf(form.data) }),
		);
		if ('refused' in called) return sayNo(called, form.values);
		back(circle.slug, '#meetings');
	},

	async 'call-off'(event) {
		const { circle } = await hostedCircle(event);
		const form = await readForm(event.request, CallOffForm);
		if (!form.ok) return form.again;
		const off = await event.locals.transact((tx) =>
			callOffMeeting(tx, { circleId: circle.id, meeting: form.data.meeting as MeetingId }),
		);
		if ('refused' in off) return sayNo(off);
		back(circle.slug, '#meetings');
	},

	async end(event) {
		const { circle } = await hostedCircle(event);
		const form = await readForm(event.request, ScheduleForm);
		if (!form.ok) return form.again;
		const ended = await event.locals.transact((tx) =>
			endSchedule(tx, { circleId: circle.id, schedule: form.data.schedule as ScheduleId }),
		);
		if ('refused' in ended) return sayNo(ended);
		back(circle.slug, '#meetings');
	},

	async state(event) {
		const { circle } = await hostedCircle(event);
		const form = await readForm(event.request, StateForm);
		if (!form.ok) return form.again;
		const changed = await event.locals.transact((tx) =>
			changeState(tx, { circleId: circle.id, ...form.data }),
		);
		if ('refused' in changed) return sayNo(changed);
		redirect(303, `/circles/${circle.slug}`);
	},
};
