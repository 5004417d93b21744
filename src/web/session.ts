import type { RequestEvent } from '@sveltejs/kit';
import {
	beginSession,
	newDeviceToken,
	rememberDevice,
	renewSession,
	signedInBy,
} from '#features/people/server/index.ts';
import type { SignedIn } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import { days } from '#platform/time.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { deviceFrom } from './device.ts';

/** A little longer than any session on one’s own device, which is what really decides. */
const COOKIE = days(36);

/**
 * Signs a person in on this device, in this response. On a shared device the cookie ends with the browser, and the
 * device is not remembered.
 */
export async function startSession(
	event: RequestEvent,
	personId: PersonId,
	{ sharedDevice }: { sharedDevice: boolean },
) {
	const { cookies, locals, request, url } = event;
	const device = deviceFrom(request.headers.get('user-agent'));
	const deviceToken = sharedDevice ? undefined : (readCookie(cookies, url, 'device') ?? newDeviceToken());
	const { token } = await locals.transact(async (tx) => {
		if (deviceToken) await rememberDevice(tx, personId, deviceToken);
		return beginSession(tx, personId, { device, sharedDevice });
	});
	writeCookie(cookies, url, 'session', token, sharedDevice ? null : COOKIE);
	if (deviceToken) writeCookie(cookies, url, 'device', deviceToken, days(180));

	const person = await signedInBy(locals.db, token, locals.now);
	if (person) enter(event, person);
}

/** From here on, this request is theirs. */
export function enter({ locals }: RequestEvent, person: SignedIn) {
	locals.person = person;
	locals.viewer = { id: person.id, ageBand: person.ageBand, duties: person.duties };
}

/** Keeps the session of this request going, and its cookie with it. */
export async function keepSession(
	{ cookies, locals, url }: RequestEvent,
	token: string,
	{ session }: SignedIn,
) {
	if (!session.toRenew) return;
	await locals.transact((tx) => renewSession(tx, session));
	if (!session.sharedDevice) writeCookie(cookies, url, 'session', token, COOKIE);
}
