import { error } from '@sveltejs/kit';
import { may } from '#features/help/policy.ts';

/** Coordinators only. For everybody else this is not here. */
export function keepingLines({ viewer }: App.Locals) {
	if (may.keepLines({ viewer }).refused) error(404);
}

/** Back to the list of this country, at this line. */
export const listAt = (id: string) => `/organisation/lines?c=${id.slice(0, 2)}&kept#${id}`;
