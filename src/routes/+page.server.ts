import { may as mayInAsking } from '#features/asking/policy.ts';
import { cardsFor, openTasks, waitingFor } from '#features/asking/server/index.ts';
import { meetingsCalling } from '#features/circle-mode/server/queries.ts';
import { circlesFor, circlesOf, meetingsSoon } from '#features/circles/server/queries.ts';
import { unreadFor } from '#features/conversations/server/index.ts';
import { may as mayAtDesk } from '#features/desk/policy.ts';
import { waitingFor as waitingAtDesk } from '#features/desk/server/index.ts';
import { pairingsOf } from '#features/pairings/server/index.ts';
import { cameTo, cardsWaiting, myWait } from '#features/sit-with-me/server/index.ts';
import { callsFor, roomsChange, roomsFor } from '#features/rooms/server/queries.ts';
import { hasNotices } from '#features/notices/server/index.ts';
import { callsFor as callsToCome } from '#features/sessions/server/index.ts';
import { after, days, minutes } from '#platform/time.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, vault, viewer, now } }) => {
	const band = viewer?.ageBand ?? 'adult';
	const change = await roomsChange(db, band);
	const [
		rooms,
		calls,
		mine,
		unread,
		soon,
		found,
		calling,
		cards,
		pairings,
		waiting,
		wait,
		came,
		waitingCards,
		needed,
		told,
		atDesk,
	] = await Promise.all([
		roomsFor(db, viewer, now),
		callsFor(db, viewer),
		viewer ? circlesOf(db, viewer.id, now) : [],
		viewer ? unreadFor(db, vault, viewer.id) : new Map<string, number>(),
		meetingsSoon(db, viewer, { from: now, until: after(now, days(7)) }),
		circlesFor(db, viewer, {}, now),
		meetingsCalling(db, viewer),
		viewer ? cardsFor(db, vault, viewer.id, now) : [],
		viewer ? pairingsOf(db, viewer.id, now) : [],
		viewer ? waitingFor(db, viewer.id, now) : undefined,
		viewer ? myWait(db, vault, viewer.id, now) : undefined,
		viewer ? cameTo(db, viewer.id, now) : undefined,
		viewer?.duties.includes('supporter') ? cardsWaiting(db, vault, viewer, now) : [],
		callsToCome(db, viewer, now),
		viewer ? hasNotices(db, viewer.id) : false,
		viewer && !mayAtDesk.work({ viewer }).refused ? waitingAtDesk(db, viewer) : 0,
	]);
	const seated = new Set(mine.map(({ slug }) => slug));
	const others = found.circles.filter(({ slug, state }) => !seated.has(slug) && state === 'gathering');
	const open = rooms.filter(({ door }) => door.is === 'held');
	const next = rooms.find(({ door, opensAt }) => door.is === 'closed' && opensAt !== null);
	return {
		now,
		topic: `rooms:${band}`,
		change,
		again: [
			...rooms.flatMap(({ changesAt }) => changesAt ?? []),
			// Whoever may be asked to come looks again soon.
			...(viewer && viewer.duties.length > 0 ? [after(now, minutes(1))] : []),
		].toSorted((a, b) => +a - +b)[0],
		needed,
		told,
		atDesk,
		rooms: open.length > 0 ? open.slice(0, 4) : next ? [next] : [],
		isOpen: open.length > 0,
		calls,
		mine,
		unread: Object.fromEntries(unread),
		soon,
		calling,
		asked: cards.some(({ toldFrom }) => toldFrom <= now),
		pairings: pairings.filter(({ endedAt }) => endedAt === null),
		waiting,
		/** Whether coordinators are asked to look at somebody who waits, or at a talk that was handed over. */
		tasks:
			viewer !== null &&
			!mayInAsking.lookAfter({ viewer }).refused &&
			(await openTasks(db, viewer.id)).length > 0,
		wait: wait && { over: wait.over },
		came,
		supporting: viewer?.duties.includes('supporter') ?? false,
		somebodyWaits: waitingCards.length > 0,
		others: others.slice(0, 4),
		more: found.more || others.length > 4,
	};
};
