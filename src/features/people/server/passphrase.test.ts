import { expect, test } from 'vitest';
import { hashesWaiting, hashPassphrase, isPassphrase } from './passphrase.ts';

test('only the passphrase itself opens what was kept of it', async () => {
	const kept = await hashPassphrase('three old lamps');

	expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
	expect(await isPassphrase('three old lamps', kept)).toBe(true);
	expect(await isPassphrase('three old lampS', kept)).toBe(false);
	expect(await isPassphrase('', kept)).toBe(false);
});

test('the same passphrase is kept differently each time', async () => {
	expect(await hashPassphrase('three old lamps')).not.toBe(await hashPassphrase('three old lamps'));
});

test('an accent typed in another way is the same accent', async () => {
	const kept = await hashPassphrase('caf\u00e9 en la ventana');
	expect(await isPassphrase('cafe\u0301 en la ventana', kept)).toBe(true);
});

test('a hash made elsewhere with other costs still opens', async () => {
	// From the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32
	const kept = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
	expect(await isPassphrase('password', kept)).toBe(true);
});

test('nobody’s passphrase is never right', async () => {
	for (const kept of [null, undefined]) expect(await isPassphrase('three old lamps', kept)).toBe(false);
});

test('a crowd at the door waits, two are let in at a time', async () => {
	const crowd = Array.from({ length: 7 }, () => hashPassphrase('three old lamps'));
	expect(hashesWaiting()).toBe(5);
	await Promise.all(crowd);
	expect(hashesWaiting()).toBe(0);
});
