import type { z } from 'zod';
import type { Reader, Spine, Tx } from '#platform/db.ts';
import type { Refused } from '#platform/ruling.ts';
import type { Vault } from '#platform/vault.ts';
import type { Bearer, Scope } from '../token.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** What an endpoint is handed: who asks, by which token, and for what. Its shape has been checked. */
export interface Asked<Query = unknown, Body = unknown> {
	db: Reader;
	vault: Vault;
	now: Date;
	me: Bearer;
	/** What stands in the braces of the path. Nobody has looked at it yet. */
	params: Readonly<Record<string, string | undefined>>;
	query: Query;
	body: Body;
	/** For what is done together with what others ask for. */
	spine: Spine;
	/** Runs one operation as whoever the token is of. */
	transact<Outcome extends object>(operation: (tx: Tx) => Promise<Outcome>): Promise<Outcome>;
}

/**
 * One thing programs can do here. Routes, the OpenAPI document and the tests are all made from the list of these that
 * `composition.ts` gathers.
 */
export interface Endpoint {
	method: Method;
	/** Below `/api/v1`, with `{circle}` where a name stands. */
	path: string;
	scope: Scope;
	/** What it does, in a sentence of the document. */
	does: string;
	query: z.ZodType | undefined;
	body: z.ZodType | undefined;
	/** What is answered has this shape and nothing beside it. */
	answers: z.ZodType;
	status: 200 | 201;
	/** Every reason it may give for a no. */
	refusals: readonly string[];
	/** The key of the sentence for a reason. */
	sentence(reason: string): string;
	/** For how long it counts how often it is asked, in milliseconds, where it does. */
	counts: number | undefined;
	/** The answer, or a no; undefined where there is nothing, or nothing that this person may find. */
	run(asked: Asked): Promise<unknown>;
}

interface Spec<
	Query extends z.ZodType,
	Body extends z.ZodType,
	Answer extends z.ZodType,
	Reason extends string,
> {
	method: Method;
	path: string;
	scope: Scope;
	does: string;
	query?: Query;
	body?: Body;
	answers: Answer;
	status?: 200 | 201;
	refusals?: readonly Reason[];
	sentence?: (reason: string) => string;
	counts?: number;
	run(asked: Asked<z.output<Query>, z.output<Body>>): Promise<z.input<Answer> | Refused<Reason> | undefined>;
}

/** Describes an endpoint. The compiler holds that it answers in its shape, and gives no reason that it does not name. */
export const endpoint = <
	Query extends z.ZodType,
	Body extends z.ZodType,
	Answer extends z.ZodType,
	const Reason extends string = never,
>(
	spec: Spec<Query, Body, Answer, Reason>,
): Endpoint => ({
	query: undefined,
	body: undefined,
	status: 200,
	refusals: [],
	sentence: (reason) => `access.no.${reason}`,
	counts: undefined,
	...spec,
});

export const isRefused = (outcome: unknown): outcome is Refused<string> =>
	typeof outcome === 'object' &&
	outcome !== null &&
	'refused' in outcome &&
	typeof outcome.refused === 'string';
