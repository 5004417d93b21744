import { expect, test } from 'vitest';
import { readable } from './readable.ts';

test('an address that can be read stays as it is', () => {
	for (const address of ['/', '/circles/a%20b?words=%E0%A4%A', '/%25', '/_app/x.css', '*'])
		expect(readable(address)).toBe(address);
});

test('an address that cannot be read leads where nothing is, in a way that can', () => {
	for (const address of ['/%', '/%E0%A4%A', '/%00%ff', '/circles/%zz?x=1', '/n/%c0%ae']) {
		expect(readable(address)).not.toBe(address);
		expect(() => decodeURIComponent(readable(address))).not.toThrow();
	}
});
