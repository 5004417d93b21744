/*
 * Lets one page be read without a network, and does nothing else: its scope is that page. Whatever the network answers comes
 * first. The names are those of src/features/help/ui/live/keep-page.ts.
 */
const CACHE = 'kept';
const PAGE = '/kept';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
	const { request } = event;
	if (request.method === 'GET') event.respondWith(fetch(request).catch(() => keptFor(request)));
});

async function keptFor(request) {
	const wanted = request.mode === 'navigate' ? PAGE : request;
	return (await caches.match(wanted, { cacheName: CACHE })) ?? Response.error();
}
