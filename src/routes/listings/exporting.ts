import type { RequestEvent } from '@sveltejs/kit';
import { filtersIn, queryOf } from '#features/directory/forms.ts';
import type { asMeetingGuide, Exported } from '#features/directory/server/index.ts';
import { openly } from '#web/open.ts';

type As = (...asked: Parameters<typeof asMeetingGuide>) => Promise<Exported>;

/** Answers with listings in some format. What the format cannot say is counted in a header. */
export async function exporting(
	event: RequestEvent,
	as: As,
	{ type, file }: { type: string; file: string },
): Promise<Response> {
	const { locals, url } = event;
	const asked = url.searchParams;
	const body = asked.get('body') ?? undefined;
	const filters = { ...filtersIn(asked), page: 1 };
	const { text, count, cannot } = await as(locals.db, {
		origin: url.origin,
		now: locals.now,
		filters: queryOf(filters) === '' ? undefined : filters,
		body,
	});
	return openly(event, text, {
		'content-type': type,
		'content-disposition': `inline; filename="${file}"`,
		'x-listings-count': String(count),
		'x-listings-left-out': String(cannot),
	});
}
