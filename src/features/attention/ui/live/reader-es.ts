import { read } from '#features/safety/reading/es/reader.ts';
import { handOver } from './reader.ts';

/** The reader of Spanish, brought in once somebody writes. */
handOver(read);
