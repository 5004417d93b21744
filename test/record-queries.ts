/**
 * While tests run, notes each query that the product compiles, and the line that asked for it. Queries of the tests
 * themselves are left out. Only with HEARTEN_RECORD_QUERIES=FOLDER.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PostgresQueryCompiler } from 'kysely';
import { Written } from '#platform/written-once.ts';

const folder = process.env.HEARTEN_RECORD_QUERIES;
if (folder) record(folder);

function record(into: string) {
	mkdirSync(into, { recursive: true });
	const file = join(into, `${process.pid}.jsonl`);
	const seen = new Set<string>();
	const compileQuery = PostgresQueryCompiler.prototype.compileQuery;
	PostgresQueryCompiler.prototype.compileQuery = function (...args) {
		return noted(compileQuery.apply(this, args));
	};
	// What is written out once is compiled for whoever asks first, and asked by others as well.
	const compile = Written.prototype.compile;
	Written.prototype.compile = function () {
		return noted(compile.call(this));
	};

	function noted<Compiled extends { sql: string }>(compiled: Compiled): Compiled {
		const asked = whoAsked();
		if (!asked) return compiled;
		const line = JSON.stringify({ ...asked, sql: compiled.sql });
		if (!seen.has(line)) appendFileSync(file, `${line}\n`);
		seen.add(line);
		return compiled;
	}
}

/** The nearest line of the product; undefined when a test asked. */
function whoAsked(): { file: string; line: number } | undefined {
	const limit = Error.stackTraceLimit;
	Error.stackTraceLimit = 40;
	const stack = new Error('asked').stack ?? '';
	Error.stackTraceLimit = limit;
	for (const frame of stack.split('\n').slice(1)) {
		// A transaction sends what it is handed; who handed it over is further down.
		if (/ at (Tx\.(ask|lastly)|Object\.compile|\S*\.?compile) /.test(frame)) continue;
		const [, path = '', line = ''] = /(?:file:\/\/)?(\/[^()]+?):(\d+):\d+\)?$/.exec(frame) ?? [];
		if (!path || path === import.meta.filename || path.includes('/node_modules/')) continue;
		if (path.endsWith('/src/platform/written-once.ts')) continue;
		const file = relative(process.cwd(), path);
		return file.startsWith('src/') && !file.includes('.test.') ? { file, line: Number(line) } : undefined;
	}
	return undefined;
}
