import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { endpoints } from '#composition';
import { documentOf, makeToken } from '#features/access/server/index.ts';
import { scopes as every, type Scope } from '#features/access/token.ts';
import { transact } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import type { App } from './app.ts';

export const document = documentOf(endpoints) as {
	paths: Record<string, Record<string, { responses: Record<string, { $ref?: string }> }>>;
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, 'api');

/** A program that holds a token, and holds every answer to the document. */
export class Program {
	readonly #origin: string;
	readonly token: string | undefined;

	constructor({ origin }: Pick<App, 'origin'>, token?: string) {
		this.#origin = origin;
		this.token = token;
	}

	/** `path` is as in the document; `at` fills its braces. `body` is sent as JSON. */
	async ask(
		method: string,
		path: string,
		{ at = {}, query = '', body, ...how }: Asking = {},
	): Promise<{ status: number; json: Told; headers: Headers }> {
		const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => at[name] ?? 'none');
		const answer = await fetch(`${this.#origin}/api/v1${address}${query}`, {
			method,
			redirect: 'manual',
			...(body !== undefined && { body: JSON.stringify(body) }),
			...how,
			headers: {
				...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
				...(body !== undefined && { 'content-type': 'application/json' }),
				...how.headers,
			},
		});
		const json = (await answer.json()) as Told;
		holdToDocument(method, path, answer.status, json);
		return { status: answer.status, json, headers: answer.headers };
	}
}

/** What the document says is there, when it is there. */
interface Told extends Record<string, unknown> {
	place: number;
	error: { code: string; message: string };
}

interface Asking extends Omit<RequestInit, 'body' | 'headers' | 'method'> {
	at?: Record<string, string>;
	query?: string;
	body?: unknown;
	headers?: Record<string, string>;
}

/** Throws unless the document says that this may be answered here. */
function holdToDocument(method: string, path: string, status: number, json: unknown) {
	const operation = document.paths[path]?.[method.toLowerCase()];
	if (!operation) return;
	if (!operation.responses[status])
		throw new Error(`${method} ${path} answered ${status}, which is not written.`);
	const escaped = path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
	const here = `#/paths/${escaped}/${method.toLowerCase()}/responses/${status}`;
	const where = operation.responses[status].$ref ?? here;
	if (!ajv.validate({ $ref: `api${where}/content/application~1json/schema` }, json))
		throw new Error(`${method} ${path} answered ${status} otherwise than written: ${ajv.errorsText()}`);
}

/** A token of somebody’s, made as the page makes it. */
export async function tokenFor(
	app: Pick<App, 'spine'>,
	personId: PersonId,
	{ scopes = every, name = 'A test' }: { scopes?: readonly Scope[]; name?: string } = {},
): Promise<string> {
	const made = await transact(app.spine, { actor: personId, now: rightNow() }, (tx) =>
		makeToken(tx, { name, scopes: [...scopes], days: 90 }),
	);
	if ('refused' in made) throw new Error(`No token could be made: ${made.refused}`);
	return made.token;
}
