import type { Read } from '#features/safety/reading/reader.ts';
import { hearingBy } from '../../hearing.ts';

/** Hands the reader over by an event, because it is a script of its own. */
export const handOver = (read: Read) =>
	dispatchEvent(new CustomEvent('hearten-reader', { detail: hearingBy(read) }));
