import type { RequestEvent } from '@sveltejs/kit';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { squeeze } from './squeeze.ts';

const words = '<p>It was the second year that was strange for me, not the first.</p>'.repeat(40);
const page = (text = words) =>
	new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });

/** Somebody’s browser asking for a page. */
function asking({
	encodings = 'gzip, deflate, br, zstd',
	from = 'none',
	signedIn = false,
	secure = true,
} = {}) {
	const url = new URL(secure ? 'https://peers.example/' : 'http://peers.example/');
	const headers = { 'accept-encoding': encodings, ...(from && { 'sec-fetch-site': from }) };
	const request = new Request(url, { headers });
	return { url, request, locals: { person: signedIn ? {} : null } } as unknown as RequestEvent;
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('a page', () => {
	test('comes as small as the browser can open, and is the same page', async () => {
		const brotli = await squeeze(asking(), page());
		const gzip = await squeeze(asking({ encodings: 'gzip, deflate' }), page());

		expect(brotli.headers.get('content-encoding')).toBe('br');
		expect(brotliDecompressSync(await bytesOf(brotli)).toString()).toBe(words);
		expect(gzip.headers.get('content-encoding')).toBe('gzip');
		expect(gunzipSync(await bytesOf(gzip)).toString()).toBe(words);
	});

	test('comes as it is to whoever asks for that', async () => {
		for (const encodings of ['', 'identity', 'br;q=0, gzip;q=0.0']) {
			const answer = await squeeze(asking({ encodings }), page());
			expect(answer.headers.get('content-encoding')).toBeNull();
			expect(await answer.text()).toBe(words);
		}
	});

	test('keeps its status, and says what it depends on', async () => {
		const missing = new Response(words, { status: 404, headers: { 'content-type': 'text/html' } });
		const answer = await squeeze(asking(), missing);
		expect([answer.status, answer.headers.get('vary')]).toEqual([404, 'accept-encoding']);
	});

	test('too short to gain anything stays as it is', async () => {
		const answer = await squeeze(asking(), page('<p>Hello</p>'));
		expect([answer.headers.get('content-encoding'), await answer.text()]).toEqual([null, '<p>Hello</p>']);
	});
});

describe('the page of somebody signed in', () => {
	const codingOf = async (how: Parameters<typeof asking>[0]) =>
		(await squeeze(asking({ signedIn: true, ...how }), page())).headers.get('content-encoding');

	test('does not tell by its size what is on it, to another site that had it opened', async () => {
		expect(await codingOf({ from: 'cross-site' })).toBeNull();
		expect(await codingOf({ from: 'same-site' })).toBeNull();
		expect(await codingOf({ from: '' })).toBeNull();
	});

	test('is small when they open it themselves', async () => {
		expect(await codingOf({ from: 'same-origin' })).toBe('br');
		expect(await codingOf({ from: 'none' })).toBe('br');
		expect(await codingOf({ from: '', secure: false })).toBe('br');
	});
});
