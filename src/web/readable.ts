/**
 * The same address, or one where nothing is when it cannot be decoded: what goes wrong about such a one, SvelteKit
 * leaves to the process, which would end for everybody.
 */
export function readable(address: string): string {
	try {
		decodeURIComponent(address.replace(/\?.*$/s, ''));
		return address;
	} catch {
		return '/%EF%BF%BD';
	}
}
