/**
 * What things are called in addresses, where an address is all that others may see of a page: a name such as
 * `supporter:0198…` would say what this place is.
 */
const inAddresses = { circle: 'c', room: 'r', supporter: 's', listing: 'g' } as const;

/** `c:0198…` of `circle:0198…`; whatever says nothing by itself stays as it is. */
export function inAddress(thing: string): string {
	const [kind = '', id] = thing.split(':');
	return id === undefined || !isTelling(kind) ? thing : `${inAddresses[kind]}:${id}`;
}

/** And back. */
export function fromAddress(written: string): string {
	const [short, id] = written.split(':');
	const kind = Object.entries(inAddresses).find(([, one]) => one === short)?.[0];
	return kind && id !== undefined ? `${kind}:${id}` : written;
}

const isTelling = (kind: string): kind is keyof typeof inAddresses => kind in inAddresses;
