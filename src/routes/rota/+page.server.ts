import { redirect } from '@sveltejs/kit';
import {
	CoverForm,
	OwnLimitsForm,
	ShiftForm,
	SwapAnswerForm,
	SwapIdForm,
	TakeCoverForm,
} from '#features/rota/forms.ts';
import { callsFor, roomsChange } from '#features/rooms/server/queries.ts';
import { may } from '#features/rota/policy.ts';
import type { ShiftId, SwapId } from '#features/rota/rota.ts';
import { calendarLinkOf, endCalendarLink, makeCalendarLink } from '#features/rota/server/calendar-link.ts';
import { askForCover, keepShift, takeCover } from '#features/rota/server/cover.ts';
import { rotasFor, shiftsOf, shiftsSeen, swapsOf } from '#features/rota/server/queries.ts';
import { setOwnLimits } from '#features/rota/server/set-limits.ts';
import { signUp, stepBack } from '#features/rota/server/sign-up.ts';
import { holdersById, limitsOf, ownLimitsOf } from '#features/rota/server/standing.ts';
import { answerSwap, withdrawSwap } from '#features/rota/server/swap.ts';
import { FORECAST } from '#features/rota/shift.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after } from '#platform/time.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { z } from 'zod';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const { db, vault, viewer, now } = locals;
	const rotas = await rotasFor(db, viewer);
	const holder = (await holdersById(db, [me.id], now)).get(me.id)!;
	const ahead = await shiftsSeen(
		db,
		vault,
		rotas.map(({ id }) => id),
		holder,
		{ from: now, until: after(now, FORECAST) },
	);
	const change = await roomsChange(db, me.ageBand);
	return {
		me: me.id,
		calls: { topic: `rooms:${me.ageBand}`, change, now: await callsFor(db, viewer) },
		rotas: rotas.map(({ slug, name, kind }) => ({ slug, name, kind })),
		asked: me.duties.length > 0,
		opening: may.open({ viewer }),
		mine: await shiftsOf(db, vault, me.id, now),
		swaps: await swapsOf(db, me.id, now),
		cover: ahead.filter(({ mine, people }) => !mine && people.some(({ asksForCover }) => asksForCover)),
		open: ahead.filter(({ mine, missing }) => !mine && missing > 0),
		everyone: await limitsOf(db),
		own: await ownLimitsOf(db, me.id),
		calendar: await calendarLinkOf(db, me.id),
	};
};

/** Does what a button asks for, and comes back to where that shows. */
const act =
	<Schema extends z.ZodType>(
		schema: Schema,
		{ to }: { to: string },
		operation: (tx: Tx, form: z.output<Schema>) => Promise<object>,
	) =>
	async (event: RequestEvent) => {
		signedIn(event);
		const form = await readForm(event.request, schema);
		if (!form.ok) return form.again;
		const outcome = await event.locals.transact((tx) => operation(tx, form.data));
		if ('refused' in outcome && typeof outcome.refused === 'string')
			return sayNo({ refused: outcome.refused }, form.values);
		redirect(303, `/rota#${to}`);
	};

export const actions: Actions = {
	'sign-up': act(ShiftForm, { to: 'mine' }, (tx, { shift }) => signUp(tx, shift as ShiftId)),
	'step-back': act(ShiftForm, { to: 'mine' }, (tx, { shift }) => stepBack(tx, shift as ShiftId)),
	cover: act(CoverForm, { to: 'mine' }, (tx, { shift, word }) =>
		askForCover(tx, { shiftId: shift as ShiftId, word }),
	),
	keep: act(ShiftForm, { to: 'mine' }, (tx, { shift }) => keepShift(tx, shift as ShiftId)),
	take: act(TakeCoverForm, { to: 'mine' }, (tx, { shift, from }) =>
		takeCover(tx, { shiftId: shift as ShiftId, from: from as PersonId }),
	),
	answer: act(SwapAnswerForm, { to: 'mine' }, (tx, { swap, answer }) =>
		answerSwap(tx, { swapId: swap as SwapId, answer }),
	),
	withdraw: act(SwapIdForm, { to: 'swaps' }, (tx, { swap }) => withdrawSwap(tx, swap as SwapId)),
	limits: act(OwnLimitsForm, { to: 'limits' }, setOwnLimits),

	/** The link is told in the answer to this press, and never again. */
	async calendar(event) {
		signedIn(event);
		const { token } = await event.locals.transact(makeCalendarLink);
		return { calendar: `${event.url.origin}/calendar/${token}/calendar.ics` };
	},

	async 'calendar-end'(event) {
		signedIn(event);
		await event.locals.transact(endCalendarLink);
		redirect(303, '/rota#calendar');
	},
};
