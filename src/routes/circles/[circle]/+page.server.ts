import { redirect } from '@sveltejs/kit';
import { AgreementsForm, AliasForm } from '#features/circles/forms.ts';
import { placeInLine } from '#features/circles/circle.ts';
import { may } from '#features/circles/policy.ts';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { changeAlias } from '#features/circles/server/change-alias.ts';
import { joinCircle } from '#features/circles/server/join-circle.ts';
import { leaveCircle } from '#features/circles/server/leave-circle.ts';
import { leaveLine } from '#features/circles/server/leave-line.ts';
import { observeCircle, stopObserving } from '#features/circles/server/observe-circle.ts';
import { countsIn, meetingsAhead } from '#features/circles/server/queries.ts';
import { restInCircle } from '#features/circles/server/rest-in-circle.ts';
import { gatheringOf } from '#features/circles/server/standing.ts';
import { readForm, sayNo } from '#web/form.ts';
import { circleAt, meetingOf, tabsFor } from './circle.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, viewer, now } = event.locals;
	const { circle, standing, alias, invitation } = await circleAt(event);
	const gathering = standing.wait?.state === 'waiting' ? await gatheringOf(db, circle.id) : undefined;
	return {
		circle,
		alias,
		invitation,
		tabs: tabsFor(standing),
		counts: await countsIn(db, circle.id),
		meetings: await meetingsAhead(db, circle.id, now),
		seat: standing.seat,
		wait: standing.wait,
		observing: standing.observing,
		place: gathering && viewer ? placeInLine(gathering, viewer.id) : undefined,
		accepted: standing.acceptedVersion,
		meeting: may.read(standing).refused ? undefined : await meetingOf(db, circle.id, standing, now),
		mayAsk: may.askForSeat(standing),
		mayObserve: may.observe(standing),
	};
};

/** Runs what a button asks for, and comes back here, or goes into the conversation. */
async function act<Outcome extends object>(
	event: RequestEvent,
	operation: (circle: Awaited<ReturnType<typeof circleAt>>) => Promise<Outcome>,
	{ to = '' }: { to?: string } = {},
) {
	const at = await circleAt(event);
	const here = `${event.url.pathname}${at.invitation ? `?invitation=${at.invitation}` : ''}`;
	if (!event.locals.viewer) redirect(303, `/sign-up?next=${encodeURIComponent(here)}`);
	const outcome = await operation(at);
	if ('refused' in outcome && typeof outcome.refused === 'string') return sayNo({ refused: outcome.refused });
	redirect(303, `/circles/${at.circle.slug}${to}`);
}

export const actions: Actions = {
	join: (event) =>
		act(event, ({ circle, invitation }) =>
			event.locals.transact((tx) => joinCircle(tx, circle.id, { invitation })),
		),

	observe: (event) =>
		act(
			event,
			({ circle, invitation }) => event.locals.transact((tx) => observeCircle(tx, circle.id, { invitation })),
			{ to: '/talk' },
		),

	unobserve: (event) =>
		act(event, ({ circle }) => event.locals.transact((tx) => stopObserving(tx, circle.id))),

	leave: (event) => act(event, ({ circle }) => event.locals.transact((tx) => leaveCircle(tx, circle.id))),

	'leave-line': (event) =>
		act(event, ({ circle }) => event.locals.transact((tx) => leaveLine(tx, circle.id))),

	rest: (event) =>
		act(event, ({ circle, standing }) =>
			event.locals.transact((tx) =>
				restInCircle(tx, { circleId: circle.id, resting: !standing.seat?.resting }),
			),
		),

	async accept(event) {
		const form = await readForm(event.request, AgreementsForm);
		if (!form.ok) return form.again;
		return act(
			event,
			({ circle }) =>
				event.locals.transact((tx) => acceptAgreements(tx, { circleId: circle.id, ...form.data })),
			{ to: '/talk#say' },
		);
	},

	async alias(event) {
		const form = await readForm(event.request, AliasForm);
		if (!form.ok) return form.again;
		return act(event, ({ circle }) =>
			event.locals.transact((tx) => changeAlias(tx, { circleId: circle.id, ...form.data })),
		);
	},
};
