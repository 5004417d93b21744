import { expect, test } from 'vitest';
import { z } from 'zod';
import { formIn, readForm } from './form.ts';

const sent = (body: string | FormData | URLSearchParams, type?: string) =>
	new Request('http://here.example/', {
		method: 'POST',
		body,
		...(type && { headers: { 'content-type': type } }),
	});

const Name = z.object({ name: z.string('needed') });

test('what was typed comes back beside what was read, without what PostgreSQL cannot hold', async () => {
	const form = await readForm(sent(new URLSearchParams({ name: 'A\0na', more: 'x' })), Name);

	expect(form).toEqual({ ok: true, data: { name: 'Ana' }, values: { name: 'Ana', more: 'x' } });
});

test('a field that comes twice, a missing one and a file are asked for again', async () => {
	const file = new FormData();
	file.set('name', new File(['x'], 'x.txt'));
	for (const body of [new URLSearchParams('name=a&name=b'), new URLSearchParams(), file])
		expect(await readForm(sent(body), Name)).toMatchObject({
			ok: false,
			again: { data: { problems: { name: 'needed' } } },
		});
});

test('secrets never come back', async () => {
	const body = new URLSearchParams({ passphrase: 'x', newPassphrase: 'y', code: 'z' });
	expect(await readForm(sent(body), Name)).toMatchObject({ again: { data: { values: {} } } });
});

test.each([
	['JSON', '{"name":"x"}', 'application/json'],
	['plain text', 'name=x', 'text/plain'],
	['a form without its boundary', 'x', 'multipart/form-data'],
	['a form that breaks off', '--x\r\ncontent-disp', 'multipart/form-data; boundary=x'],
])('%s is no form, and nobody’s fault here', async (_what, body, type) => {
	await expect(formIn(sent(body, type))).rejects.toMatchObject({ status: 400 });
});
