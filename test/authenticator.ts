import { isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a device does with a question, made by hand from WebAuthn Level 3, sections 5.8.1 and 6.1. */
export class Authenticator {
	readonly #origin: string;
	readonly #id = randomBytes(16);
	readonly #key: KeyObject;
	readonly #x: Buffer;
	readonly #y: Buffer;
	#counter = 0;

	constructor(origin = 'https://peers.example') {
		this.#origin = origin;
		const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
		const { x, y } = publicKey.export({ format: 'jwk' });
		this.#key = privateKey;
		this.#x = Buffer.from(x!, 'base64url');
		this.#y = Buffer.from(y!, 'base64url');
	}

	/** Makes a passkey for a question. */
	make({ challenge, rp }: { challenge: string; rp: { id?: string } }) {
		const publicKey = isoCBOR.encode(
			new Map<number, number | Uint8Array>([
				[1, 2],
				[3, -7],
				[-1, 1],
				[-2, new Uint8Array(this.#x)],
				[-3, new Uint8Array(this.#y)],
			]),
		);
		const length = Buffer.alloc(2);
		length.writeUInt16BE(this.#id.length);
		const authData = Buffer.concat([
			this.#data(rp.id!, PRESENT | VERIFIED | MADE),
			Buffer.alloc(16),
			length,
			this.#id,
			publicKey,
		]);
		const attestationObject = isoCBOR.encode(
			new Map<string, string | Uint8Array | Map<string, string>>([
				['fmt', 'none'],
				['attStmt', new Map<string, string>()],
				['authData', new Uint8Array(authData)],
			]),
		);
		return this.#answer({
			clientDataJSON: this.#client('webauthn.create', challenge).toString('base64url'),
			attestationObject: Buffer.from(attestationObject).toString('base64url'),
			transports: ['internal'],
		});
	}

	/** Answers a question with the passkey made before. */
	use({ challenge, rpId }: { challenge: string; rpId?: string }) {
		this.#counter += 1;
		const client = this.#client('webauthn.get', challenge);
		const authenticatorData = this.#data(rpId!, PRESENT | VERIFIED);
		const signed = Buffer.concat([authenticatorData, createHash('sha256').update(client).digest()]);
		return this.#answer({
			clientDataJSON: client.toString('base64url'),
			authenticatorData: authenticatorData.toString('base64url'),
			signature: sign('sha256', signed, this.#key).toString('base64url'),
		});
	}

	#answer(response: Record<string, unknown>) {
		const id = this.#id.toString('base64url');
		return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
	}

	#client(type: string, challenge: string) {
		return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }));
	}

	#data(host: string, flags: number) {
		const counter = Buffer.alloc(4);
		counter.writeUInt32BE(this.#counter);
		return Buffer.concat([createHash('sha256').update(host).digest(), Buffer.of(flags), counter]);
	}
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const MADE = 0x40;
