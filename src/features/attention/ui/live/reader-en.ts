import { read } from '#features/safety/reading/en/reader.ts';
import { handOver } from './reader.ts';

/** The reader of English, brought in once somebody writes. */
handOver(read);
