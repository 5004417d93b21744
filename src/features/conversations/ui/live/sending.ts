import type { MessageLine } from '../../message.ts';
import { bringIn } from './beside-lines.ts';
import { keptWords, type Waiting, type Words } from './kept.ts';

/** One’s own message between pressing the button and seeing it in its place. */
interface Pending {
	words: Waiting;
	li: HTMLLIElement;
	/** Its place, once the server has said so. */
	place: number | undefined;
	state: 'waiting' | 'sending' | 'not-sent';
}

/** Older words than this, found on the device, are not sent without being asked about again. */
const STILL_MEANT = 15 * 60_000;
const TYPING_PAUSE = 300;

/**
 * Sends what is said without loading the page. It is shown at once as being sent; one that did not arrive says so and
 * can be sent again, with the same client id, so that it is never said twice. One at a time, in the order written. Until
 * it has arrived it is kept on the device, and so is what is being typed.
 */
export function sendWithoutLeaving(root: HTMLElement, lines: HTMLOListElement) {
	const form = root.querySelector<HTMLFormElement>('form[data-say]');
	const blank = root.querySelector<HTMLTemplateElement>('#sending');
	const { topic = '', me = '', keep } = root.dataset;
	const kept = keptWords(storageFor(keep), topic, me);
	const queue: Pending[] = [];
	let busy = false;
	lines.addEventListener('submit', quietly);
	if (form && blank) begin(form);

	function begin(from: HTMLFormElement) {
		from.addEventListener('submit', (event) => {
			event.preventDefault();
			submit(from, event.submitter);
		});
		let typing: ReturnType<typeof setTimeout> | undefined;
		from.addEventListener('input', () => {
			clearTimeout(typing);
			typing = setTimeout(() => kept.keepDraft(typed(from)), TYPING_PAUSE);
		});
		addEventListener('pagehide', () => kept.keepDraft(typed(from)));

		const draft = kept.draft();
		if (draft && !typed(from).body) write(from, draft);
		for (const words of kept.waiting()) {
			const pending = show(words);
			if (rightNow() - words.at > STILL_MEANT) mark(pending, 'not-sent');
		}
		void work();
	}

	function submit(from: HTMLFormElement, pressed: HTMLElement | null) {
		const anyway = pressed?.getAttribute('name') === 'sure';
		const words = anyway ? { ...typed(from), sure: 'yes' } : typed(from);
		if (words.body.trim() === '') return;
		const pending = show({ ...words, at: rightNow() });
		kept.keepWaiting(pending.words);
		pending.li.scrollIntoView({ block: 'nearest' });
		write(from, { body: '', contentNote: '', replyTo: '', clientId: crypto.randomUUID(), sure: '' });
		kept.keepDraft(undefined);
		root.querySelector('#replying')?.remove();
		// It waits for what was written before it, and says so.
		if (queue.some(({ state }) => state === 'not-sent')) mark(pending, 'not-sent');
		void work();
	}

	function show(words: Waiting): Pending {
		const li = blank!.content.querySelector('li')!.cloneNode(true) as HTMLLIElement;
		const pending: Pending = { words, li, place: undefined, state: 'waiting' };
		li.querySelector('[data-part="body"]')!.textContent = words.body;
		li.querySelector('[data-part="again"]')!.addEventListener('click', () => again(pending));
		li.querySelector('[data-part="back"]')!.addEventListener('click', () => takeBack(pending));
		lines.append(li);
		queue.push(pending);
		return pending;
	}

	async function work() {
		if (busy) return;
		busy = true;
		for (let next = firstToSend(); next; next = firstToSend()) await send(next);
		busy = false;
	}

	/** What was written after something that did not arrive waits for it, so that the order stays. */
	function firstToSend() {
		const first = queue.find(({ place }) => place === undefined);
		return first?.state === 'waiting' ? first : undefined;
	}

	async function send(pending: Pending) {
		mark(pending, 'sending');
		try {
			const response = await fetch(form!.action, {
				method: 'POST',
				body: new URLSearchParams(fields.map((name) => [name, pending.words[name] ?? ''])),
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			});
			if (response.status >= 500) throw new Error('Later.');
			const answer = (await response.json()) as { type: string; location?: string };
			const place = Number(/#m(\d+)$/.exec(answer.location ?? '')?.[1]);
			const { location: to } = answer;
			if (answer.type !== 'redirect' || !to) return tellInFull(pending);
			kept.arrived(pending.words);
			if (/[?&](?:card|held)=/.test(to)) bringIn(root, to);
			if (!place) return done(pending);
			pending.place = place;
			if (lines.querySelector(`#m${place}`)) done(pending);
		} catch {
			for (const later of queue) if (later.place === undefined) mark(later, 'not-sent');
		}
	}

	/**
	 * A “no” is told in full by the page itself, which keeps what was typed: this, whatever was to follow it, and what
	 * is being typed now, in one piece.
	 */
	function tellInFull(refused: Pending) {
		const [first, ...rest] = [refused, ...queue.filter((each) => each !== refused && !each.place)];
		const bodies = [first!, ...rest].map(({ words }) => words.body);
		const body = [...bodies, typed(form!).body].filter((each) => each.trim() !== '').join('\n\n');
		const words = { ...refused.words, body };
		for (const each of queue) kept.arrived(each.words);
		kept.keepDraft(words);
		write(form!, words);
		form!.submit();
	}

	function again(pending: Pending) {
		for (const each of queue.slice(queue.indexOf(pending))) if (!each.place) mark(each, 'waiting');
		void work();
	}

	/** Not to be sent after all: the words go back to where they were typed. */
	function takeBack(pending: Pending) {
		const now = typed(form!);
		const body = [pending.words.body, now.body].filter((each) => each.trim() !== '').join('\n\n');
		write(form!, { ...pending.words, body, clientId: crypto.randomUUID() });
		kept.arrived(pending.words);
		kept.keepDraft(typed(form!));
		done(pending);
		form!.querySelector<HTMLTextAreaElement>('[name="body"]')!.focus();
		void work();
	}

	function mark(pending: Pending, state: Pending['state']) {
		pending.state = state;
		const part = (name: string, shown: boolean) =>
			pending.li.querySelector(`[data-part="${name}"]`)!.toggleAttribute('hidden', !shown);
		part('sending', state !== 'not-sent');
		for (const name of ['not-sent', 'again', 'back']) part(name, state === 'not-sent');
	}

	function done(pending: Pending) {
		pending.li.remove();
		queue.splice(queue.indexOf(pending), 1);
	}

	/** A quiet answer, without the page jumping. The line itself comes back changed. */
	function quietly(event: SubmitEvent) {
		const target = event.target as HTMLFormElement;
		if (!target.hasAttribute('data-quiet')) return;
		event.preventDefault();
		const button = event.submitter as HTMLButtonElement;
		const pressed = button.getAttribute('aria-pressed') === 'true';
		button.setAttribute('aria-pressed', String(!pressed));
		const data = new FormData(target, button);
		fetch(target.action, { method: 'POST', body: data, headers: { 'x-sveltekit-action': 'true' } }).catch(
			() => button.setAttribute('aria-pressed', String(pressed)),
		);
		target.closest('details')?.removeAttribute('open');
	}

	return {
		/** Takes away what was shown as being sent, once it is in its place. */
		arrived(changed: readonly MessageLine[]) {
			const places = new Set(changed.map(({ place }) => place));
			for (const pending of [...queue]) if (pending.place && places.has(pending.place)) done(pending);
		},
		/** The connection is back: whatever was not sent is sent now, in the order it was written. */
		tryAgain() {
			const first = queue.find(({ state }) => state === 'not-sent');
			if (first && rightNow() - first.words.at < STILL_MEANT) again(first);
		},
	};
}

const fields = ['body', 'contentNote', 'replyTo', 'clientId', 'sure'] as const;
const field = (form: HTMLFormElement, name: string) =>
	form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)!;

const typed = (form: HTMLFormElement) =>
	Object.fromEntries(fields.map((name) => [name, field(form, name).value])) as unknown as Words;

function write(form: HTMLFormElement, words: Words) {
	for (const name of fields) field(form, name).value = words[name] ?? '';
}

/** On the clock of this device, which only decides whether to ask again. */
const rightNow = () => performance.timeOrigin + performance.now();

/** A browser may refuse to keep anything; then words are kept as long as the page is. */
function storageFor(keep: string | undefined): Storage | undefined {
	try {
		return keep === 'tab' ? sessionStorage : localStorage;
	} catch {
		return undefined;
	}
}
