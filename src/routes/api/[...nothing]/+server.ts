import { nothingHere } from '#web/api.ts';

export const fallback = nothingHere;
