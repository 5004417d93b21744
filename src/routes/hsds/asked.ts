import type { RequestEvent } from '@sveltejs/kit';
import { pageOf } from '#features/directory/hsds.ts';
import { openly } from '#web/open.ts';

const MOST = 100;

/** Which page is asked for, as the specification names it. */
export function pageIn({ url }: Pick<RequestEvent, 'url'>) {
	const number = (name: string, otherwise: number, most: number) => {
		const told = Number(url.searchParams.get(name) ?? otherwise);
		return Number.isInteger(told) && told >= 1 ? Math.min(told, most) : otherwise;
	};
	const [page, perPage] = [number('page', 1, 100_000), number('per_page', 50, MOST)];
	return { page, perPage, slice: { limit: perPage, offset: (page - 1) * perPage } };
}

export const inJson = (event: Pick<RequestEvent, 'request'>, content: unknown): Response =>
	openly(event, JSON.stringify(content), { 'content-type': 'application/json' });

export const inPage = (
	event: Pick<RequestEvent, 'request'>,
	contents: readonly unknown[],
	about: Parameters<typeof pageOf>[1],
): Response => inJson(event, pageOf(contents, about));
