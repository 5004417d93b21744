import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { unfinishedBeside } from './cluster.ts';
import { startEmbedded } from './embedded.ts';
import { anotherProcess, databaseOf, emptyFolder, thereIs, until } from './fixtures/folders.ts';
import { serversOn } from './processes.ts';

test('after kill -9 of Hearten its database ends, and the next start is good', async () => {
	const folder = join(emptyFolder(), 'db');
	const hearten = anotherProcess(folder);
	await databaseOf(hearten);

	hearten.kill('SIGKILL');

	await startsWell(folder);
});

test('after kill -9 of Hearten and its database together the next start is good', async () => {
	const folder = join(emptyFolder(), 'db');
	const hearten = anotherProcess(folder);
	const database = await databaseOf(hearten);

	hearten.kill('SIGKILL');
	process.kill(database, 'SIGKILL');

	await startsWell(folder);
});

test.runIf(process.platform === 'linux')(
	'a database that outlives its parent is ended by the next start',
	async () => {
		const folder = join(emptyFolder(), 'db');
		const hearten = anotherProcess(folder, { ...process.env, PATH: pathWithout('setpriv') });
		const database = await databaseOf(hearten);
		hearten.kill('SIGKILL');
		await once(hearten, 'exit');
		await pause(300);
		expect(serversOn(folder).map(({ pid }) => pid)).toContain(database);

		const said = await startsWell(folder);

		expect(said).toContainEqual(expect.stringContaining('was left running'));
		expect(serversOn(folder)).toEqual([]);
	},
);

test.for([0, 20, 200, 600])(
	'kill -9 %i ms into making a database leaves nothing in the way',
	async (delay) => {
		const folder = join(emptyFolder(), 'db');
		const hearten = anotherProcess(folder);
		await until(() => unfinishedBeside(folder).length > 0);
		await pause(delay);

		hearten.kill('SIGKILL');

		await startsWell(folder);
		expect(unfinishedBeside(folder)).toEqual([]);
	},
);

test('a half-made database is made again', async () => {
	const folder = join(emptyFolder(), 'db');
	mkdirSync(join(`${folder}.new-half`, 'base'), { recursive: true });
	writeFileSync(join(`${folder}.new-half`, 'PG_VERSION'), '18\n');

	await startsWell(folder);

	expect(unfinishedBeside(folder)).toEqual([]);
});

test('a lock file that names a living stranger is not believed', async () => {
	const folder = join(emptyFolder(), 'db');
	await startsWell(folder);
	pretendRunning(folder, process.pid);

	await startsWell(folder);
});

test.runIf(process.platform === 'linux')('a lock file that names a zombie is not believed', async () => {
	const folder = join(emptyFolder(), 'db');
	await startsWell(folder);
	pretendRunning(folder, await zombie());

	await startsWell(folder);
});

test('a second Hearten on the same folder is refused, until the first one is killed', async () => {
	const folder = join(emptyFolder(), 'db');
	const first = anotherProcess(folder);
	await databaseOf(first);

	await expect(startEmbedded(folder)).rejects.toThrow(
		`already running (process ${first.pid}) with this data folder`,
	);
	first.kill('SIGKILL');

	await startsWell(folder);
});

test('of two that start at the same moment on an empty folder exactly one runs', async () => {
	const folder = join(emptyFolder(), 'db');

	const [one, other] = await Promise.allSettled([
		databaseOf(anotherProcess(folder)),
		databaseOf(anotherProcess(folder)),
	]);

	const failed = [one, other].filter((start) => start.status === 'rejected');
	expect(failed).toHaveLength(1);
	expect(String(failed[0]?.reason)).toContain('already running');
});

test('a folder with something else in it is refused and left as it was', async () => {
	const folder = join(emptyFolder(), 'db');
	mkdirSync(folder);
	writeFileSync(join(folder, 'letters.txt'), 'dear Ben');

	await expect(startEmbedded(folder)).rejects.toThrow('is not empty, and it is not a database');

	expect(readFileSync(join(folder, 'letters.txt'), 'utf8')).toBe('dear Ben');
});

test('somebody’s own folder with a name like ours is left as it was', async () => {
	const folder = join(emptyFolder(), 'db');
	mkdirSync(`${folder}.new-idea`);
	writeFileSync(join(`${folder}.new-idea`, 'letters.txt'), 'dear Ben');

	await startsWell(folder);

	expect(readdirSync(`${folder}.new-idea`)).toEqual(['letters.txt']);
});

test('a database of another major version is refused by name', async () => {
	const folder = join(emptyFolder(), 'db');
	mkdirSync(folder);
	writeFileSync(join(folder, 'PG_VERSION'), '12\n');

	await expect(startEmbedded(folder)).rejects.toThrow('was made by PostgreSQL 12, and this is PostgreSQL');
});

/** Starts on the folder as the next Hearten would, stops again, and answers with what was logged. */
async function startsWell(folder: string): Promise<string[]> {
	const said: string[] = [];
	const embedded = await startEmbedded(folder, { log: (line) => said.push(line) });
	await embedded.stop();
	return said;
}

/** Leaves the lock file of a server that was killed, and whose process number somebody else has now. */
function pretendRunning(folder: string, pid: number) {
	writeFileSync(
		join(folder, 'postmaster.pid'),
		[pid, folder, 1700000000, 5432, folder, '', '  12345  1', 'ready', ''].join('\n'),
	);
}

/** A process that has ended and that nobody has asked about. */
async function zombie(): Promise<number> {
	const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], {
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	onTestFinished(() => void parent.kill('SIGKILL'));
	const [line] = (await once(parent.stdout, 'data')) as [Buffer];
	const pid = Number(line);
	await until(() => readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '));
	return pid;
}

/** A folder of links to the programs a start needs, but for one. */
function pathWithout(missing: string): string {
	const folder = join(emptyFolder(), 'bin');
	mkdirSync(folder);
	for (const name of ['flock', 'setpriv', 'sh', 'true', 'unshare'].filter((program) => program !== missing)) {
		const at = (process.env.PATH ?? '')
			.split(':')
			.map((path) => join(path, name))
			.find((path) => thereIs(path)());
		if (at) symlinkSync(at, join(folder, name));
	}
	return folder;
}
