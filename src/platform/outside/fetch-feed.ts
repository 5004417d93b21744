import { lookup } from 'node:dns/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { refuse, type Refused } from '../ruling.ts';
import { readBounded, type TooLarge } from './read-bounded.ts';

/** Finds the addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface FetchOptions {
	/** Which IP addresses may be connected to: `isPublicAddress`, unless the operator allows more. */
	allows: (address: string) => boolean;
	/** Bytes, after unpacking. */
	atMost: number;
	/** Milliseconds for all of it, redirects included. */
	within: number;
	resolve?: Resolve;
	/** The version that is known; a server that has no other one is believed (RFC 9110, 13.1). */
	version?: Version;
	progress?: (bytes: number) => void;
}

/** What a server says of the version it sent, to be asked later whether there is another. */
export interface Version {
	etag?: string;
	lastModified?: string;
}

export interface Fetched {
	body: Buffer;
	/** Where it was in the end. */
	from: string;
	version: Version;
}

/** Nothing was sent, because nothing is different. */
export interface Unchanged {
	unchanged: true;
}

/** Why nothing was fetched. `about` is what it stumbled over: an address, a status, a code. */
export type CannotFetch =
	| TooLarge
	| (Refused<
			| 'not-a-web-address'
			| 'private-address'
			| 'no-such-host'
			| 'unreachable'
			| 'bad-status'
			| 'bad-encoding'
			| 'too-many-redirects'
			| 'too-slow'
	  > & { about: string });

const MOST_REDIRECTS = 5;

/**
 * Fetches something public that an address from outside names, without being led to anything private by it: each name
 * is resolved once, all of its addresses are checked, and the connection goes to these and no others. Each redirect is
 * treated like the first address. Nothing but the request itself is sent: no cookies, no credentials.
 */
export async function fetchFeed(
	address: string,
	options: FetchOptions,
): Promise<Fetched | Unchanged | CannotFetch> {
	const patience = AbortSignal.timeout(options.within);
	try {
		return await follow(address, options, patience);
	} catch (error) {
		if (patience.aborted) return cannot('too-slow', `${options.within / 1000} s`);
		return cannot('unreachable', codeOf(error));
	}
}

async function follow(
	address: string,
	options: FetchOptions,
	patience: AbortSignal,
): Promise<Fetched | Unchanged | CannotFetch> {
	let next = address;
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		const url = URL.parse(next);
		if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
			return cannot('not-a-web-address', next);

		const addresses = await addressesOf(url, options, patience);
		if ('refused' in addresses) return addresses;

		const response = await ask(url, addresses, options.version ?? {}, patience);
		const location = response.headers.location;
		if (!isRedirect(response.statusCode) || !location) return await bodyOf(url, response, options);

		response.destroy();
		next = URL.parse(location, url)?.href ?? location;
	}
	return cannot('too-many-redirects', String(MOST_REDIRECTS));
}

/** The addresses of a host, once: asking again could give others. One closed address among them is one too many. */
async function addressesOf(
	{ hostname }: URL,
	{ allows, resolve = byDns }: FetchOptions,
	patience: AbortSignal,
): Promise<readonly string[] | CannotFetch> {
	const host = hostname.replace(/^\[|\]$/g, '');
	const addresses = isIP(host)
		? [host]
		: await unlessAborted(resolve(host), patience).catch(nothingUnless(patience));
	if (addresses.length === 0) return cannot('no-such-host', host);

	const closed = addresses.find((candidate) => !allows(candidate));
	return closed === undefined ? addresses : cannot('private-address', closed);
}

const byDns: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/** A name that cannot be resolved has no addresses; running out of time is another matter. */
const nothingUnless = (patience: AbortSignal) => (error: unknown) => {
	if (patience.aborted) throw error;
	return [];
};

function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
	const { promise, reject } = Promise.withResolvers<never>();
	const stop = () => reject(new Error('aborted'));
	signal.addEventListener('abort', stop, { once: true });
	return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', stop));
}

/** Connects to the addresses that were checked, under the name that was asked for. */
function ask(
	url: URL,
	addresses: readonly string[],
	{ etag, lastModified }: Version,
	signal: AbortSignal,
): Promise<IncomingMessage> {
	const pinned: LookupFunction = (_, { all }, answer) => {
		const known = addresses.map((address) => ({ address, family: isIP(address) }));
		if (all) answer(null, known);
		else answer(null, known[0]!.address, known[0]!.family);
	};
	const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
	const headers = {
		accept: 'application/json, text/calendar, text/csv, */*;q=0.5',
		'accept-encoding': 'identity',
		'user-agent': 'Hearten',
		...(etag && { 'if-none-match': etag }),
		...(lastModified && { 'if-modified-since': lastModified }),
	};
	const { request } = url.protocol === 'https:' ? https : http;
	request(url, { headers, signal, lookup: pinned, agent: false }, resolve).on('error', reject).end();
	return promise;
}

const isRedirect = (status: number | undefined) => [301, 302, 303, 307, 308].includes(status ?? 0);

async function bodyOf(
	url: URL,
	response: IncomingMessage,
	{ atMost, version, progress }: FetchOptions,
): Promise<Fetched | Unchanged | CannotFetch> {
	if (response.statusCode === 304 && version) return dropped(response, { unchanged: true });
	const unpacked = unpack(response);
	if (response.statusCode !== 200)
		return dropped(response, cannot('bad-status', String(response.statusCode)));
	if (Number(response.headers['content-length']) > atMost)
		return dropped(response, { ...refuse('too-large'), atMost });
	if (!unpacked)
		return dropped(response, cannot('bad-encoding', String(response.headers['content-encoding'])));

	const body = await readBounded(unpacked, { atMost, progress });
	if ('refused' in body) return dropped(response, body);
	return { body, from: url.href, version: versionOf(response) };
}

/** Longer ones than any server means are left alone. */
function versionOf({ headers }: IncomingMessage): Version {
	const { etag, 'last-modified': lastModified } = headers;
	return {
		...(etag && etag.length <= 500 && { etag }),
		...(lastModified && lastModified.length <= 100 && { lastModified }),
	};
}

/** Some servers pack what was asked for plain. */
function unpack(response: IncomingMessage): AsyncIterable<Buffer> | undefined {
	switch (response.headers['content-encoding']?.toLowerCase() ?? 'identity') {
		case 'identity':
			return response;
		case 'gzip':
			return through(response, createGunzip());
		case 'deflate':
			return through(response, createInflate());
		case 'br':
			return through(response, createBrotliDecompress());
		default:
			return undefined;
	}
}

/** Whichever of the two breaks or is left takes the other along; whoever reads is told. */
const through = (packed: IncomingMessage, unpacker: Transform): AsyncIterable<Buffer> =>
	pipeline(packed, unpacker, () => {});

function dropped<Answer>(response: IncomingMessage, answer: Answer): Answer {
	response.destroy();
	return answer;
}

type Stumbled = Exclude<CannotFetch, TooLarge>;

const cannot = (refused: Stumbled['refused'], about: string): Stumbled => ({ ...refuse(refused), about });

/** Several addresses that all fail come as one error that holds theirs. */
function codeOf(error: unknown): string {
	if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
	if (!(error instanceof Error)) return String(error);
	return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
