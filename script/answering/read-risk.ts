import { measure } from '#features/safety/reading/read.ts';
import { answerLines } from './lines.ts';

await answerLines((text) => measure(text));
