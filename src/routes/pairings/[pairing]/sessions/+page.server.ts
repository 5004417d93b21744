import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import {
	CallOffForm,
	ConfirmForm,
	MoveForm,
	OwnTimeForm,
	PlanForm,
	SeriesForm,
	SlotForm,
	WaitNoLongerForm,
} from '#features/pairings/forms.ts';
import type { BookingId, PairingId, SlotWaitId } from '#features/pairings/pairing.ts';
import { may } from '#features/pairings/policy.ts';
import {
	bookSeries,
	calledOffIn,
	callOffSession,
	confirmSlot,
	heldBy,
	holdSlot,
	moveSession,
	placesIn,
	planSeries,
	sessionsBefore,
	sessionsOf,
	timesFor,
	waitForSlot,
	waitNoLonger,
	waitsOf,
} from '#features/pairings/server/index.ts';
import { momentOn, type Length } from '#features/supporters/availability.ts';
import { formats } from '#features/supporters/supporter.ts';
import type { Tx } from '#platform/db.ts';
import { readForm, sayNo } from '#web/form.ts';
import { pairingAt } from '../pairing.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, vault, now } = event.locals;
	const { pairing, standing, viewer } = await pairingAt(event);
	const query = event.url.searchParams;
	const sessions = await sessionsOf(db, pairing.id, now);
	const moving = sessions.find(({ id, startsAt }) => id === query.get('move') && startsAt > now);
	const held = await heldBy(db, pairing.id, viewer.id, now);
	const length: Length = moving
		? moving.endsAt.getTime() - moving.startsAt.getTime() > 30 * 60_000
			? 60
			: 30
		: query.get('length') === '60'
			? 60
			: 30;
	const times = may.book(standing).refused
		? undefined
		: await timesFor(db, vault, standing.pairing!, { length, now, except: [moving?.id, held?.id] });
	const series = PlanForm.safeParse(Object.fromEntries(query)).data;
	const places = await placesIn(db, vault, pairing.id);
	return {
		now,
		pairing,
		sessions: sessions.map((session) => ({ ...session, place: places.get(session.id) })),
		before: await sessionsBefore(db, pairing.id, now),
		waits: await waitsOf(db, pairing.id, viewer.id, now),
		/** A series that is asked about, and which of it can be. */
		series: series &&
			times && {
				...series,
				plan: await planSeries(db, vault, standing.pairing!, { ...series, me: viewer.id, now }),
			},
		calledOff: await calledOffIn(db, pairing.id, now),
		moving,
		held,
		length,
		format: formats.find((format) => format === query.get('format')) ?? times?.formats[0] ?? 'text',
		times,
	};
};

/** Does what a button asks for, and comes back to where that shows. */
const act =
	<Schema extends z.ZodType>(
		schema: Schema,
		{ to }: { to: string },
		operation: (tx: Tx, pairingId: PairingId, form: z.output<Schema>, event: RequestEvent) => Promise<object>,
	) =>
	async (event: RequestEvent) => {
		const { pairing } = await pairingAt(event);
		const form = await readForm(event.request, schema);
		if (!form.ok) return form.again;
		const done = await event.locals.transact((tx) => operation(tx, pairing.id, form.data, event));
		if ('refused' in done && typeof done.refused === 'string')
			return sayNo({ refused: done.refused }, form.values);
		redirect(303, `/pairings/${pairing.id}/sessions#${to}`);
	};

export const actions: Actions = {
	hold: act(SlotForm, { to: 'held' }, (tx, pairingId, slot) => holdSlot(tx, { pairingId, ...slot })),
	/** On the clock of whoever offers it. */
	offer: act(OwnTimeForm, { to: 'held' }, (tx, pairingId, { on, at, ...slot }, { locals }) =>
		holdSlot(tx, { pairingId, startsAt: momentOn(on, at, locals.zone), ...slot }),
	),
	confirm: act(ConfirmForm, { to: 'sessions' }, (tx, pairingId, { session, place }) =>
		confirmSlot(tx, { pairingId, bookingId: session as BookingId, place }),
	),
	series: act(SeriesForm, { to: 'sessions' }, (tx, pairingId, series) =>
		bookSeries(tx, { pairingId, ...series }),
	),
	wait: act(SlotForm, { to: 'waits' }, (tx, pairingId, slot) => waitForSlot(tx, { pairingId, ...slot })),
	'wait-no-longer': act(WaitNoLongerForm, { to: 'waits' }, (tx, pairingId, { wait }) =>
		waitNoLonger(tx, { pairingId, wait: wait as SlotWaitId }),
	),
	move: act(MoveForm, { to: 'sessions' }, (tx, pairingId, { session, startsAt }) =>
		moveSession(tx, { pairingId, bookingId: session as BookingId, startsAt }),
	),
	'call-off': act(CallOffForm, { to: 'sessions' }, (tx, pairingId, { session, which }) =>
		callOffSession(tx, { pairingId, bookingId: session as BookingId, which }),
	),
};
