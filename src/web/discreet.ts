/** What discreet mode calls the whole place: in the title, on the home screen, in the history. */
export const NEUTRAL_NAME = 'Notes';

const PREFIX = '/n/';

/** An address that names nothing: `/circles/abc` becomes `/n/Y2lyY2xlcy9hYmM`. Not a secret, only unreadable at a glance. */
export function veil(path: string): string {
	const [, pathname = '', rest = ''] = /^\/([^?#]*)(.*)$/.exec(path) ?? [];
	if (pathname === '') return `/${rest}`;
	return PREFIX + toBase64Url(decodeURIComponent(pathname)) + rest.replace(leadingBack, veilBack);
}

/** Where a page leads back to is an address as well. */
const leadingBack = /([?&;](?:next|from)=)(%2F[^&#]*)/gi;

function veilBack(whole: string, name: string, encoded: string): string {
	try {
		const path = decodeURIComponent(encoded);
		return isPlain(path) ? whole : name + encodeURIComponent(veil(path));
	} catch {
		return whole;
	}
}

/** The address behind a veiled one; undefined for any other. */
export function unveil(pathname: string): string | undefined {
	if (!pathname.startsWith(PREFIX)) return undefined;
	const code = pathname.slice(PREFIX.length).replace(/\/__data\.json$/, '');
	if (!/^[\w-]+$/.test(code)) return undefined;
	try {
		const path = `/${fromBase64Url(code)}`;
		// No page is there, and SvelteKit leaves what goes wrong about such an address to the process.
		return decodeURIComponent(path).includes('\0') ? undefined : path;
	} catch {
		return undefined;
	}
}

/** Files and doors whose addresses already say nothing. */
const plain = /^\/(_app\/|n\/|favicon|icon|today|calendar\/|live$|healthz)/;

export const isPlain = (path: string) => path === '/' || plain.test(path);

/** Veils every address of our own in a page, and gives it a title that names nothing. */
export const veilPage = (html: string): string =>
	html
		// Tag by tag, so that words which look like an address stay as they were written.
		.replace(/<[a-z](?:[^>"]|"[^"]*")*>/g, (tag) =>
			tag.replace(/ (href|action|src|formaction)="(\/(?!\/)[^"]*)"/g, (whole, name: string, path: string) =>
				isPlain(path) ? whole : ` ${name}="${veil(path)}"`,
			),
		)
		.replace(/<title>[^<]*<\/title>/, `<title>${NEUTRAL_NAME}</title>`);

function toBase64Url(text: string): string {
	const binary = String.fromCharCode(...new TextEncoder().encode(text));
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(code: string): string {
	const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
	return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
}
