import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type AuthenticatorTransport,
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON,
	type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { randomBytes } from 'node:crypto';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { after, dayOf, minutes } from '#platform/time.ts';
import { passkeyAdded, passkeyRemoved } from '../events.ts';
import type { PasskeyId } from '../person.ts';
import { digestOf } from './sessions.ts';

/** The address people see, which a passkey is bound to. */
export interface Site {
	/** `https://peers.example` */
	origin: string;
	/** `peers.example` */
	host: string;
	/** What a phone calls this place when it asks whether to make a passkey. */
	name: string;
}

type Purpose = 'sign-up' | 'sign-in' | 'add';

/** A question is good once, and for so long. */
const ANSWER_WITHIN = minutes(5);

/** EdDSA, ES256 and RS256 (IANA COSE algorithms): what every authenticator in use can do one of. */
const SIGNATURES = [-8, -7, -257] as const;

/**
 * Asks a device to make a passkey: for somebody new, or as another one of oneself. The device is told the nickname and
 * nothing else; what it files the passkey under is random and kept nowhere.
 */
export async function askForNewPasskey(
	tx: Tx,
	site: Site,
	{ nickname, personId }: { nickname: string; personId: PersonId | null },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
	const own = personId
		? await tx.db.selectFrom('passkey').select('credential_id').where('person_id', '=', personId).execute()
		: [];
	const options = await generateRegistrationOptions({
		rpName: site.name,
		rpID: site.host,
		userName: nickname,
		userDisplayName: nickname,
		userID: new Uint8Array(randomBytes(32)),
		attestationType: 'none',
		supportedAlgorithmIDs: [...SIGNATURES],
		timeout: ANSWER_WITHIN,
		excludeCredentials: own.map(({ credential_id: id }) => ({ id })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
	});
	await rememberQuestion(tx, options.challenge, { purpose: personId ? 'add' : 'sign-up', personId });
	return options;
}

/** Keeps the passkey a device made. For somebody new, in the transaction that makes their account. */
export async function addPasskey(
	tx: Tx,
	site: Site,
	{
		personId,
		purpose,
		answer,
		name,
	}: { personId: PersonId; purpose: 'sign-up' | 'add'; answer: unknown; name: string },
): Promise<{ passkeyId: PasskeyId } | Refused<'passkey-failed' | 'passkey-known'>> {
	const verified = await verifyRegistrationResponse({
		response: answer as RegistrationResponseJSON,
		expectedChallenge: (challenge) =>
			takeQuestion(tx, challenge, { purpose, personId: purpose === 'add' ? personId : null }),
		expectedOrigin: site.origin,
		expectedRPID: site.host,
		requireUserVerification: true,
		supportedAlgorithmIDs: [...SIGNATURES],
	}).catch(notThisTime);
	if (!verified?.verified) return refuse('passkey-failed');

	const { credential } = verified.registrationInfo;
	const passkeyId: PasskeyId = tx.newId();
	const { numInsertedOrUpdatedRows: added } = await tx.db
		.insertInto('passkey')
		.values({
			id: passkeyId,
			person_id: personId,
			credential_id: credential.id,
			public_key: Buffer.from(credential.publicKey),
			counter: credential.counter,
			transports: credential.transports ?? [],
			name: tidyName(name),
			made_on: dayOf(tx.now),
		})
		.onConflict((known) => known.column('credential_id').doNothing())
		.executeTakeFirstOrThrow();
	if (!added) return refuse('passkey-known');
	await tx.announce(passkeyAdded({ personId }));
	return { passkeyId };
}

/** Asks a device which of its passkeys it would use. No name is typed, so none can be guessed. */
export async function askForPasskey(tx: Tx, site: Site): Promise<PublicKeyCredentialRequestOptionsJSON> {
	const options = await generateAuthenticationOptions({
		rpID: site.host,
		timeout: ANSWER_WITHIN,
		userVerification: 'required',
	});
	await rememberQuestion(tx, options.challenge, { purpose: 'sign-in', personId: null });
	return options;
}

/** Who answers with a passkey. */
export async function whoAnswers(
	tx: Tx,
	site: Site,
	answer: unknown,
): Promise<{ personId: PersonId } | Refused<'passkey-failed'>> {
	const response = answer as AuthenticationResponseJSON;
	if (typeof response?.id !== 'string') return refuse('passkey-failed');
	const passkey = await tx.db
		.selectFrom('passkey')
		.select(['id', 'person_id', 'credential_id', 'public_key', 'counter', 'transports'])
		.where('credential_id', '=', response.id)
		.forUpdate()
		.executeTakeFirst();
	if (!passkey) return refuse('passkey-failed');

	const verified = await verifyAuthenticationResponse({
		response,
		expectedChallenge: (challenge) => takeQuestion(tx, challenge, { purpose: 'sign-in', personId: null }),
		expectedOrigin: site.origin,
		expectedRPID: site.host,
		requireUserVerification: true,
		credential: {
			id: passkey.credential_id,
			publicKey: new Uint8Array(passkey.public_key),
			counter: passkey.counter,
			transports: passkey.transports as AuthenticatorTransport[],
		},
	}).catch(notThisTime);
	if (!verified?.verified) return refuse('passkey-failed');

	await tx.db
		.updateTable('passkey')
		.set({ counter: verified.authenticationInfo.newCounter })
		.where('id', '=', passkey.id)
		.execute();
	return { personId: passkey.person_id };
}

export async function namePasskey(tx: Tx, { passkeyId, name }: { passkeyId: PasskeyId; name: string }) {
	await tx.db
		.updateTable('passkey')
		.set({ name: tidyName(name) })
		.where('id', '=', passkeyId)
		.where('person_id', '=', tx.actor)
		.execute();
	return {};
}

/** Removes one. The last one stays where there is no passphrase, or only the recovery code would be left. */
export async function removePasskey(
	tx: Tx,
	passkeyId: PasskeyId,
): Promise<object | Refused<'last-way-in' | 'passkey-gone'>> {
	const { passphrase } = await tx.db
		.selectFrom('person')
		.select('passphrase')
		.where('id', '=', tx.actor)
		.forUpdate()
		.executeTakeFirstOrThrow();
	const own = await tx.db.selectFrom('passkey').select('id').where('person_id', '=', tx.actor).execute();
	if (!own.some(({ id }) => id === passkeyId)) return refuse('passkey-gone');
	if (passphrase === null && own.length === 1) return refuse('last-way-in');

	await tx.db.deleteFrom('passkey').where('id', '=', passkeyId).where('person_id', '=', tx.actor).execute();
	await tx.announce(passkeyRemoved({ personId: tx.actor }));
	return {};
}

async function rememberQuestion(
	tx: Tx,
	challenge: string,
	{ purpose, personId }: { purpose: Purpose; personId: PersonId | null },
) {
	await tx.db
		.insertInto('passkey_challenge')
		.values({
			digest: digestOf(challenge),
			person_id: personId,
			purpose,
			ends_at: after(tx.now, ANSWER_WITHIN),
		})
		.execute();
}

/** Whether this was asked, for this purpose, not long ago, and not answered before. */
async function takeQuestion(
	tx: Tx,
	challenge: string,
	{ purpose, personId }: { purpose: Purpose; personId: PersonId | null },
): Promise<boolean> {
	const { numDeletedRows } = await tx.db
		.deleteFrom('passkey_challenge')
		.where('digest', '=', digestOf(challenge))
		.where('purpose', '=', purpose)
		.where('ends_at', '>', tx.now)
		.where('person_id', personId === null ? 'is' : '=', personId)
		.executeTakeFirstOrThrow();
	return numDeletedRows > 0n;
}

/** The library throws at whatever does not fit; but a database that fails is a bug, and must be told apart. */
function notThisTime(thrown: unknown): undefined {
	if (thrown instanceof Error && 'severity' in thrown) throw thrown;
	return undefined;
}

const tidyName = (name: string) =>
	name
		.replace(/\p{Cc}/gu, '')
		.trim()
		.slice(0, 60);
