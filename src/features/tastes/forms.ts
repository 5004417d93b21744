import { z } from 'zod';
import { languages } from '#features/people/about.ts';
import { words } from '#platform/form-text.ts';
import { needFormats, needTimes, needTopics } from './need.ts';

/** The longest that somebody may write about a group they miss. */
export const MOST_WORDS = 200;

export const NeedForm = z.object({
	topic: z.enum(needTopics, 'needed'),
	language: z.enum(languages, 'needed'),
	time: z.enum(needTimes).default('any'),
	format: z.enum(needFormats).default('any'),
	words: words(MOST_WORDS).default(''),
});
