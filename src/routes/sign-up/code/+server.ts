import { error } from '@sveltejs/kit';
import { readRecoveryCode } from '#features/people/recovery-code.ts';
import { formIn } from '#web/form.ts';
import type { RequestHandler } from './$types.js';

/** Hands a recovery code back as a file. It is in the form, was never kept, and is not now; nor does the file say what for. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const code = String((await formIn(request)).get('code') ?? '').slice(0, 100);
	if (readRecoveryCode(code) === undefined) error(400);
	return new Response(`${locals.say('people.code.file', { code })}\n`, {
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'content-disposition': 'attachment; filename="code.txt"',
		},
	});
};
