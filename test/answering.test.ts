import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

/** What a program of `script/answering` says to what it is told. */
async function answers(name: string, said: string) {
	const program = spawn(process.execPath, [`script/answering/${name}.ts`], { stdio: 'pipe' });
	const heard = Promise.all([text(program.stdout), text(program.stderr), once(program, 'exit')]);
	program.stdin.end(said);
	const [out, err, [code]] = await heard;
	return {
		lines: out
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as Record<string, unknown>),
		err,
		code: code as unknown,
	};
}

test('every sentence is answered in its place, and a line nobody can read stops nothing', async () => {
	const { lines, err, code } = await answers(
		'read-risk',
		'{"id":"a","text":"I want to kill myself"}\nnot json\n{"id":7}\n\n{"id":"b","text":"hello"}\r\n{"id":"c","text":"kys"}',
	);

	expect(code).toBe(0);
	expect(lines.map(({ id }) => id)).toEqual(['a', null, 7, 'b', 'c']);
	expect(lines[0]).toMatchObject({ level: 2, tier: 2, pii: [] });
	expect(lines[1]).toMatchObject({ level: 0, error: 'is no JSON' });
	expect(lines[3]).toMatchObject({ suicide: 0, level: 0, tier: 0 });
	expect(lines[4]!.encourage).toBeGreaterThanOrEqual(0.5);
	expect(Object.keys(lines[0]!)).toEqual(
		'id suicide level tier selfharm abuse threat ed dosing contact harass encourage pii'.split(' '),
	);
	expect(err).toMatch(/Line 2 is no JSON/);
	expect(err).toMatch(/Line 3 has no "text"/);
});

test('every reply is heard in its place', async () => {
	const { lines, code } = await answers(
		'coach-reply',
		'{"id":1,"seeker":"I lost my job","text":"That must be so hard. What happened?"}\n{"id":2,"seeker":"","text":"Okay."}\n',
	);

	expect(code).toBe(0);
	expect(lines).toEqual([
		{ id: 1, er: 0, ip: 2, ex: 1, behaviour: 'question' },
		{ id: 2, er: 0, ip: 0, ex: 0, behaviour: 'other' },
	]);
});
