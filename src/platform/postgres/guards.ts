import { spawnSync } from 'node:child_process';
import { CannotStart } from './cannot-start.ts';

const AS_NOBODY = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];
const WITH_ITS_PARENT = ['setpriv', '--pdeathsig', 'INT'];

/**
 * The words put before a PostgreSQL command, so that it does not run as root (which it refuses), and
 * stops cleanly when this process dies, even by `kill -9`. Each of them replaces itself by the next program, so the
 * process id stays the server's own.
 */
export function guards(log: (line: string) => void): string[] {
	if (process.platform !== 'linux') return [];
	return [...(process.getuid?.() === 0 ? leavingRoot() : []), ...dyingWithParent(log)];
}

/** A user namespace changes who the server believes to be, not who owns its files: no account is needed for it. */
function leavingRoot() {
	if (works(AS_NOBODY)) return AS_NOBODY;
	throw new CannotStart(
		'PostgreSQL refuses to run as root, and the way around it (the program unshare, and user namespaces) is not ' +
			'open on this machine. Start Hearten as an ordinary account, or set HEARTEN_DATABASE_URL.',
	);
}

function dyingWithParent(log: (line: string) => void) {
	if (works(WITH_ITS_PARENT)) return WITH_ITS_PARENT;
	log(
		'The program setpriv is missing: a database left behind by a killed Hearten ends at the next start instead.',
	);
	return [];
}

const works = ([program, ...words]: string[]) =>
	spawnSync(program ?? '', [...words, 'true'], { stdio: 'ignore' }).status === 0;
