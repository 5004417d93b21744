import type { Reroute } from '@sveltejs/kit/hooks';
import { unveil } from '#web/discreet.ts';

/** In discreet mode addresses name nothing; here they find their way. */
export const reroute: Reroute = ({ url }) => unveil(url.pathname);
