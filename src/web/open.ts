import type { RequestEvent } from '@sveltejs/kit';
import { createHash } from 'node:crypto';

/** Whether an address answers everybody the same, for programs and for the pages of others. */
export const isOpen = ({ route }: Pick<RequestEvent, 'route'>): boolean =>
	/^\/(listings\.\w+|listings\/\[listing\]\/calendar\.ics|hsds|embed\.json)(\/|$)/.test(route.id ?? '');

/** How long whoever fetched something public may keep it. Seconds. */
const KEPT = 300;

/**
 * Answers with something public that pages and programs of others may use: any page may read it, and whoever has it already
 * is told so. Nothing in it depends on who asks.
 */
export function openly(
	{ request }: Pick<RequestEvent, 'request'>,
	text: string,
	headers: Record<string, string>,
): Response {
	const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
	const open = {
		...headers,
		...openHeaders,
		'cache-control': `public, max-age=${KEPT}`,
		etag,
	};
	const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
	if (known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag))
		return new Response(null, { status: 304, headers: open });
	return new Response(text, { headers: open });
}

const openHeaders = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'x-listings-count, x-listings-left-out, etag',
	'cross-origin-resource-policy': 'cross-origin',
};
