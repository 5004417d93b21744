/** A name in addresses, from a name: small letters and digits of the Latin alphabet, and dashes. Never empty. */
export function slugFrom(name: string, atMost: number): string {
	const letters = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, atMost)
		.replace(/^-+|-+$/g, '');
	return letters || 'listing';
}

/** The same, and other than these. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
	const base = slugFrom(name, 60);
	for (let number = 1; ; number++) {
		const slug = number === 1 ? base : `${base}-${number}`;
		if (!taken.has(slug)) return slug;
	}
}
