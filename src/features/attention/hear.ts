import { read } from '#features/safety/reading/read.ts';
import { numbersOfLines } from '#features/safety/lines/emergency.ts';
import { hearingBy } from './hearing.ts';

/** With both languages, and the numbers of every line there is: wherever size does not matter. */
export const hear = hearingBy(read, numbersOfLines);
