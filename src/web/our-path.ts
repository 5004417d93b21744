/** A path of our own that a form wants to lead back to; anything else becomes the front page. */
export function ourPath(wanted: string | null): string {
	if (!wanted?.startsWith('/')) return '/';
	const url = new URL(wanted, 'http://ours.invalid');
	return url.host === 'ours.invalid' ? url.pathname + url.search : '/';
}
