import { fact } from '#platform/event.ts';
import type { SupporterId } from './supporter.ts';

type About = { supporterId: SupporterId };
const supporter = ({ supporterId }: About) => `supporter:${supporterId}`;

/** A page went up, changed or was taken down; hours changed; somebody rests or is back. */
export const supporterChanged = fact<About>('supporters.changed', supporter);
