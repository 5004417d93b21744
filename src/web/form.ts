import { error, fail, type ActionFailure } from '@sveltejs/kit';
import type { Refused } from '#platform/ruling.ts';
import type { z } from 'zod';

/** What was wrong with each field, as the last part of a message key: `form.too-long`. */
export type Problems = Record<string, string>;

/** What comes back to a page whose form was not accepted: what was typed, and why it was not. */
export interface NotYet {
	values: Record<string, string | string[]>;
	problems: Problems;
	/** The refusal, when the form was well but the answer is no. */
	refused?: string;
	/** How long to wait, when that is the answer. */
	minutes?: number;
}

export type Read<Data> =
	{ ok: true; data: Data; values: NotYet['values'] } | { ok: false; again: ActionFailure<NotYet> };

/** Secrets are never sent back, not even to whoever typed them. */
const secret = /passphrase|recovery|code|token/i;

/**
 * Reads a form by its schema. What does not fit comes back with everything that was typed, but for secrets. Whoever needs
 * the files in it too hands over the form itself.
 */
export async function readForm<Schema extends z.ZodType>(
	sent: Request | FormData,
	schema: Schema,
): Promise<Read<z.output<Schema>>> {
	const values = typed(sent instanceof FormData ? sent : await formIn(sent));
	const read = await schema.safeParseAsync(values);
	if (read.success) return { ok: true, data: read.data, values };

	const problems = problemsIn(read.error);
	return { ok: false, again: fail(422, { values: withoutSecrets(values), problems }) };
}

/** What is wrong with each field, in the words of `Problems`. */
export function problemsIn({ issues }: z.ZodError): Problems {
	const problems: Problems = {};
	for (const { path, message, code } of issues) {
		const field = String(path[0] ?? '');
		problems[field] ??= /^[a-z-]+$/.test(message)
			? message
			: code === 'invalid_type'
				? 'needed'
				: 'not-right';
	}
	return problems;
}

/** The form that was sent. Whatever is none, or is broken off, no page of ours sent. */
export async function formIn(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (thrown) {
		if (thrown instanceof TypeError) error(400);
		throw thrown;
	}
}

/** Says no to a form that was well-formed: keeps what was typed, and passes on the reason. */
export function sayNo(
	{ refused, minutes }: Refused<string> & { minutes?: number },
	values: NotYet['values'] = {},
): ActionFailure<NotYet> {
	const again: NotYet = { values: withoutSecrets(values), problems: {}, refused };
	return minutes === undefined ? fail(409, again) : fail(429, { ...again, minutes });
}

/** A field that appears once is text; one that appears more often, such as ticks, is a list. Files are left out. */
function typed(form: FormData): NotYet['values'] {
	const values: NotYet['values'] = {};
	for (const name of new Set(form.keys())) {
		const all = form
			.getAll(name)
			.flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\0', '')] : []));
		if (all.length > 0) values[name] = all.length === 1 ? all[0]! : all;
	}
	return values;
}

const withoutSecrets = (values: NotYet['values']) =>
	Object.fromEntries(Object.entries(values).filter(([name]) => !secret.test(name)));
