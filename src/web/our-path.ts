/** A path of our own that a form wants to lead back to; anything else becomes the front page. */
export function ourPath(wanted: string | null): string {
	if (!wanted?.startsWith('/') || !URL.canParse(wanted, 'http://ours.invalid')) return '/';
	const { host, pathname, search } = new URL(wanted, 'http://ours.invalid');
	// `/.//elsewhere` is here, but its path alone would lead elsewhere.
	return host === 'ours.invalid' && !pathname.startsWith('//') ? pathname + search : '/';
}
