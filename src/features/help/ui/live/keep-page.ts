/** What the keeper of the page looks for; the same names are in static/keep.js. */
const CACHE = 'kept';
const PAGE = '/kept';

interface Policies {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string },
	): { createScriptURL(url: string): string };
}

/**
 * Keeps the page with all countries on this device, as any visitor gets it: asked for without cookies, so that nothing of
 * whoever reads is in it. In discreet mode its address is veiled, and so is the page. Leaving takes it away.
 */
async function keep(link: HTMLAnchorElement) {
	const answer = await fetch(link.href, {
		credentials: 'omit',
		headers: { accept: 'text/html', 'accept-language': document.documentElement.lang },
	});
	if (!answer.ok || answer.redirected) return;
	const html = await answer.clone().text();
	const files = [...html.matchAll(/ (?:href|src)="(\/(?:_app\/|icon)[^"]+)"/g)].map(([, path]) => path!);
	// What an older page needed goes with it.
	await caches.delete(CACHE);
	const cache = await caches.open(CACHE);
	await Promise.all([cache.put(PAGE, answer), cache.addAll(new Set(files))]);
	await navigator.serviceWorker.register(keeper(), { scope: location.pathname });
	for (const told of document.querySelectorAll<HTMLElement>('[data-when-kept]')) told.hidden = false;
}

/** The one address that may become a script here. */
function keeper(): string {
	const { trustedTypes } = globalThis as { trustedTypes?: Policies };
	const rules = { createScriptURL: () => '/keep.js' };
	return (trustedTypes?.createPolicy('keeper', rules) ?? rules).createScriptURL('');
}

const link = document.querySelector<HTMLAnchorElement>('a[data-kept-page]');
// Without a network, or where a browser keeps nothing, the page is what it is.
if (link && 'serviceWorker' in navigator && 'caches' in globalThis) keep(link).catch(() => {});
