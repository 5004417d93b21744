import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The kernel’s room for a socket’s path, less its closing zero (`sun_path` in unix(7)). */
const LONGEST_PATH = 107;
const SOCKET_NAME = '.s.PGSQL.5432';

/** Where the server’s socket lies: a folder nobody else can enter. */
export interface SocketFolder {
	path: string;
	/** Clears the socket’s lock of a server that was killed. PostgreSQL would believe it if a zombie has that number. */
	clear(): void;
	remove(): void;
}

/** The data folder itself, or, where its path is too long for a socket, a short private one. */
export function socketFolder(dataFolder: string): SocketFolder {
	const own = fits(dataFolder);
	const path = own
		? dataFolder
		: mkdtempSync(join(fits(join(tmpdir(), 'hearten-123456')) ? tmpdir() : '/tmp', 'hearten-'));
	return {
		path,
		clear: () => rmSync(join(path, `${SOCKET_NAME}.lock`), { force: true }),
		remove: () => own || rmSync(path, { recursive: true, force: true }),
	};
}

const fits = (folder: string) => Buffer.byteLength(join(folder, SOCKET_NAME)) <= LONGEST_PATH;
