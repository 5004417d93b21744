import ipaddr from 'ipaddr.js';

/**
 * The network an address belongs to, as far as counting tries goes: an IPv4 address by itself, but the whole /64 of an
 * IPv6 one, since one household holds all of that. An address that cannot be read counts as itself.
 */
export function networkOf(address: string): string {
	if (!ipaddr.isValid(address)) return address;
	const read = ipaddr.process(address);
	if (read.kind() === 'ipv4') return read.toString();
	return `${(read as ipaddr.IPv6).parts
		.slice(0, 4)
		.map((part) => part.toString(16))
		.join(':')}::/64`;
}
