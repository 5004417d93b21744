import type { Spine } from '#platform/db.ts';
import { networkOf } from '#platform/network.ts';
import { countOneLess, overLimit, untilCountedAnew, type Limit } from '#platform/rate-limit.ts';
import { allowed, refuse, type Refused, type Ruling } from '#platform/ruling.ts';
import { hours, minutes } from '#platform/time.ts';
import { hashesWaiting } from './passphrase.ts';

/** Five in a clock hour, so never more than ten in any sixty minutes, from however many addresses. */
const strangers: Limit = { purpose: 'people.sign-in.account', atMost: 5, within: hours(1) };
/** A device that has signed in before has this allowance to itself; no stranger can use it up. */
const knownDevices: Limit = { purpose: 'people.sign-in.device', atMost: 10, within: hours(1) };
/** A house, a library or a drop-in centre may stand behind one address. */
const addresses: Limit = { purpose: 'people.sign-in.address', atMost: 60, within: hours(1) };
const codes: Limit = { purpose: 'people.recover.address', atMost: 30, within: hours(1) };
const newcomers: Limit = { purpose: 'people.sign-up.address', atMost: 40, within: hours(1) };
const passkeyQuestions: Limit = { purpose: 'people.passkey.address', atMost: 120, within: hours(1) };

/** Somebody at the door, as far as it concerns how many tries they have. */
export interface Attempt {
	/** The key of the nickname they gave, whether or not anybody has it. */
	account: string;
	/** Set when the device has signed in as this person before. */
	knownDevice: string | undefined;
	/** Where the request came from. Counted under a rotating key, and kept nowhere. */
	address: string;
}

/** “Wait”, and for how long. */
export interface AskedToWait extends Refused<'wait'> {
	minutes: number;
}

/** Counts an attempt before it is looked at, so that a thousand at once are a thousand. */
export async function countAttempt(
	{ db, vault }: Spine,
	attempt: Attempt,
	now: Date,
): Promise<Ruling<'busy'> | AskedToWait> {
	if (hashesWaiting() > MOST_WAITING) return refuse('busy');
	for (const [limit, who] of limitsOf(attempt))
		if (await overLimit(db, vault, limit, who, now)) return askToWait(now);
	return allowed;
}

/** It was the right person, who is not to be slowed down for it. */
export async function uncountAttempt({ db, vault }: Spine, attempt: Attempt, now: Date) {
	for (const [limit, who] of limitsOf(attempt)) await countOneLess(db, vault, limit, who, now);
}

const limitsOf = ({ account, knownDevice, address }: Attempt): (readonly [Limit, string])[] =>
	knownDevice === undefined
		? [
				[addresses, networkOf(address)],
				[strangers, account],
			]
		: [[knownDevices, `${account}\0${knownDevice}`]];

/** Nobody guesses a recovery code; this only keeps anybody from trying all day. */
export const mayTryCode = (spine: Spine, address: string, now: Date) => within(codes, spine, address, now);

export const maySignUpFrom = (spine: Spine, address: string, now: Date) =>
	within(newcomers, spine, address, now);

export const mayAskPasskey = (spine: Spine, address: string, now: Date) =>
	within(passkeyQuestions, spine, address, now);

async function within(limit: Limit, { db, vault }: Spine, address: string, now: Date) {
	return (await overLimit(db, vault, limit, networkOf(address), now)) ? askToWait(now) : allowed;
}

/** Three hundred hashes are about seven seconds of work on one core; a longer queue would help nobody. */
const MOST_WAITING = 300;

const askToWait = (now: Date): AskedToWait => ({
	...refuse('wait'),
	minutes: Math.ceil(untilCountedAnew(now) / minutes(1)),
});
