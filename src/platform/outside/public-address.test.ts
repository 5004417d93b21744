import { expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';

/** Addresses a name, or a redirect, must not lead to. */
const closed = {
	'this machine': ['127.0.0.1', '127.0.0.53', '127.1.2.3', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1'],
	'nowhere in particular, which is this machine too': ['0.0.0.0', '0.1.2.3', '::'],
	'private networks (RFC 1918)': [
		'10.0.0.0',
		'10.0.0.1',
		'10.255.255.255',
		'172.16.0.1',
		'172.31.255.255',
		'192.168.0.1',
		'192.168.1.254',
	],
	'the same cable, and the cloud’s own desk on it': [
		'169.254.0.1',
		'169.254.169.254',
		'169.254.170.2',
		'fe80::1',
		'fe80::a9fe:a9fe',
		'febf::1',
	],
	'behind the provider’s NAT (RFC 6598)': ['100.64.0.1', '100.100.100.200', '100.127.255.254'],
	'local networks of IPv6': ['fc00::1', 'fd00::1', 'fd00:ec2::254', 'fdff:ffff::1', 'fec0::1'],
	'IPv4 written as IPv6': [
		'::ffff:127.0.0.1',
		'::ffff:7f00:1',
		'::ffff:10.0.0.1',
		'::ffff:169.254.169.254',
		'::ffff:192.168.0.1',
		'::ffff:0.0.0.0',
		'::127.0.0.1',
		'::10.0.0.1',
		'::ffff:0:127.0.0.1',
		'0:0:0:0:0:ffff:7f00:0001',
	],
	'tunnels and translations': [
		'64:ff9b::7f00:1',
		'64:ff9b::10.0.0.1',
		'64:ff9b:1::1',
		'2002:7f00:1::',
		'2002:a00:1::1',
		'2002:c0a8:1::1',
		'2001::1',
		'2001:0:7f00:1::',
	],
	'many at once': ['224.0.0.1', '239.255.255.250', '255.255.255.255', 'ff02::1', 'ff05::2'],
	'kept for tests, documents and later': [
		'192.0.0.1',
		'192.0.2.1',
		'198.18.0.1',
		'198.19.255.255',
		'198.51.100.1',
		'203.0.113.1',
		'192.88.99.1',
		'240.0.0.1',
		'255.0.0.1',
		'100::1',
		'2001:2::1',
		'2001:db8::1',
		'3fff::1',
		'5f00::1',
		'4000::1',
		'e000::1',
	],
	'not an address': ['', 'localhost', '127.0.0.1.example', '1.2.3.4.5', '::g', '10.0.0.1/8'],
};

const open = [
	'1.1.1.1',
	'8.8.8.8',
	'9.255.255.255',
	'11.0.0.0',
	'100.63.255.255',
	'100.128.0.0',
	'128.0.0.1',
	'172.15.255.255',
	'172.32.0.0',
	'192.167.0.1',
	'192.169.0.1',
	'223.255.255.255',
	'2606:4700::1111',
	'2a00:1450:4001::1',
	'::ffff:8.8.8.8',
];

test.each(Object.entries(closed))('%s is not public', (_, addresses) => {
	expect(addresses.filter(isPublicAddress)).toEqual([]);
});

test('more than sixty private addresses were tried', () => {
	expect(Object.values(closed).flat().length).toBeGreaterThan(60);
});

test('the public internet is', () => {
	expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
});
