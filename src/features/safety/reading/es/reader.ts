import { readerOf } from '../reader.ts';
import { spanish } from './spanish.ts';

/** Reads Spanish alone: for a writer’s own device, where the other grammar would be fetched for nothing. */
export const read = readerOf([spanish]);
