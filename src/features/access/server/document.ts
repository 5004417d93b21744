import { z } from 'zod';
import { ProblemSchema, codes } from '../problem.ts';
import { scopes } from '../token.ts';
import type { Endpoint } from './endpoint.ts';

type Json = { [name: string]: unknown };

/** The OpenAPI 3.1 document of these endpoints, from the same schemas that check what comes in and shape what goes out. */
export function documentOf(endpoints: readonly Endpoint[]): Json {
	const shared = new Map<string, Json>();
	const paths: Record<string, Json> = { '/openapi.json': { get: itself } };
	for (const endpoint of endpoints)
		paths[endpoint.path] = {
			...paths[endpoint.path],
			[endpoint.method.toLowerCase()]: operationOf(endpoint, shared),
		};
	schemaOf(ProblemSchema, 'output', shared);
	return {
		openapi: '3.1.1',
		info: {
			title: 'Hearten',
			version: '1',
			summary: 'What one can do here, for programs.',
			description: `A token is made at \`/me/tokens\`, with some of the scopes ${scopes.join(', ')}. It never does more than its person may.`,
			license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
		},
		servers: [{ url: '/api/v1' }],
		security: [{ token: [] }],
		paths,
		components: {
			responses: Object.fromEntries(
				Object.entries(codes).map(([status, reasons]) => [
					nameOf(status),
					refusal(reasons, Number(status), shared),
				]),
			),
			schemas: Object.fromEntries([...shared].sort(([a], [b]) => a.localeCompare(b))),
			securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
		},
	};
}

const itself = {
	operationId: 'getOpenapiJson',
	summary: 'This document.',
	security: [],
	responses: {
		200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
	},
};

function operationOf(endpoint: Endpoint, shared: Map<string, Json>): Json {
	const { method, path, scope, does, query, body, answers, status } = endpoint;
	const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
		name,
		in: 'path',
		required: true,
		schema: name === 'place' ? { type: 'integer', minimum: 1 } : { type: 'string' },
	}));
	return {
		operationId: `${method.toLowerCase()}${path.replaceAll(/\W+(\w?)/g, (_, next: string) => next.toUpperCase())}`,
		summary: does,
		description: `Needs the scope \`${scope}\`.`,
		tags: [path.split('/')[1]],
		...((parameters.length > 0 || query) && {
			parameters: [...parameters, ...(query ? queryParameters(query, shared) : [])],
		}),
		...(body && { requestBody: { required: true, content: json(schemaOf(body, 'input', shared)) } }),
		responses: {
			[status]: { description: 'Yes.', content: json(schemaOf(answers, 'output', shared)) },
			...Object.fromEntries(
				[...noesOf(endpoint)].map(([no, reasons]) => [
					no,
					no === 409 ? refusal(reasons, no, shared) : { $ref: `#/components/responses/${nameOf(no)}` },
				]),
			),
		},
	};
}

/** What every endpoint answers alike is written down once: `No401`. */
const nameOf = (status: number | string) => `No${status}`;

/** By status, which codes this endpoint may answer with. */
function noesOf({ path, query, body, refusals }: Endpoint): Map<number, readonly string[]> {
	const own = refusals.filter((reason) => reason !== 'too-fast' && reason !== 'not-found');
	const may = {
		400: body !== undefined,
		401: true,
		403: true,
		404: path.includes('{'),
		405: false,
		413: body !== undefined,
		415: body !== undefined,
		422: body !== undefined || query !== undefined,
		429: refusals.includes('too-fast'),
		500: true,
	};
	const noes = new Map<number, readonly string[]>();
	for (const [status, reasons] of Object.entries(codes))
		if (may[Number(status) as keyof typeof may]) noes.set(Number(status), reasons);
	if (own.length > 0) noes.set(409, own);
	return new Map([...noes].sort(([a], [b]) => a - b));
}

const refusal = (reasons: readonly string[], status: number, shared: Map<string, Json>): Json => ({
	description: reasons.join(', '),
	...(status === 429 && {
		headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } },
	}),
	content: json({
		allOf: [
			schemaOf(ProblemSchema, 'output', shared),
			{ properties: { error: { properties: { code: { enum: reasons } } } } },
		],
	}),
});

function queryParameters(query: z.ZodType, shared: Map<string, Json>) {
	const { properties } = schemaOf(query, 'output', shared) as { properties: Record<string, Json> };
	return Object.entries(properties).map(([name, { description, ...schema }]) => ({
		name,
		in: 'query',
		...(description !== undefined && { description }),
		schema,
	}));
}

const json = (schema: Json) => ({ 'application/json': { schema } });

/** As JSON Schema; what has a name of its own moves to the components that are shared. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', shared: Map<string, Json>): Json {
	const { $schema: _, $defs, ...own } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as Json;
	const { id, ...self } = pointToComponents(own);
	for (const [name, defined] of Object.entries(($defs ?? {}) as Record<string, Json>)) {
		const { id: _id, ...rest } = pointToComponents(defined);
		shared.set(name, rest);
	}
	if (typeof id !== 'string') return self;
	shared.set(id, self);
	return { $ref: `#/components/schemas/${id}` };
}

const pointToComponents = (schema: Json): Json =>
	JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
