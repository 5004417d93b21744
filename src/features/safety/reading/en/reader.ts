import { readerOf } from '../reader.ts';
import { english } from './english.ts';

/** Reads English alone: for a writer’s own device, where the other grammar would be fetched for nothing. */
export const read = readerOf([english]);
