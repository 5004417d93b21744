import type { CircleId } from '#features/circles/circle.ts';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { answerRequest } from '#features/circles/server/answer-request.ts';
import { askToPause } from '#features/circles/server/ask-to-pause.ts';
import { callMeetings, callOffMeeting } from '#features/circles/server/call-meetings.ts';
import { changeAlias } from '#features/circles/server/change-alias.ts';
import { changeDetails, changeState } from '#features/circles/server/change-circle.ts';
import { editMessage } from '#features/circles/server/edit-message.ts';
import { handOverHosting } from '#features/circles/server/hand-over-hosting.ts';
import { hideMessage } from '#features/circles/server/hide-message.ts';
import { invite } from '#features/circles/server/invitations.ts';
import { joinCircle } from '#features/circles/server/join-circle.ts';
import { observeCircle } from '#features/circles/server/observe-circle.ts';
import { openCircle } from '#features/circles/server/open-circle.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import { meetingsAhead } from '#features/circles/server/queries.ts';
import { removeMessage } from '#features/conversations/server/index.ts';
import { resonate } from '#features/circles/server/resonate.ts';
import { restInCircle } from '#features/circles/server/rest-in-circle.ts';
import { writeMeetingsOf } from '#features/circles/server/write-meetings.ts';
import { resonances } from '#features/conversations/message.ts';
import { changeOrganisation, claim, foundOrganisation } from '#features/people/server/index.ts';
import { openRota } from '#features/rota/server/index.ts';
import { askForCover } from '#features/rota/server/cover.ts';
import { makePattern } from '#features/rota/server/make-pattern.ts';
import { signUp as signUpForShift } from '#features/rota/server/sign-up.ts';
import { writeShiftsOf } from '#features/rota/server/write-shifts.ts';
import { usualRota, type ShiftPatternId } from '#features/rota/rota.ts';
import { transact, type Spine, type Tx } from '#platform/db.ts';
import { weekdays } from '#platform/recurrence/calendar-days.ts';
import { ruleOf } from '#platform/recurrence/pattern.ts';
import { after, minutes } from '#platform/time.ts';
import { gatherAtTheDoor } from './at-the-door.ts';
import {
	circles,
	evenings,
	organisation,
	people,
	type CastCircle,
	type CastLine,
	type CastRota,
	type Handle,
	type Moment,
} from './cast.ts';
import { listRiverside } from './seed-listings.ts';
import { seedDirectory } from './seed-directory.ts';
import { missGroups } from './seed-needs.ts';
import { openRooms } from './seed-rooms.ts';
import { beThereForEachOther } from './seed-supporters.ts';
import { daysBefore, granted, localDay, momentOf, said, Stage } from './stage.ts';

/**
 * Brings the cast to life, as if they had been here for months, through the same operations as everybody else. All in
 * one transaction: killed half way it never happened, and where there are people already it does nothing.
 */
export async function seedCast(spine: Spine, now: Date): Promise<void> {
	if (await spine.db.selectFrom('person').select('id').limit(1).executeTakeFirst()) return;

	await transact(spine, { actor: null, now }, async (tx) => {
		const { name, locale } = organisation;
		const { claimToken } = await foundOrganisation(tx, { name, locale });
		// Another process was here first, and has just finished.
		if (!claimToken) return {};

		const stage = new Stage(tx, now);
		await stage.somebodyComes('amara');
		const coordinator = stage.as('amara', daysBefore(now, people.amara.joined));
		granted(await claim(coordinator, { token: claimToken, crisisPolicy: organisation.crisisPolicy }));
		granted(await changeOrganisation(coordinator, organisation));

		for (const handle of handles) if (handle !== 'amara') await stage.somebodyComes(handle);
		for (const circle of Object.values(circles)) await gather(stage, circle);
		await fill(stage, evenings);
		await openRooms(stage);
		await listRiverside(stage);
		await seedDirectory(stage.as(null, now));
		await beThereForEachOther(stage);
		await missGroups(stage);
		return {};
	});
}

const handles = Object.keys(people) as Handle[];

async function gather(stage: Stage, circle: CastCircle) {
	const [host, ...hosts] = circle.hosts;
	const opened = momentOf(circle.opened, circle.zone, stage.now);
	const { circleId } = granted(await openCircle(stage.as(host, opened), circle.details));

	for (const who of [...hosts, ...(circle.members ?? [])]) await takeSeat(stage, circle, circleId, who);
	for (const who of hosts)
		granted(
			await handOverHosting(stage.as(host, opened), { circleId, alias: await stage.aliasOf(who, circleId) }),
		);
	for (const [who, name] of Object.entries(circle.aliases ?? {}))
		granted(await changeAlias(stage.as(who as Handle, opened), { circleId, name }));
	for (const [index, who] of (circle.waiting ?? []).entries())
		granted(
			await joinCircle(stage.as(who, stage.noSoonerThan(who, after(opened, minutes(60 + index)))), circleId),
		);
	for (const who of circle.observers ?? [])
		granted(await observeCircle(stage.as(who, stage.noSoonerThan(who, opened)), circleId));

	if (circle.meets) await callThem(stage, circle, circleId, circle.meets);
	await talk(stage, circle, circleId);
	await settle(stage, circle, circleId);
	if (circle.aboutToMeet) await gatherAtTheDoor(troupeOn(stage), circle, circleId);
}

const troupeOn = (stage: Stage) => ({
	now: stage.now,
	db: stage.as(null, stage.now).db,
	as: async (who: Handle | null, operation: (tx: Tx) => Promise<object>) =>
		granted(await operation(stage.as(who, stage.now))),
});

/** A rota that has been going for a while: what is to come is written down, and people have signed up. */
async function fill(stage: Stage, { details, every, since, held, cover }: CastRota) {
	const opened = momentOf([since, '12:00'], details.zone, stage.now);
	const then = stage.as('amara', opened);
	const { rotaId } = granted(await openRota(then, { ...usualRota, ...details }));
	const { patternId } = granted(
		await makePattern(then, {
			rotaId,
			rule: ruleOf({ every: 'weeks', n: 1, weekdays }),
			since: localDay(opened, details.zone),
			...every,
			expected: null,
		}),
	);
	await writeShiftsOf(stage.as(null, stage.now), patternId);

	for (const [index, who] of held.entries()) {
		const shiftId = await shiftOn(stage, patternId, [index, every.at], details.zone);
		for (const holder of who)
			granted(await signUpForShift(stage.as(holder, daysBefore(stage.now, 1)), shiftId));
	}
	const shiftId = await shiftOn(stage, patternId, [cover.day, every.at], details.zone);
	granted(await askForCover(stage.as(cover.who, stage.now), { shiftId, word: cover.says }));
}

async function shiftOn(stage: Stage, patternId: ShiftPatternId, moment: Moment, zone: string) {
	const { id } = await stage
		.as(null, stage.now)
		.db.selectFrom('shift')
		.select('id')
		.where('pattern_id', '=', patternId)
		.where('starts_at', '=', momentOf(moment, zone, stage.now))
		.executeTakeFirstOrThrow();
	return id;
}

/** However a circle is joined, its members have been through it: a link, a host’s yes, and the agreements. */
async function takeSeat(
	stage: Stage,
	{ details, hosts, opened, zone }: CastCircle,
	circleId: CircleId,
	who: Handle,
) {
	const at = stage.noSoonerThan(who, momentOf(opened, zone, stage.now));
	const [me, host] = [stage.as(who, at), stage.as(hosts[0], at)];
	if (details.joining === 'by-invitation') {
		const { token } = granted(await invite(host, circleId));
		granted(await joinCircle(me, circleId, { invitation: token }));
	} else granted(await joinCircle(me, circleId));
	if (details.joining === 'by-request') {
		granted(
			await answerRequest(host, { circleId, waiter: await stage.aliasOf(who, circleId), answer: 'yes' }),
		);
		granted(await joinCircle(me, circleId));
	}
	granted(await acceptAgreements(me, { circleId, version: 1 }));
}

async function callThem(
	stage: Stage,
	{ hosts, opened, zone }: CastCircle,
	circleId: CircleId,
	{ pattern, at, minutes, since, calledOff }: NonNullable<CastCircle['meets']>,
) {
	const rule = ruleOf(pattern);
	const first = momentOf([since, '12:00'], zone, stage.now).toISOString().slice(0, 10);
	const then = stage.as(hosts[0], momentOf(opened, zone, stage.now));
	const called = granted(await callMeetings(then, { circleId, rule, since: first, at, minutes, zone }));

	const today = stage.as(hosts[0], stage.now);
	await writeMeetingsOf(today, called.scheduleId);
	if (calledOff === undefined) return;
	const meeting = (await meetingsAhead(today.db, circleId, stage.now))[calledOff]!.id;
	granted(await callOffMeeting(today, { circleId, meeting }));
}

async function talk(stage: Stage, { conversation = [], zone }: CastCircle, circleId: CircleId) {
	const places = new Map<string, number>();
	for (const line of conversation) {
		const at = momentOf(line.at, zone, stage.now);
		const me = stage.as(line.by, at);
		const replyTo = line.to === undefined ? undefined : places.get(line.to);
		if (line.to !== undefined && replyTo === undefined) throw new Error(`Nobody said “${line.to}” before.`);

		const { place } = said(
			await postMessage(me, {
				circleId,
				body: line.says,
				contentNote: line.note ?? '',
				replyTo,
				clientId: me.newId(),
			}),
		);
		if (line.as) places.set(line.as, place);
		await followUp(stage, line, { circleId, place, at: after(at, minutes(1)) });
	}
}

/** What became of a line afterwards. */
async function followUp(
	stage: Stage,
	{ by, later, note, removed, hidden, answers = {} }: CastLine,
	{ circleId, place, at }: { circleId: CircleId; place: number; at: Date },
) {
	const me = stage.as(by, at);
	if (later) granted(await editMessage(me, { circleId, place, body: later, contentNote: note ?? '' }));
	if (removed) granted(await removeMessage(me, circleId, place));
	for (const kind of resonances)
		for (const who of answers[kind] ?? [])
			granted(await resonate(stage.as(who, at), { circleId, place, kind }));
	if (hidden)
		granted(await hideMessage(stage.as(hidden.by, at), { circleId, place, because: hidden.because }));
}

/** How things stand there today. */
async function settle(stage: Stage, circle: CastCircle, circleId: CircleId) {
	const { pausing, newAgreements, resting, takingARest = [], hosts, zone, details } = circle;
	const hostAt = (moment: Moment) => stage.as(hosts[0], momentOf(moment, zone, stage.now));

	if (pausing) {
		const alias = await stage.aliasOf(pausing.who, circleId);
		granted(await askToPause(hostAt(pausing.at), { circleId, alias, hours: pausing.hours }));
	}
	if (newAgreements) {
		const host = hostAt(newAgreements.at);
		granted(await changeDetails(host, { circleId, ...details, agreements: newAgreements.agreements }));
		granted(await acceptAgreements(host, { circleId, version: 2 }));
	}
	for (const who of takingARest)
		granted(await restInCircle(stage.as(who, stage.now), { circleId, resting: true }));
	if (resting) granted(await changeState(hostAt(resting), { circleId, state: 'resting' }));
}
