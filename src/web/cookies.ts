import type { Cookies } from '@sveltejs/kit';
import { days } from '#platform/time.ts';

/** Names that say nothing. On https they are bound to this host (`__Host-`, RFC 6265bis). */
const names = { session: 's', device: 'd', zone: 'z', locale: 'l', left: 'x', discreet: 'q' } as const;

export type CookieName = keyof typeof names;

export const cookieName = (name: CookieName, secure: boolean) => `${secure ? '__Host-' : ''}${names[name]}`;

/** The quick-exit script writes this one, so it has one name everywhere. */
export const ZONE_COOKIE = names.zone;

export const readCookie = (cookies: Cookies, url: URL, name: CookieName) =>
	cookies.get(cookieName(name, isSecure(url)));

export function writeCookie(
	cookies: Cookies,
	url: URL,
	name: CookieName,
	value: string,
	/** Milliseconds; null ends it with the browser. */
	lasting: number | null = days(30),
) {
	cookies.set(cookieName(name, isSecure(url)), value, {
		path: '/',
		httpOnly: true,
		secure: isSecure(url),
		sameSite: 'lax',
		...(lasting !== null && { maxAge: Math.round(lasting / 1000) }),
	});
}

export const dropCookie = (cookies: Cookies, url: URL, name: CookieName) =>
	cookies.delete(cookieName(name, isSecure(url)), { path: '/', secure: isSecure(url) });

const isSecure = (url: URL) => url.protocol === 'https:';

/** The session token in a raw `cookie` header, for sockets, which SvelteKit does not see. */
export function sessionTokenIn(header: string | undefined, secure: boolean): string | undefined {
	const name = cookieName('session', secure);
	const pair = header?.split(';').find((part) => part.trim().startsWith(`${name}=`));
	return pair?.trim().slice(name.length + 1);
}
