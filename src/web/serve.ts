import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Config } from '#platform/config.ts';
import { traceOf, type Log } from '#platform/log.ts';
import { protect } from './headers.ts';
import { readable } from './readable.ts';

/**
 * Serves the pages over HTTP. What a visitor claims about the protocol and the host is replaced by what the operator
 * configured; what a proxy says of the visitor’s address is believed as far as there are proxies.
 */
export async function servePages(config: Config, log: Log): Promise<Server> {
	// The adapter reads these once, when it is first imported.
	process.env.PROTOCOL_HEADER = 'x-hearten-protocol';
	process.env.BODY_SIZE_LIMIT = String(LARGEST_UPLOAD);
	if (config.proxies > 0) {
		process.env.ADDRESS_HEADER = 'x-forwarded-for';
		process.env.XFF_DEPTH = String(config.proxies);
	}
	const { handler } = await import('#page-handler');

	const secure = isSecure(config);
	const host = config.origin && new URL(config.origin).host;
	return createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
		request.headers['x-hearten-protocol'] = secure ? 'https' : 'http';
		if (host) request.headers.host = host;
		request.url = readable(request.url ?? '/');
		const program = request.url.startsWith('/api/');
		if (program) asFromProgram(request, secure);
		// Pages and files say otherwise where they may be kept; what is refused before them may not.
		response.setHeader('cache-control', 'no-store');
		const open = isOpen(request.url);
		protect({ set: (name, value) => response.setHeader(name, value) }, { secure, open });
		if (open) response.setHeader('access-control-allow-origin', '*');
		const no = program ? undefined : tooMuch(request);
		if (no) return void response.writeHead(no, { connection: 'close' }).end();
		Promise.resolve(handler(request, response, () => response.writeHead(404).end())).catch(
			(error: unknown) => {
				log.error({ error: traceOf(error) }, 'broken');
				if (!response.headersSent) response.writeHead(500);
				response.end();
			},
		);
	});
}

/** Lists of tens of thousands of meetings. Bytes. */
const LARGEST_UPLOAD = 16_000_000;

/** Longer than any form that is not a list. */
const LARGEST_FORM = 256_000;

/** Scripts for the pages of others. */
const isOpen = (url: string) => /^\/embed\.js(\?|$)/.test(url);

/**
 * Why a body is not read at all. Only where lists are handed over may it be long; browsers always say how long it is. What
 * programs send is measured where it is read.
 */
function tooMuch({ url = '', headers }: IncomingMessage): 411 | 413 | undefined {
	if (headers['transfer-encoding'] !== undefined) return 411;
	const most = url.startsWith('/organisation/lists?') ? LARGEST_UPLOAD : LARGEST_FORM;
	return Number(headers['content-length'] ?? 0) > most ? 413 : undefined;
}

/**
 * A program is known by its token and by nothing else. Without a cookie there is nothing that another site could make a
 * browser do in somebody’s name, so where a request comes from does not matter: SvelteKit, which asks that of every
 * request that could be a form’s (without a body, too), is told from here.
 */
function asFromProgram({ headers }: IncomingMessage, secure: boolean) {
	delete headers.cookie;
	headers.origin = `${secure ? 'https' : 'http'}://${headers.host ?? ''}`;
}

export const isSecure = ({ origin }: Config): boolean => origin?.startsWith('https:') ?? false;

/** Whether a page from this origin is one of ours, for sockets, which browsers let any page open. */
export function isOurs(
	{ origin: configured }: Config,
	origin: string | undefined,
	host: string | undefined,
): boolean {
	if (origin === undefined || !URL.canParse(origin)) return false;
	return configured ? new URL(origin).origin === configured : new URL(origin).host === host;
}
