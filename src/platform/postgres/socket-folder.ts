import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The kernel’s room for a socket’s path, less its closing zero (`sun_path` in unix(7)). */
const LONGEST_PATH = 107;
const SOCKET_NAME = '.s.PGSQL.5432';

/** Where the server’s socket lies: a folder nobody else can enter. */
export interface SocketFolder {
	path: string;
	remove(): void;
}

/** The data folder itself, or, where its path is too long for a socket, a short private one. */
export function socketFolder(dataFolder: string): SocketFolder {
	if (fits(dataFolder)) return { path: dataFolder, remove: () => {} };

	const path = mkdtempSync(join(fits(join(tmpdir(), 'hearten-123456')) ? tmpdir() : '/tmp', 'hearten-'));
	chmodSync(path, 0o700);
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

const fits = (folder: string) => Buffer.byteLength(join(folder, SOCKET_NAME)) <= LONGEST_PATH;
