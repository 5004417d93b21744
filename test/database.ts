import { randomBytes } from 'node:crypto';
import { openConnections, type Whereabouts } from '#platform/db.ts';

/** The same server, another database. */
export function databaseAt<Where extends Whereabouts>(where: Where, name: string): Where {
	if (!('url' in where)) return { ...where, database: name };
	const url = new URL(where.url);
	url.pathname = `/${name}`;
	return { ...where, url: url.href };
}

/** Makes a database for one test on this server, from a template or empty; answers with it, and with how to drop it. */
export async function makeDatabase<Where extends Whereabouts>(server: Where, template?: string) {
	const name = `test_${randomBytes(6).toString('hex')}`;
	const admin = openConnections(server, { max: 1 });
	await admin.unsafe(
		template ? `create database ${name} template ${template} strategy file_copy` : `create database ${name}`,
	);
	return {
		where: databaseAt(server, name),
		async drop() {
			await admin.unsafe(`drop database if exists ${name} with (force)`);
			await admin.end();
		},
	};
}
