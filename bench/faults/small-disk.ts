import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this machine lets us mount a disk of our own: Linux, as root. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0;

/** A disk of so many megabytes, in memory. Returns its folder, and how to take it away. */
export function smallDisk(megabytes: number) {
	const folder = mkdtempSync(join(tmpdir(), 'hearten-disk-'));
	execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=1777`, 'tmpfs', folder]);
	return {
		folder,
		remove() {
			execFileSync('umount', ['-l', folder]);
			rmdirSync(folder);
		},
	};
}
