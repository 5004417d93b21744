import type { RequestEvent } from '@sveltejs/kit';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Smaller ones grow, or fit into one packet anyway. */
const WORTH_IT = 1_000;

/**
 * Makes a page a fifth or a twentieth of its size, for whoever pays for data. Files are compressed when they are built.
 * Level 4 of Brotli takes about 3 ms of a processor for a megabyte; 11 would take three hundred times that.
 */
export async function squeeze(event: RequestEvent, response: Response): Promise<Response> {
	const { headers, status } = response;
	if (!response.body || headers.has('content-encoding') || event.request.method === 'HEAD') return response;
	if (!/^(text\/html|application\/json)\b/.test(headers.get('content-type') ?? '')) return response;

	headers.append('vary', 'accept-encoding');
	if (!keepsItsSecrets(event)) return response;
	const coding = codingFor(event.request.headers.get('accept-encoding') ?? '');
	if (!coding) return response;
	const whole = Buffer.from(await response.arrayBuffer());
	if (whole.length < WORTH_IT) return new Response(whole, { status, headers });

	const small = await codings[coding](whole);
	headers.set('content-encoding', coding);
	headers.set('content-length', String(small.length));
	return new Response(new Uint8Array(small), { status, headers });
}

const codings = {
	br: (whole: Buffer) =>
		promisify(brotliCompress)(whole, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: 4,
				[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
				[constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
				// 256 kB, as far back as any page reaches. The usual 4 MB are made ready anew for each page.
				[constants.BROTLI_PARAM_LGWIN]: 18,
			},
		}),
	gzip: (whole: Buffer) => promisify(gzip)(whole, { level: 5 }),
};

/** The better one of those that are accepted, and not refused with `q=0`. */
function codingFor(accepted: string): keyof typeof codings | undefined {
	const named = accepted
		.toLowerCase()
		.split(',')
		.map((part) => part.trim().split(/\s*;\s*/))
		.flatMap(([name, ...parameters]) =>
			parameters.some((each) => /^q=0(\.0*)?$/.test(each)) ? [] : [name ?? ''],
		);
	return (['br', 'gzip'] as const).find((coding) => named.includes(coding));
}

/**
 * The size of a compressed page tells a little of what is on it. Who can have somebody’s browser open pages again and
 * again, with words of their choosing on them, and can measure what passes by encrypted, learns the rest letter by letter
 * (BREACH). So a page with anything on it that is somebody’s own is compressed only when the browser says that it was
 * asked for from here, or by hand. Where nothing is encrypted there is nothing to guess.
 */
function keepsItsSecrets({ locals, request, url }: RequestEvent): boolean {
	if (!locals.person || url.protocol !== 'https:') return true;
	const from = request.headers.get('sec-fetch-site');
	return from === 'same-origin' || from === 'none';
}
