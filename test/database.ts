import type { Whereabouts } from '#platform/db.ts';

/** The same server, another database. */
export function databaseAt(where: Whereabouts, name: string): Whereabouts {
	if (!('url' in where)) return { ...where, database: name };
	const url = new URL(where.url);
	url.pathname = `/${name}`;
	return { url: url.href };
}
