import { closeSync, existsSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lockHolder, tell } from '#platform/postgres/processes.ts';
import { openConnections } from '#platform/db.ts';
import { days, hours, minutes } from '#platform/time.ts';
import type { Apart } from '../../test/apart.ts';
import type { Hearten } from '../../test/hearten.ts';
import type { Listener } from './listener.ts';

/** What happens to a run while people talk. */
export interface Around {
	/** In one process, or in several. */
	hearten: Hearten | Apart;
	listeners: readonly Listener[];
	/** A file that the server’s clock looks at; see `clock.ts`. */
	clock: string;
	random: () => number;
	say(line: string): void;
}

/** One blow. It is over when the server is well again. */
export type Blow = (around: Around) => Promise<void>;

/** `kill -9` of the app, or of any one of its processes, with whatever it was doing. */
export const killApp: Blow = async ({ hearten, random, say }) => {
	say(`killed: ${await hearten.fell(random)}`);
};

/** As `pg_ctl stop -m immediate` does: nothing is written down, so the next start recovers. The app lives on. */
export const killDatabase: Blow = async ({ hearten }) => {
	const server = lockHolder(join(hearten.data, 'postgres'));
	if (!server?.alive) throw new Error('There is no database to kill.');
	tell(server.pid, 'SIGQUIT');
	while (existsSync(`/proc/${server.pid}`)) await pause(5);
	await untilWell(hearten);
};

async function untilWell(hearten: Around['hearten']) {
	while (!(await hearten.isWell())) await pause(20);
}

/** The server’s clock jumps back and forth by an hour. */
export const jumpClock: Blow = async ({ clock, random }) => {
	writeFileSync(clock, String(Math.round((random() < 0.5 ? -1 : 1) * hours(1))));
	await pause(200 + random() * 500);
	writeFileSync(clock, '0');
};

/** Every process is deaf to the others for a while: whatever listens is cut off, again and again. */
export const cutBus =
	(lasting: number): Blow =>
	async ({ hearten }) => {
		const connections = openConnections(await hearten.whereabouts(), { max: 1 });
		for (const end = performance.now() + lasting; performance.now() < end; await pause(100))
			await connections.unsafe(
				`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %' and pid <> pg_backend_pid()`,
			);
		await connections.end();
	};

/** How long people are away while the others talk on; the server’s clock really moves by as much. */
export const absences = [1000, minutes(1), hours(1), days(1), days(8)];

/** A fifth of those who listen shut their pages for each of the absences, one after another. */
export const goAway =
	(length: number): Blow =>
	async ({ listeners, clock }) => {
		const share = absences.indexOf(length);
		const away = listeners.filter((_, n) => n % absences.length === share);
		for (const listener of away) listener.shut();
		await pause(400);
		writeFileSync(clock, String(absences.slice(0, share + 1).reduce((sum, each) => sum + each, 0)));
		await pause(800);
		for (const listener of away) listener.begin();
	};

/** The disk is full for a while; then somebody makes room, and does nothing else. */
export const fillDisk =
	(lasting: number): Blow =>
	async ({ hearten, say }) => {
		const filler = join(dirname(hearten.data), 'filler');
		const file = openSync(filler, 'w');
		const much = Buffer.alloc(64 * 1024);
		const leave = (size: number) => {
			try {
				for (;;) writeSync(file, much, 0, size);
			} catch (full) {
				if ((full as NodeJS.ErrnoException).code !== 'ENOSPC') throw full;
			}
		};
		for (const end = performance.now() + lasting; performance.now() < end; await pause(20)) {
			// Whatever is given back meanwhile is taken, too.
			leave(much.length);
			leave(512);
		}
		closeSync(file);
		rmSync(filler);
		const made = performance.now();
		await untilWell(hearten);
		say(`well ${Math.round(performance.now() - made)} ms after there was room again`);
	};
