import { hintAtWriting } from '#features/conversations/ui/live/writing.ts';
import { listen } from '#ui/live.ts';
import { swap } from '#ui/swap.ts';

/**
 * Makes the page of a meeting live. News is only that something changed: the page is then fetched again, as the server
 * makes it for this reader, and what differs is swapped. Buttons do the same without leaving the page.
 */
function begin(root: HTMLElement) {
	/** A page that is fetched this often also shows that its reader is still there. */
	const EVERY = 30_000;
	const watched = new Set<string>();
	let waiting = false;
	let busy = false;
	let soon: ReturnType<typeof setTimeout> | undefined;

	let talk: { writing(): void } | undefined;
	const hints = hintAtWriting(root, () => talk?.writing());

	document.documentElement.dataset.livePage = '';
	watch();
	root.addEventListener('submit', (event) => void press(event));
	setInterval(refresh, EVERY);
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible') refresh();
	});

	/** The meeting, and the conversation of its circle. */
	function watch() {
		for (const [topic, after] of [
			[root.dataset.topic, root.dataset.after],
			[root.dataset.talk, root.dataset.talkAfter],
		]) {
			if (!topic || watched.has(topic)) continue;
			watched.add(topic);
			const live = listen<{ change: number; author?: { id: string } }>(topic, Number(after), {
				lines(changed) {
					hints.said(changed.flatMap(({ author }) => author?.id ?? []));
					refresh();
				},
				writing: (who) => hints.writes(who),
				connected(yes) {
					toggle(!yes);
					if (yes) refresh();
				},
				closed({ signedOut }) {
					// Somebody may have left in a hurry, on another tab: nothing of what was said stays on this one.
					if (signedOut) location.reload();
					else refresh();
				},
			});
			if (topic === root.dataset.talk) talk = live;
		}
		tellWhenTimeIsOver();
	}

	/** A soft timer is told by the page itself, when it is time. */
	function tellWhenTimeIsOver() {
		clearTimeout(soon);
		const left = Number(root.dataset.overIn);
		if (root.dataset.overIn && left < 2 ** 31) soon = setTimeout(refresh, left + 500);
	}

	/** However often it is asked for meanwhile, the page is fetched one at a time, and once more after the last. */
	function refresh() {
		if (busy) {
			waiting = true;
			return;
		}
		busy = true;
		void ask('GET', location.href)
			.then(show, () => toggle(true))
			.finally(() => {
				busy = false;
				if (!waiting) return;
				waiting = false;
				refresh();
			});
	}

	async function press(event: SubmitEvent) {
		const form = event.target as HTMLFormElement;
		if (!form.hasAttribute('data-live')) return;
		event.preventDefault();
		const data = new FormData(form, event.submitter);
		if (form.dataset.sending === '') return;
		form.dataset.sending = '';
		try {
			const answer = await ask('POST', form.action, data);
			// What was accepted need not stay; what was not is kept as it was typed.
			if (answer.ok) form.reset();
			show(answer);
		} catch {
			toggle(true);
		} finally {
			delete form.dataset.sending;
		}
	}

	function show({ page, address }: Answer) {
		const fresh = page.querySelector<HTMLElement>('#meeting');
		// Elsewhere now: the circle’s own page, or the door to sign in.
		if (!fresh) return location.assign(address);
		toggle(false);
		const had = root.contains(document.activeElement);
		swap(root, fresh);
		// The button that was pressed is gone: whoever goes by the keyboard goes on from whose turn it is.
		if (had && !root.contains(document.activeElement))
			root.querySelector<HTMLElement>('#whose-turn')?.focus({ preventScroll: true });
		watch();
	}

	function toggle(away: boolean) {
		document.querySelector('#away')?.toggleAttribute('hidden', !away);
	}
}

interface Answer {
	page: Document;
	address: string;
	ok: boolean;
}

/** Fetched as a document: the browser parses it itself, and runs nothing in it. */
const ask = (method: string, address: string, body?: FormData) =>
	new Promise<Answer>((answered, failed) => {
		const request = new XMLHttpRequest();
		request.open(method, address);
		request.responseType = 'document';
		request.setRequestHeader('accept', 'text/html');
		request.timeout = 15_000;
		request.addEventListener('load', () => {
			const page = request.responseXML;
			if (page && request.status < 500)
				answered({ page, address: request.responseURL, ok: request.status < 400 });
			else failed(new Error('The server did not answer with a page.'));
		});
		for (const trouble of ['error', 'timeout', 'abort'])
			request.addEventListener(trouble, () => failed(new Error('The server did not answer.')));
		request.send(body);
	});

const root = document.querySelector<HTMLElement>('#meeting[data-live]');
if (root) begin(root);
