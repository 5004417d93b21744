import { listen } from './live.ts';
import { swap } from './swap.ts';

/**
 * Keeps parts of a page as the server would draw them now. The page around says what to listen to and which moment
 * changes something by itself:
 *
 *     <div data-live-parts="door:0198…" data-after="12" data-again="2026-11-22T21:20:00Z">
 *       … <div data-live-part="who"> … </div> …
 *
 * When something is new there, the same address is asked for with `?parts`, where a page may leave out what is long, and
 * what differs in each part is swapped. What somebody is filling in is left alone until they are done.
 */
const root = document.querySelector<HTMLElement>('[data-live-parts]');
if (root) begin(root);

/** So that everybody who is told at once does not ask at once. Milliseconds. */
const SPREAD = 600;
const TRY_AGAIN = 5000;

function begin(root: HTMLElement) {
	const { liveParts = '', after = '0' } = root.dataset;
	let asking = false;
	let later: ReturnType<typeof setTimeout> | undefined;
	let clock: ReturnType<typeof setTimeout> | undefined;
	let missed = false;
	// What happened while the socket was away is asked for once it is back.
	listen(liveParts, Number(after), {
		lines: () => soon(),
		connected(yes) {
			if (yes && missed) soon();
			missed = !yes;
		},
		closed({ signedOut }) {
			if (signedOut) location.reload();
			else soon();
		},
	});
	watchTheClock();

	function soon(wait = Math.random() * SPREAD) {
		clearTimeout(later);
		later = setTimeout(ask, wait);
	}

	/** The document of a request may be taken as it is where making HTML from strings is forbidden. */
	function ask() {
		if (asking) return soon();
		asking = true;
		const address = new URL(location.href);
		address.searchParams.set('parts', '');
		address.hash = '';
		const request = new XMLHttpRequest();
		request.open('GET', address);
		request.responseType = 'document';
		request.addEventListener('load', () => {
			const isHere = new URL(request.responseURL).pathname === location.pathname;
			if (request.status === 200 && request.response instanceof Document) take(request.response, isHere);
			else if (request.status >= 500) soon(TRY_AGAIN);
		});
		request.addEventListener('error', () => soon(TRY_AGAIN));
		request.addEventListener('loadend', () => (asking = false));
		request.send();
	}

	function take(fresh: Document, isHere: boolean) {
		const there = fresh.querySelector<HTMLElement>('[data-live-parts]');
		// The same address leads somewhere else now. Whoever is writing finds out when they send it, and loses nothing.
		if (!there || !isHere) {
			if (!isWriting(document.body)) location.reload();
			return;
		}
		root.dataset.again = there.dataset.again ?? '';
		let waiting = false;
		for (const part of root.querySelectorAll<HTMLElement>('[data-live-part]')) {
			const now = there.querySelector(`[data-live-part="${part.dataset.livePart}"]`);
			if (!now || part.isEqualNode(now)) continue;
			if (isWriting(part)) waiting = true;
			else swap(part, now);
		}
		if (waiting) soon(TRY_AGAIN);
		watchTheClock();
	}

	function watchTheClock() {
		clearTimeout(clock);
		const { again } = root.dataset;
		if (!again) return;
		const wait = new Date(again).getTime() - Date.now();
		// A clock that is wrong, or a moment far off, is no reason to ask all the time.
		if (wait < 12 * 3_600_000) clock = setTimeout(() => soon(), Math.max(1000, wait + 300));
	}
}

/** Whether somebody has changed anything in a form here, or is about to. */
function isWriting(within: HTMLElement): boolean {
	const fields = [...within.querySelectorAll<HTMLInputElement>('input, textarea')];
	const selects = [...within.querySelectorAll('select')];
	return (
		fields.some(
			(field) =>
				field === document.activeElement ||
				field.value !== field.defaultValue ||
				field.checked !== field.defaultChecked,
		) || selects.some((select) => select === document.activeElement)
	);
}
