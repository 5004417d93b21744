import { may } from '#features/circles/policy.ts';
import { circlesFor, topicsInUse } from '#features/circles/server/queries.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, viewer, now }, url }) => {
	const asked = (name: string) => url.searchParams.get(name)?.trim().slice(0, 80) || undefined;
	const page = Math.min(10_000, Math.max(1, Number.parseInt(asked('page') ?? '1', 10) || 1));
	const finding = { words: asked('words'), topic: asked('topic'), language: asked('language'), page };
	const [found, topics] = await Promise.all([circlesFor(db, viewer, finding, now), topicsInUse(db, viewer)]);
	return { ...found, finding, topics: topics.map(({ topic }) => topic), opening: may.open({ viewer }) };
};
