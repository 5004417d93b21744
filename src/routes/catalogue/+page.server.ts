import { error } from '@sveltejs/kit';
import { theApp } from '#web/app.ts';
import type { PageServerLoad } from './$types.js';

/** Every component in every named state, for those who work on them: only where anybody may be anybody. */
export const load: PageServerLoad = () => {
	if (!theApp().config.demo) error(404);
	return {};
};
