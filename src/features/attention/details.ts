import type { Detail } from '#features/safety/reading/finding.ts';

/** By what somebody could be found, in the order in which it is named to whoever wrote it. */
export const detailNames = [
	'phone',
	'email',
	'handle',
	'address',
	'name',
	'card',
	'id-number',
	'bank-account',
] as const satisfies readonly Detail[];
