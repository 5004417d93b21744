import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchFeed, type FetchOptions } from './fetch-feed.ts';
import { isPublicAddress } from './public-address.ts';

const careful: FetchOptions = { allows: isPublicAddress, atMost: 1_000_000, within: 10_000 };
const trusting = { ...careful, allows: () => true };

/** What a local server was asked for, so that a test can say it was not asked at all. */
const asked: string[] = [];
const answers: Record<string, RequestListener> = {
	'/feed': (_, response) => response.end('[1]'),
	'/packed': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('[2]')),
	'/bomb': (_, response) =>
		response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(50_000_000))),
	'/odd': (_, response) => response.setHeader('content-encoding', 'sdch').end('[3]'),
	'/moved': (_, response) => response.writeHead(302, { location: '/feed' }).end(),
	'/inwards': (_, response) => response.writeHead(301, { location: 'http://10.0.0.1/feed' }).end(),
	'/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
	'/round': (_, response) => response.writeHead(307, { location: '/round' }).end(),
	'/gone': (_, response) => response.writeHead(410).end('gone'),
	'/half': (_, response) => {
		response.writeHead(200, { 'content-length': '100' }).write('[');
		setImmediate(() => response.destroy());
	},
	'/says-large': (_, response) => response.writeHead(200, { 'content-length': '500000000' }).write('['),
	'/endless': (_, response) => {
		const more = () => response.write(Buffer.alloc(65_536, 32)) && !response.destroyed && setImmediate(more);
		response.on('drain', more);
		more();
	},
	'/silent': () => {},
	'/slow': (_, response) => response.write('['),
};
const server = createServer((request, response) => {
	asked.push(request.url ?? '');
	(answers[request.url ?? ''] ?? answers['/gone']!)(request, response);
});

let port: number;
beforeAll(async () => {
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	port = (server.address() as AddressInfo).port;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

const local = (path: string) => `http://127.0.0.1:${port}${path}`;

describe('nothing private is asked for', () => {
	const names = {
		'a name for this machine': ['127.0.0.1'],
		'a name for a private network': ['10.1.2.3'],
		'a name with one public and one private address': ['93.184.216.34', '192.168.1.1'],
		'a name for the cloud’s own desk': ['169.254.169.254'],
		'a name for this machine in IPv6': ['::1'],
		'a name for a local network of IPv6': ['fd00::1'],
		'a name for IPv4 inside IPv6': ['::ffff:127.0.0.1'],
		'a name behind the provider’s NAT': ['100.64.0.9'],
	};
	test.each(Object.entries(names))('%s', async (_, addresses) => {
		const answer = await fetchFeed('http://feeds.example/', { ...careful, resolve: async () => addresses });

		expect(answer).toEqual({ refused: 'private-address', about: addresses.at(-1) });
	});

	const written = [
		'http://127.0.0.1/',
		'http://127.1/',
		'http://0/',
		'http://2130706433/',
		'http://0x7f000001/',
		'http://0177.0.0.1/',
		'http://0x7f.0.0.1/',
		'http://127.0.0.1.:80/',
		'http://①②⑦.⓪.⓪.①/',
		'http://[::1]/',
		'http://[::]/',
		'http://[::ffff:127.0.0.1]/',
		'http://[::ffff:7f00:1]/',
		'http://[0:0:0:0:0:ffff:10.0.0.1]/',
		'http://[fe80::1]/',
		'http://[fd00::1]/',
		'http://[64:ff9b::7f00:1]/',
		'http://10.0.0.1:8080/',
		'http://169.254.169.254/latest/meta-data/',
		'https://192.168.0.1/',
		'http://100.64.0.1/',
	];
	test.each(written)('%s', async (address) => {
		expect(await fetchFeed(address, careful)).toMatchObject({ refused: 'private-address' });
	});

	test('localhost, by the resolver of this machine', async () => {
		expect(await fetchFeed(`http://localhost:${port}/feed`, careful)).toMatchObject({
			refused: 'private-address',
		});
		expect(asked).toEqual([]);
	});

	/** In these, the local server stands for a public place, and everything else is private. */
	const outside = { ...careful, allows: (address: string) => address === '127.0.0.1' };
	const inTurn = (...answers: string[]) => {
		const left = [...answers];
		return async () => [left.length > 1 ? left.shift()! : left[0]!];
	};

	test('a name that is public when it is checked and private when it is asked again', async () => {
		const from = `http://turning.example:${port}/feed`;

		const fetched = await fetchFeed(from, { ...outside, resolve: inTurn('127.0.0.1', '10.0.0.1') });

		expect(fetched).toEqual({ body: Buffer.from('[1]'), from, version: {} });
	});

	test('a public place that sends on to a private one', async () => {
		expect(await fetchFeed(local('/inwards'), outside)).toEqual({
			refused: 'private-address',
			about: '10.0.0.1',
		});
	});

	test('a public place that sends on to its own name, which by then is private', async () => {
		const from = `http://turning.example:${port}/moved`;

		expect(await fetchFeed(from, { ...outside, resolve: inTurn('127.0.0.1', '10.0.0.2') })).toEqual({
			refused: 'private-address',
			about: '10.0.0.2',
		});
	});
});

const refusals = {
	'ftp://feeds.example/': { refused: 'not-a-web-address' },
	'file:///etc/passwd': { refused: 'not-a-web-address' },
	'javascript:alert(1)': { refused: 'not-a-web-address' },
	'http://me:secret@feeds.example/': { refused: 'not-a-web-address' },
	'feeds.example': { refused: 'not-a-web-address' },
	'': { refused: 'not-a-web-address' },
	'http://nobody.invalid/': { refused: 'no-such-host', about: 'nobody.invalid' },
};
test.each(Object.entries(refusals))('%j is refused', async (address, refusal) => {
	const resolve = async () => Promise.reject(new Error('ENOTFOUND'));
	expect(await fetchFeed(address, { ...careful, resolve })).toMatchObject(refusal);
});

describe('where the operator allows feeds from nearby', () => {
	test('a feed is fetched, from where it was in the end, and unpacked if it was packed', async () => {
		expect(await fetchFeed(local('/feed'), trusting)).toEqual({
			body: Buffer.from('[1]'),
			from: local('/feed'),
			version: {},
		});
		expect(await fetchFeed(local('/moved'), trusting)).toEqual({
			body: Buffer.from('[1]'),
			from: local('/feed'),
			version: {},
		});
		expect(await fetchFeed(local('/packed'), trusting)).toMatchObject({ body: Buffer.from('[2]') });
	});

	test('the name that was asked for is told to the server, and its checked address is the one connected to', async () => {
		const resolve = async () => ['127.0.0.1'];
		const from = `http://feeds.example:${port}/feed`;
		expect(await fetchFeed(from, { ...trusting, resolve })).toEqual({
			body: Buffer.from('[1]'),
			from,
			version: {},
		});
	});

	const failing = {
		'/gone': { refused: 'bad-status', about: '410' },
		'/odd': { refused: 'bad-encoding', about: 'sdch' },
		'/round': { refused: 'too-many-redirects', about: '5' },
		'/file': { refused: 'not-a-web-address', about: 'file:///etc/passwd' },
		'/says-large': { refused: 'too-large', atMost: 1_000_000 },
		'/endless': { refused: 'too-large', atMost: 1_000_000 },
		'/bomb': { refused: 'too-large', atMost: 1_000_000 },
		'/half': { refused: 'unreachable', about: 'ECONNRESET' },
	};
	test.each(Object.entries(failing))('%s is refused', async (path, refusal) => {
		expect(await fetchFeed(local(path), trusting)).toEqual(refusal);
	});

	test.each(['/silent', '/slow'])('%s is not waited for without end', async (path) => {
		expect(await fetchFeed(local(path), { ...trusting, within: 200 })).toMatchObject({ refused: 'too-slow' });
	});

	test('a name that is never resolved is not waited for without end either', async () => {
		const resolve = () => new Promise<string[]>(() => {});
		expect(await fetchFeed('http://feeds.example/', { ...trusting, within: 200, resolve })).toMatchObject({
			refused: 'too-slow',
		});
	});

	test('a door nobody opens', async () => {
		expect(await fetchFeed('http://127.0.0.1:1/', trusting)).toEqual({
			refused: 'unreachable',
			about: 'ECONNREFUSED',
		});
	});
});
