import { createServer } from 'node:http';

/**
 * The least a web server can do: says the same bytes again. Started by `bench/pages.ts` as a process of its own, which
 * tells it over IPC what to answer.
 */
interface Page {
	headers: Record<string, string | string[]>;
	body: string;
}

let page: Page & { bytes: Buffer } = { headers: {}, body: '', bytes: Buffer.alloc(0) };
process.on('message', (next: Page) => {
	page = { ...next, bytes: Buffer.from(next.body, 'base64') };
	process.send?.('ready');
});
const server = createServer((_, response) => {
	response.writeHead(200, page.headers);
	response.end(page.bytes);
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.on('disconnect', () => process.exit());
