import { createContext } from 'svelte';

/** How a page is read: its language, its reader’s clock, and how to say things in that language. */
export interface Reading {
	locale: string;
	/** IANA name. */
	zone: string;
	say(key: string, values?: Readonly<Record<string, string | number | Date>>): string;
}

/** `reading()` in any component; `setReading(…)` once, in the outermost layout. */
export const [reading, setReading] = createContext<Reading>();
