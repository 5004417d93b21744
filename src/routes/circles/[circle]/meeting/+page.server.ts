import { redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { AgreementsForm } from '#features/circles/forms.ts';
import { may as mayInCircle } from '#features/circles/policy.ts';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { meetingNear, meetingsAhead } from '#features/circles/server/index.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import { ActForm, AsideForm, ComeForm, DebriefForm, HowItWasForm } from '#features/circle-mode/forms.ts';
import { linesWithout, withoutThose } from '#features/circle-mode/apart.ts';
import { may } from '#features/circle-mode/policy.ts';
import { act } from '#features/circle-mode/server/act.ts';
import { comeToMeeting } from '#features/circle-mode/server/come-to-meeting.ts';
import { debriefsIn, writeDebrief } from '#features/circle-mode/server/debrief.ts';
import { giveSign, isTimeForSign } from '#features/circle-mode/server/give-sign.ts';
import { goingOn } from '#features/circle-mode/server/going-on.ts';
import { attendance, latestEnded, namesIn } from '#features/circle-mode/server/queries.ts';
import { howItWas, sayHowItWas } from '#features/circle-mode/server/say-how-it-was.ts';
import { asidesOf, writeAside } from '#features/circle-mode/server/write-aside.ts';
import { viewFor } from '#features/circle-mode/view.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import { aliasesApart, hasSpoken, messagesBefore } from '#features/conversations/server/index.ts';
import { MessageForm } from '#features/conversations/forms.ts';
import type { Tx } from '#platform/db.ts';
import type { Refused } from '#platform/ruling.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { z } from 'zod';
import { meetingAt, meetingOfMine } from './meeting.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, vault, now } = event.locals;
	const at = await meetingAt(event);
	const { circle, standing, alias, who } = at;
	if (at.looking.refused) redirect(303, `/circles/${circle.slug}`);
	// Whoever is at a meeting shows, by fetching its page, that they still are (see the feature’s README).
	if (at.going && isTimeForSign(at.going.state, who, now))
		await event.locals.transact((tx) => giveSign(tx, circle.id));

	const going = at.going && (await goingOn(db, circle.id));
	const me = event.locals.viewer?.id ?? null;
	const apart = me ? await aliasesApart(db, circle.id, me) : new Set<AliasId>();
	const view = going && withoutThose(viewFor(going.state, who ?? null, now), apart);
	const ended = going ? undefined : await latestEnded(db, circle.id);
	const host = !may.prepare(standing).refused;
	const since = going?.state.openedAt;
	const lines =
		view?.inside && since
			? (
					await messagesBefore(db, vault, circle.id, {
						personId: me,
						aliasId: alias?.id,
						host,
					})
				).filter(({ postedAt }) => Date.parse(postedAt) >= since)
			: [];
	const still = event.url.searchParams.has('still');
	return {
		circle,
		host,
		still,
		thanked: event.url.searchParams.has('thanks'),
		seated: standing.seat !== undefined,
		pausing: standing.seat?.quietUntil ? standing.seat.quietUntil > now : false,
		accepted: standing.acceptedVersion,
		mayCome: may.come(standing),
		view,
		topic: going && view?.me ? { name: `sitting:${going.id}`, change: going.version } : undefined,
		overIn: overIn(view?.inside?.timer, now),
		names: view?.me ? Object.fromEntries(await namesIn(db, circle.id, me)) : {},
		lines,
		reads: !mayInCircle.read(standing).refused,
		first: !alias || !(await hasSpoken(db, circle.id, alias.id)),
		speaking: !mayInCircle.speak(standing).refused,
		asides: going && view?.me ? linesWithout(await asidesOf(db, vault, going.id, view.me.id), apart) : [],
		near: await meetingNear(db, circle.id, now),
		next: (await meetingsAhead(db, circle.id, now)).find(({ calledOffAt }) => !calledOffAt),
		after: ended?.state ? withoutThose(viewFor(ended.state, who ?? null, now), apart) : undefined,
		afterWords: ended?.state?.script.at(-1)?.words ?? '',
		forHosts:
			host && me
				? {
						debriefs: await debriefsIn(db, vault, circle.id, me),
						sums: await howItWas(db, circle.id, now),
						attendance: await attendance(db, circle.id),
					}
				: undefined,
		clientId: randomUUID(),
	};
};

/** Milliseconds until a turn has taken as long as it was meant to; undefined when it has, or when nobody is told. */
function overIn(timer: { since: number; minutes: number; over: boolean } | null | undefined, now: Date) {
	if (!timer || timer.over) return undefined;
	return timer.since + timer.minutes * 60_000 - now.getTime();
}

/** Reads the form, does what it asks in this circle, and comes back, holding still if the page did. */
const doing =
	<Schema extends z.ZodType>(
		schema: Schema,
		operation: (
			tx: Tx,
			circleId: Awaited<ReturnType<typeof meetingAt>>['circle']['id'],
			data: z.output<Schema>,
		) => Promise<object>,
		{ to = '' }: { to?: string } = {},
	) =>
	async (event: RequestEvent) => {
		const { circle } = await meetingOfMine(event);
		const form = await readForm(event.request, schema);
		if (!form.ok) return form.again;
		const done = await event.locals.transact((tx) => operation(tx, circle.id, form.data));
		if ('refused' in done && done.refused) return sayNo(done as Refused<string>, form.values);
		redirect(303, `/circles/${circle.slug}/meeting${to}`);
	};

export const actions: Actions = {
	come: doing(ComeForm, (tx, circleId, coming) => comeToMeeting(tx, { circleId, ...coming })),
	act: doing(ActForm, (tx, circleId, action) => act(tx, { circleId, action })),
	say: doing(MessageForm, (tx, circleId, said) =>
		postMessage(tx, { circleId, ...said, replyTo: undefined, sure: undefined }),
	),
	aside: doing(AsideForm, (tx, circleId, aside) => writeAside(tx, { circleId, ...aside })),
	accept: doing(AgreementsForm, (tx, circleId, { version }) => acceptAgreements(tx, { circleId, version })),
	how: doing(HowItWasForm, (tx, circleId, answers) => sayHowItWas(tx, { circleId, answers }), {
		to: '?thanks',
	}),
	debrief: doing(DebriefForm, (tx, circleId, { words }) => writeDebrief(tx, { circleId, words })),
};
