import { z } from 'zod';

/** By what somebody is known: `alias:0198…`. What it names is asked of whatever it names. */
export const BlockForm = z.object({ who: z.string().max(120, 'too-long') });
export const UnblockForm = z.object({ block: z.uuid('needed') });
