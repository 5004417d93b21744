import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import { bearerBy, bearerTokenIn, isRefused, type Endpoint } from '#features/access/server/index.ts';
import type { Problem } from '#features/access/problem.ts';
import { mayUse, type Bearer } from '#features/access/token.ts';
import { transact } from '#platform/db.ts';
import { traceOf } from '#platform/log.ts';
import { untilCountedAnew } from '#platform/rate-limit.ts';
import { chooseLocale, type Say } from '#platform/say.ts';
import { locales, sayIn } from '../words.ts';
import { theApp } from './app.ts';
import { problemsIn } from './form.ts';

/** Longer than anything there is to say, however it is escaped. */
const LONGEST_BODY = 128_000;

/** Whether this request is for programs: then no cookie says who asks, and nothing is led anywhere. */
export const isForPrograms = ({ route }: Pick<RequestEvent, 'route'>) =>
	route.id?.startsWith('/api/') ?? false;

/** The handlers of one address, from the endpoints that have its path; whatever else is tried is answered as well. */
export function answering(
	endpoints: readonly Endpoint[],
	path: string,
): Record<Endpoint['method'] | 'fallback', RequestHandler> {
	const here = endpoints.filter((endpoint) => endpoint.path === path);
	const allow = here.map(({ method }) => (method === 'GET' ? 'GET, HEAD' : method)).join(', ');
	return {
		...(Object.fromEntries(
			here.map((endpoint) => [endpoint.method, (event: RequestEvent) => answer(endpoint, event)]),
		) as Record<Endpoint['method'], RequestHandler>),
		fallback: notThisWay(allow),
	};
}

/** Whatever an address is not asked for. `allow` names what it is. */
export const notThisWay =
	(allow: string): RequestHandler =>
	(event) =>
		no(event, undefined, 405, { code: 'not-this-way' }, { allow });

/** For every address below `/api` where nothing is. */
export const nothingHere: RequestHandler = (event) => no(event, undefined, 404, { code: 'not-found' });

export const jsonOf = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
	new Response(JSON.stringify(body), {
		status,
		headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
	});

/** Who asks, whether the token reaches so far, what is asked, and then the answer. */
async function answer(endpoint: Endpoint, event: RequestEvent): Promise<Response> {
	const { db, vault, now, requestId: reference } = event.locals;
	let me: Bearer | undefined;
	try {
		const token = bearerTokenIn(event.request.headers.get('authorization'));
		me = token === undefined ? undefined : await bearerBy(db, token, now);
		if (!me) return notKnown(event, token);
		const lacking = mayUse(endpoint.scope, me.token);
		if (lacking.refused) return notSoFar(event, me, endpoint.scope);

		const query = endpoint.query?.safeParse(Object.fromEntries(event.url.searchParams));
		if (query?.error) return notRight(event, me, query.error);
		const sent = endpoint.body && (await bodyOf(event.request));
		if (sent && 'no' in sent) return no(event, me, sent.no, { code: sent.code });
		const body = endpoint.body?.safeParse(sent?.json);
		if (body?.error) return notRight(event, me, body.error);

		const actor = me.id;
		const { spine } = theApp();
		const outcome = await endpoint.run({
			spine,
			db,
			vault,
			now,
			me,
			params: event.params,
			query: query?.data,
			body: body?.data,
			transact: (operation) => transact(spine, { actor, now }, operation),
		});
		if (outcome === undefined || (isRefused(outcome) && outcome.refused === 'not-found'))
			return no(event, me, 404, { code: 'not-found' });
		if (isRefused(outcome)) return refused(endpoint, event, me, outcome.refused);
		return jsonOf(endpoint.answers.parse(outcome), endpoint.status);
	} catch (error) {
		theApp().log.error({ request: reference, route: event.route.id, error: traceOf(error) }, 'broken');
		return no(event, me, 500, { code: 'broken', reference });
	}
}

const notKnown = (event: RequestEvent, token: string | undefined) =>
	token === undefined
		? no(event, undefined, 401, { code: 'token-needed' }, { 'www-authenticate': 'Bearer realm="Hearten"' })
		: no(
				event,
				undefined,
				401,
				{ code: 'token-not-good' },
				{ 'www-authenticate': 'Bearer realm="Hearten", error="invalid_token"' },
			);

const notSoFar = (event: RequestEvent, me: Bearer, scope: string) =>
	no(
		event,
		me,
		403,
		{ code: 'scope-lacking', scope },
		{ 'www-authenticate': `Bearer realm="Hearten", error="insufficient_scope", scope="${scope}"` },
	);

function notRight(event: RequestEvent, me: Bearer, error: Parameters<typeof problemsIn>[0]) {
	const say = sayTo(event, me);
	const problems = Object.fromEntries(
		Object.entries(problemsIn(error)).map(([field, code]) => [field, { code, message: say(`form.${code}`) }]),
	);
	return no(event, me, 422, { code: 'not-right', problems });
}

/** “Too fast” is until its counting begins anew; every other no is about what is, so 409, as for a form. */
function refused({ sentence, counts }: Endpoint, event: RequestEvent, me: Bearer, reason: string) {
	const message = sayTo(event, me)(sentence(reason));
	if (reason !== 'too-fast') return no(event, me, 409, { code: reason, message });
	const wait = Math.min(counts ?? Number.POSITIVE_INFINITY, untilCountedAnew(event.locals.now));
	return no(event, me, 429, { code: reason, message }, { 'retry-after': String(Math.ceil(wait / 1000)) });
}

function no(
	event: RequestEvent,
	me: Bearer | undefined,
	status: number,
	error: Omit<Problem, 'message'> & { message?: string },
	headers: Record<string, string> = {},
) {
	const message = error.message ?? sayTo(event, me)(`access.no.${error.code}`);
	return jsonOf({ error: { ...error, message } satisfies Problem }, status, headers);
}

function sayTo({ request }: RequestEvent, me: Bearer | undefined): Say {
	const locale = me && locales.includes(me.locale) ? me.locale : undefined;
	return sayIn(locale ?? chooseLocale(request.headers.get('accept-language'), locales), me?.zone ?? 'UTC');
}

type NoBody = { no: 400 | 413 | 415; code: string };

/** What was sent, as far as it is JSON and not a book. */
async function bodyOf(request: Request): Promise<{ json: unknown } | NoBody> {
	const type = request.headers.get('content-type') ?? '';
	if (!/^application\/json\s*(;|$)/i.test(type)) return { no: 415, code: 'json-needed' };
	const text = await textOf(request);
	if (text === undefined) return { no: 413, code: 'too-large' };
	try {
		return { json: JSON.parse(text) as unknown };
	} catch {
		return { no: 400, code: 'not-json' };
	}
}

/** A body that is too long is read on so far, and dropped: only whoever may finish hears the answer. Bytes. */
const READ_ON = 4_000_000;

/** Undefined when it is longer than anything there is to say. No more than that is kept. */
async function textOf({ headers, body }: Request): Promise<string | undefined> {
	if (Number(headers.get('content-length') ?? 0) > LONGEST_BODY) return undefined;
	const pieces: Uint8Array[] = [];
	let length = 0;
	for await (const piece of body ?? []) {
		length += piece.length;
		if (length > READ_ON) return undefined;
		if (length <= LONGEST_BODY) pieces.push(piece);
	}
	return length > LONGEST_BODY ? undefined : new TextDecoder().decode(Buffer.concat(pieces));
}
