import { error, redirect } from '@sveltejs/kit';
import {
	ExpectForm,
	LimitsForm,
	PatternForm,
	PatternIdForm,
	PutOnForm,
	RotaChangeForm,
	ShiftForm,
	SingleForm,
	SwapForm,
} from '#features/rota/forms.ts';
import { may } from '#features/rota/policy.ts';
import type { RotaId, ShiftId, ShiftPatternId } from '#features/rota/rota.ts';
import { addShift } from '#features/rota/server/add-shift.ts';
import { callOffShift } from '#features/rota/server/call-off-shift.ts';
import { changeRota, endRota, expectPeople } from '#features/rota/server/change-rota.ts';
import { holdNoLonger, holdRegularly } from '#features/rota/server/hold-regularly.ts';
import { endPattern, makePattern } from '#features/rota/server/make-pattern.ts';
import { putOn } from '#features/rota/server/put-on.ts';
import {
	patternsOf,
	peopleAskedToHold,
	rotaBySlug,
	shiftsOf,
	shiftsSeen,
} from '#features/rota/server/queries.ts';
import { setLimits } from '#features/rota/server/set-limits.ts';
import { signUp } from '#features/rota/server/sign-up.ts';
import { holdersById, limitsOf } from '#features/rota/server/standing.ts';
import { offerSwap } from '#features/rota/server/swap.ts';
import { FORECAST, patternFrom } from '#features/rota/shift.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after } from '#platform/time.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { z } from 'zod';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

type Asked = Pick<RequestEvent, 'locals' | 'params'>;

/** The rota of this address. Whoever may not see it is told what they would be told if there were none. */
async function rotaAt({ locals: { db, viewer }, params }: Asked) {
	const rota = await rotaBySlug(db, params.rota);
	if (!rota || !viewer || may.see({ viewer, rota }).refused) error(404);
	return { rota, viewer };
}

/** The same, for coordinators only. */
async function arrangedRota(asked: Asked) {
	const { rota, viewer } = await rotaAt(asked);
	if (may.arrange({ viewer, rota }).refused) error(404);
	return { rota, viewer };
}

export const load: PageServerLoad = async (event) => {
	const { db, vault, now } = event.locals;
	const { rota, viewer } = await rotaAt(event);
	const holder = (await holdersById(db, [viewer.id], now)).get(viewer.id)!;
	const arranging = !may.arrange({ viewer, rota }).refused;
	return {
		rota,
		me: viewer.id,
		shifts: await shiftsSeen(db, vault, [rota.id], holder, { from: now, until: after(now, FORECAST) }),
		patterns: await patternsOf(db, rota.id, viewer.id),
		holding: may.hold({ viewer, rota }),
		mine: (await shiftsOf(db, vault, viewer.id, now)).filter(({ begun }) => !begun),
		arranging: arranging && {
			people: await peopleAskedToHold(db, rota.heldBy, viewer.id),
			limits: await limitsOf(db),
		},
	};
};

/** Does what a button asks for, and comes back to where that shows. */
const act =
	<Schema extends z.ZodType>(
		find: typeof rotaAt,
		schema: Schema,
		{ to }: { to: string },
		operation: (tx: Tx, form: z.output<Schema>, rotaId: RotaId) => Promise<object>,
	) =>
	async (event: RequestEvent) => {
		const { rota } = await find(event);
		const form = await readForm(event.request, schema);
		if (!form.ok) return form.again;
		const outcome = await event.locals.transact((tx) => operation(tx, form.data, rota.id));
		if ('refused' in outcome && typeof outcome.refused === 'string')
			return sayNo({ refused: outcome.refused }, form.values);
		redirect(303, `/rota/${rota.slug}#${to}`);
	};

export const actions: Actions = {
	'sign-up': act(rotaAt, ShiftForm, { to: 'shifts' }, (tx, { shift }) => signUp(tx, shift as ShiftId)),

	/** Where some of the shifts cannot be held, the answer to this press says which. */
	async hold(event) {
		const { rota } = await rotaAt(event);
		const form = await readForm(event.request, PatternIdForm);
		if (!form.ok) return form.again;
		const patternId = form.data.pattern as ShiftPatternId;
		const held = await event.locals.transact((tx) => holdRegularly(tx, patternId));
		if ('refused' in held) return sayNo(held);
		if (held.missed.length > 0) return held;
		redirect(303, `/rota/${rota.slug}#patterns`);
	},

	'hold-no-longer': act(rotaAt, PatternIdForm, { to: 'patterns' }, (tx, { pattern }) =>
		holdNoLonger(tx, pattern as ShiftPatternId),
	),
	swap: act(rotaAt, SwapForm, { to: 'swap' }, (tx, { mine, theirs }) =>
		offerSwap(tx, {
			mine: mine as ShiftId,
			theirs: theirs.shift as ShiftId,
			askedOf: theirs.person as PersonId,
		}),
	),

	pattern: act(arrangedRota, PatternForm, { to: 'patterns' }, (tx, form, rotaId) =>
		makePattern(tx, { rotaId, ...patternFrom(form) }),
	),
	end: act(arrangedRota, PatternIdForm, { to: 'patterns' }, (tx, { pattern }, rotaId) =>
		endPattern(tx, { rotaId, patternId: pattern as ShiftPatternId }),
	),
	add: act(arrangedRota, SingleForm, { to: 'shifts' }, (tx, form, rotaId) =>
		addShift(tx, { rotaId, ...form }),
	),
	'call-off': act(arrangedRota, ShiftForm, { to: 'shifts' }, (tx, { shift }, rotaId) =>
		callOffShift(tx, { rotaId, shiftId: shift as ShiftId }),
	),
	'put-on': act(arrangedRota, PutOnForm, { to: 'shifts' }, (tx, { shift, person, because }, rotaId) =>
		putOn(tx, { rotaId, shiftId: shift as ShiftId, personId: person as PersonId, because }),
	),
	expect: act(arrangedRota, ExpectForm, { to: 'patterns' }, (tx, { pattern, expected }, rotaId) =>
		expectPeople(tx, { rotaId, patternId: pattern as ShiftPatternId, expected }),
	),
	details: act(arrangedRota, RotaChangeForm, { to: 'shifts' }, (tx, form, rotaId) =>
		changeRota(tx, { rotaId, ...form }),
	),
	async close(event) {
		const { rota } = await arrangedRota(event);
		const closed = await event.locals.transact((tx) => endRota(tx, rota.id));
		if ('refused' in closed) return sayNo(closed);
		redirect(303, '/rota');
	},
	limits: act(arrangedRota, LimitsForm, { to: 'limits' }, setLimits),
};
