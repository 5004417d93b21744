import { AsyncLocalStorage } from 'node:async_hooks';
import { WebSocket as Socket } from 'ws';

/** Whose browser it is. */
interface Visitor {
	origin: string;
	cookie: string;
	/** The last one opened. */
	socket?: Socket;
}

const visitors = new AsyncLocalStorage<Visitor>();

function visitor(): Visitor {
	const here = visitors.getStore();
	if (!here) throw new Error('A page listens without a browser around it.');
	return here;
}

/** A browser sends its cookies and its origin by itself. */
class BrowserSocket extends Socket {
	constructor(address: URL) {
		const browser = visitor();
		const { cookie, origin } = browser;
		super(address, { headers: { cookie, origin } });
		browser.socket = this;
		// Browsers tell of a failed connection by closing it.
		this.on('error', () => {});
	}
}

Object.assign(globalThis, { WebSocket: BrowserSocket, addEventListener: () => {} });
Object.assign(globalThis, { document: { documentElement: { dataset: {} } } });
Object.defineProperty(globalThis, 'location', { get: () => ({ href: visitor().origin }) });

const { listen } = await import('#ui/live.ts');

/** Listens as a page in somebody’s browser does, with the very module that pages bring: it comes back by itself. */
export function listenAs(browser: Visitor, ...how: Parameters<typeof listen>) {
	visitors.run(browser, () => listen(...how));
	return {
		/** Shuts the page. A page has no other way to stop listening than being told that it may not. */
		shut() {
			const told = JSON.stringify({ topic: how[0], closed: true });
			browser.socket?.emit('message', Buffer.from(told), false);
			browser.socket?.terminate();
		},
	};
}
