import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	closeSync,
	existsSync,
	fsyncSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { PLAIN } from './plain-environment.ts';
import type { Programs } from './programs.ts';

export const OWNER = 'hearten';
export const DATABASE = 'hearten';

export interface Setup {
	programs: Programs;
	guards: readonly string[];
	durable: boolean;
}

/** Makes sure that the folder holds a database cluster this PostgreSQL can run. Leaves alone whatever else it holds. */
export function prepareCluster(folder: string, setup: Setup) {
	if (existsSync(join(folder, 'PG_VERSION'))) return checkCluster(folder, setup.programs.major);
	if (existsSync(folder) && readdirSync(folder).length > 0)
		throw new CannotStart(
			`${folder} is not empty, and it is not a database either (it has no PG_VERSION). Hearten leaves it as it is. ` +
				'Move it away, or give Hearten another folder by HEARTEN_DATA.',
		);
	makeCluster(folder, setup);
}

function checkCluster(folder: string, major: number) {
	const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
	if (made !== String(major))
		throw new CannotStart(
			`The database in ${folder} was made by PostgreSQL ${made}, and this is PostgreSQL ${major}, which cannot read it. ` +
				`Set PG_BIN to the bin folder of a PostgreSQL ${made}.`,
		);

	const { uid, mode } = statSync(folder);
	const me = process.getuid?.();
	if (me !== undefined && uid !== me)
		throw new CannotStart(
			`${folder} belongs to account number ${uid}, and Hearten runs as ${me}. ` +
				'Start it as that account, or give the whole data folder to this one with chown -R.',
		);
	if (mode & 0o077) chmodSync(folder, 0o700); // PostgreSQL refuses a folder others may enter
}

/**
 * The cluster is made beside its place and moved there when it is whole, so a kill halfway leaves nothing that looks
 * like a database. Each attempt has a folder of its own, so what is left of one cannot get in the way of the next.
 */
function makeCluster(folder: string, setup: Setup) {
	const unfinished = mkdtempSync(`${folder}${UNFINISHED}`);
	runInitdb(unfinished, setup);
	makeDatabase(unfinished, setup);
	renameSync(unfinished, folder);
	if (setup.durable) sync(dirname(folder));
}

const UNFINISHED = '.new-';
const FROM_INITDB =
	/^(PG_VERSION|base|global|pg_\w+|pg_\w+\.conf|postgresql(\.auto)?\.conf|postmaster\.(pid|opts)|core)$/;

/** The folders of attempts that were cut short. One that holds anything else is not ours to remove. */
export function unfinishedBeside(folder: string): string[] {
	return readdirSync(dirname(folder), { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name.startsWith(basename(folder) + UNFINISHED))
		.map((entry) => join(dirname(folder), entry.name))
		.filter((path) => readdirSync(path).every((name) => FROM_INITDB.test(name)));
}

/** The builtin locale sorts by code point everywhere, whatever the machine’s C library knows. PostgreSQL 17 and newer have it. */
function runInitdb(folder: string, { programs, guards, durable }: Setup) {
	const locale =
		programs.major >= 17
			? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
			: ['--locale=C.UTF-8'];
	const words = ['-D', folder, '-U', OWNER, '-E', 'UTF8', ...locale, '-A', 'trust'];
	run([...guards, programs.initdb, ...words, ...(durable ? [] : ['--no-sync'])]);
}

function makeDatabase(folder: string, { programs, guards, durable }: Setup) {
	const fsync = durable ? [] : ['-c', 'fsync=off'];
	run(
		[...guards, programs.postgres, '--single', '-D', folder, ...fsync, 'postgres'],
		`create database ${DATABASE};\n`,
	);
}

const TAKES_AT_MOST = 180_000; // milliseconds

function run([program = '', ...words]: string[], input = '') {
	const { error, status, stdout, stderr } = spawnSync(program, words, {
		input,
		encoding: 'utf8',
		env: PLAIN,
		timeout: TAKES_AT_MOST,
	});
	if (error) throw new CannotStart(`The database could not be made: ${error.message}`);
	if (status !== 0 || /\b(ERROR|FATAL|PANIC):/.test(stderr)) throw new CannotStart((stderr || stdout).trim());
}

function sync(folder: string) {
	const descriptor = openSync(folder, 'r');
	fsyncSync(descriptor);
	closeSync(descriptor);
}
