import { redirect } from '@sveltejs/kit';
import { askAgain, cameTo, leaveWait, myWait, talksChange } from '#features/sit-with-me/server/index.ts';
import { after, minutes } from '#platform/time.ts';
import { sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import { nextOpening, waysOn } from '../ways-on.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** At the latest so often a page that is open asks how it stands: a session of a shared device goes on by it, too. */
const AGAIN = minutes(4);

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const me = signedIn({ locals, url });
	const { db, vault, now } = locals;
	const change = await talksChange(db, me.ageBand);
	const wait = await myWait(db, vault, me.id, now);
	const came = wait ? undefined : await cameTo(db, me.id, now);
	if (!wait && request.method === 'GET') redirect(303, came ? `/pairings/${came.pairingId}` : '/now');
	return {
		wait,
		came,
		change,
		now,
		again: wait && soonest([after(now, AGAIN), wait.endsAt, wait.noticed?.withYouAt], now),
		next:
			wait?.there === 'nobody'
				? await nextOpening(locals, { ageBand: me.ageBand, language: wait.card.language })
				: null,
		ways: await waysOn(locals),
		/** Without a script the page looks again by itself, unless somebody would rather not. */
		still: url.searchParams.has('still'),
	};
};

const soonest = (moments: readonly (Date | undefined)[], now: Date) =>
	moments.filter((moment) => moment !== undefined && moment > now).toSorted((a, b) => +a! - +b!)[0];

export const actions: Actions = {
	async leave(event) {
		signedIn(event);
		const left = await event.locals.transact(leaveWait);
		if ('refused' in left) return sayNo(left);
		redirect(303, '/now?left');
	},

	async again(event) {
		signedIn(event);
		const asked = await event.locals.transact(askAgain);
		if ('refused' in asked) return sayNo(asked);
		redirect(303, '/now/waiting');
	},
};
