/** The pages, as the build puts them beside `main.ts` in one module graph. */
declare module '#page-handler' {
	import type { IncomingMessage, ServerResponse } from 'node:http';
	export const handler: (
		request: IncomingMessage,
		response: ServerResponse,
		next: () => void,
	) => void | Promise<void>;
}
