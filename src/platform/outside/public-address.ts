import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public internet’s: neither this machine, nor its network, nor a way round to either
 * (IPv4 inside IPv6, carrier-grade NAT, tunnels). By the special-purpose registries of RFC 6890; of IPv6 only what is
 * given out to the public, 2000::/3 (RFC 4291, 2.4).
 */
export function isPublicAddress(text: string): boolean {
	if (!ipaddr.isValid(text)) return false;
	const address = ipaddr.parse(text);
	if (address instanceof ipaddr.IPv4) return address.range() === 'unicast';
	if (address.isIPv4MappedAddress()) return address.toIPv4Address().range() === 'unicast';
	return address.range() === 'unicast' && (address.parts[0]! & 0xe000) === 0x2000;
}
