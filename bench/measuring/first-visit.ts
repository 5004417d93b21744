import { request } from 'node:http';
import type { Socket } from 'node:net';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';

/** One answer, and every byte that came for it, headers included. */
export interface Answer {
	path: string;
	status: number;
	headers: Record<string, string | string[] | undefined>;
	/** Headers and body, as they crossed the wire. */
	bytes: number;
	/** The body as it crossed the wire. */
	raw: Buffer;
	text: string;
}

/** What a browser says it understands. */
export const asBrowsersDo = {
	'accept-encoding': 'gzip, deflate, br, zstd',
	accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
	'accept-language': 'en',
	'sec-fetch-site': 'none',
	'sec-fetch-mode': 'navigate',
	'sec-fetch-dest': 'document',
	'upgrade-insecure-requests': '1',
	'user-agent':
		'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
};

/** Asks once, on a connection of its own. */
export function ask(origin: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const asking = request(
			new URL(path, origin),
			{ agent: false, headers: { ...asBrowsersDo, ...headers } },
			(response) => {
				const { socket } = response as { socket: Socket };
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () => {
					const raw = Buffer.concat(chunks);
					resolve({
						path,
						status: response.statusCode ?? 0,
						headers: response.headers,
						bytes: socket.bytesRead,
						raw,
						text: opened(raw, response.headers['content-encoding']).toString('utf8'),
					});
				});
			},
		);
		asking.on('error', reject);
		asking.end();
	});
}

function opened(raw: Buffer, encoding: string | undefined): Buffer {
	if (encoding === 'br') return brotliDecompressSync(raw);
	if (encoding === 'gzip') return gunzipSync(raw);
	if (encoding === 'zstd') return zstdDecompressSync(raw);
	return raw;
}

/** Everything a browser fetches when it opens a page for the first time, by kind, in bytes over the wire. */
export interface Visit {
	page: Answer;
	html: number;
	css: number;
	javascript: number;
	/** Icon and manifest. */
	icon: number;
	total: number;
	/** The script inside the page, which is part of `html`: its bytes before compression. */
	inline: number;
}

export async function visit(
	origin: string,
	path: string,
	headers: Record<string, string> = {},
): Promise<Visit> {
	const page = await ask(origin, path, headers);
	const found = (pattern: RegExp) => [...page.text.matchAll(pattern)].map((match) => match[1]!);
	const bytesOf = async (paths: string[]) => {
		const answers = await Promise.all([...new Set(paths)].map((each) => ask(origin, each, headers)));
		for (const { path: each, status } of answers)
			if (status !== 200) throw new Error(`${each}, which ${path} asks for, is ${status}.`);
		return answers.reduce((sum, { bytes }) => sum + bytes, 0);
	};
	const css = await bytesOf(found(/<link[^>]+href="([^"]+\.css)"/g));
	const javascript = await bytesOf([
		...found(/<script[^>]+src="([^"]+)"/g),
		...found(/<link[^>]+href="([^"]+\.js)"/g),
	]);
	const icon = await bytesOf([
		...found(/<link[^>]+rel="icon"[^>]+href="([^"]+)"/g),
		...found(/<link[^>]+rel="manifest"[^>]+href="([^"]+)"/g),
	]);
	const inline = found(/<script>([\s\S]*?)<\/script>/g).reduce(
		(sum, text) => sum + Buffer.byteLength(text),
		0,
	);
	return {
		page,
		html: page.bytes,
		css,
		javascript,
		icon,
		total: page.bytes + css + javascript + icon,
		inline,
	};
}
