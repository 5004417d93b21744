/** What we use of autocannon, which comes without types. */
declare module 'autocannon' {
	import type { EventEmitter } from 'node:events';

	interface Options {
		url: string;
		connections: number;
		/** Seconds; or, instead, how many requests. */
		duration?: number;
		amount?: number;
		headers: Record<string, string>;
	}

	interface Firing extends EventEmitter {
		on(
			event: 'response',
			listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
		): this;
	}

	export default function autocannon(options: Options, done: (error: Error | null) => void): Firing;
}
