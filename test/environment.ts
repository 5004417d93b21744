import type { Whereabouts } from '#platform/db.ts';

/** Our settings only, so that whatever the machine has set changes nothing. A folder for a host has no form as a URL. */
export function environment(where: Whereabouts): Record<string, string> {
	const theirs = Object.entries(process.env).filter(([name]) => !/^(HEARTEN_|PG|PORT$|HOST$)/.test(name));
	return {
		...(Object.fromEntries(theirs) as Record<string, string>),
		...('url' in where
			? { HEARTEN_DATABASE_URL: where.url }
			: {
					HEARTEN_DATABASE_URL: `postgres:///${where.database}`,
					PGHOST: where.host,
					PGPORT: String(where.port),
					PGUSER: where.user,
				}),
		HEARTEN_DEMO: 'yes',
		HEARTEN_PSEUDO_LOCALES: 'yes',
		HOST: '127.0.0.1',
	};
}
