import { endpoint, type Endpoint } from '#features/access/server/index.ts';
import { MeSchema } from '../schemas.ts';

/** What programs are told of the person whose token they hold. */
export const endpoints: readonly Endpoint[] = [
	endpoint({
		method: 'GET',
		path: '/me',
		scope: 'me:read',
		does: 'Whose token this is, and what it is good for.',
		answers: MeSchema,
		run: async ({ me }) => me,
	}),
];
