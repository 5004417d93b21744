import { error } from '@sveltejs/kit';
import { asMarkdown, riskDocument } from '#features/ladder/risk-document.ts';
import { assessment } from '#features/ladder/server/index.ts';
import { may } from '#features/ladder/policy.ts';
import { dayTold } from '#web/day-told.ts';
import type { RequestHandler } from './$types.js';

/** The risk assessment as a file. */
export const GET: RequestHandler = async ({ locals }) => {
	const { db, viewer, now, say, locale } = locals;
	if (may.arrange({ viewer }).refused) error(404);
	const sections = riskDocument(await assessment(db, now), say, dayTold(locale));
	const text = asMarkdown(say('ladder.risk.title'), say('ladder.risk.lead'), sections);
	return new Response(text, {
		headers: {
			'content-type': 'text/markdown; charset=utf-8',
			'content-disposition': 'attachment; filename="risk.md"',
		},
	});
};
