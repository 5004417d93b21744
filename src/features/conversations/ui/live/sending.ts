import type { MessageLine } from '../../message.ts';

/** One’s own message between pressing the button and seeing it in its place. */
interface Pending {
	form: FormData;
	li: HTMLLIElement;
	/** Its place, once the server has said so. */
	place: number | undefined;
	state: 'waiting' | 'sending' | 'not-sent';
}

/**
 * Sends what is said without loading the page. It is shown at once as being sent; one that did not arrive says so and
 * can be sent again, with the same client id, so that it is never said twice. One at a time, in the order written.
 */
export function sendWithoutLeaving(root: HTMLElement, lines: HTMLOListElement) {
	const form = root.querySelector<HTMLFormElement>('form[data-say]');
	const blank = root.querySelector<HTMLTemplateElement>('#sending');
	const queue: Pending[] = [];
	let busy = false;
	if (form && blank) form.addEventListener('submit', (event) => submit(event, form));
	lines.addEventListener('submit', quietly);

	function submit(event: SubmitEvent, from: HTMLFormElement) {
		event.preventDefault();
		const data = new FormData(from);
		const body = data.get('body');
		if (typeof body !== 'string' || body.trim() === '') return;
		const li = blank!.content.querySelector('li')!.cloneNode(true) as HTMLLIElement;
		const pending: Pending = { form: data, li, place: undefined, state: 'waiting' };
		li.querySelector('[data-part="body"]')!.textContent = body;
		li.querySelector('[data-part="again"]')!.addEventListener('click', () => again(pending));
		lines.append(li);
		li.scrollIntoView({ block: 'nearest' });
		queue.push(pending);

		from.querySelector<HTMLTextAreaElement>('[name="body"]')!.value = '';
		from.querySelector<HTMLInputElement>('[name="contentNote"]')!.value = '';
		from.querySelector<HTMLInputElement>('[name="replyTo"]')!.value = '';
		from.querySelector<HTMLInputElement>('[name="clientId"]')!.value = crypto.randomUUID();
		root.querySelector('#replying')?.remove();
		void work();
	}

	async function work() {
		if (busy) return;
		busy = true;
		for (let next = queue.find(isWaiting); next; next = queue.find(isWaiting)) await send(next);
		busy = false;
	}

	async function send(pending: Pending) {
		mark(pending, 'sending');
		try {
			const response = await fetch(form!.action, {
				method: 'POST',
				body: pending.form,
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			});
			const answer = (await response.json()) as { type: string; location?: string };
			const place = Number(/#m(\d+)$/.exec(answer.location ?? '')?.[1]);
			// A “no” is told in full by the page itself, which keeps what was typed.
			if (answer.type !== 'redirect' || !place) return tellInFull(pending);
			pending.place = place;
			if (lines.querySelector(`#m${place}`)) done(pending);
		} catch {
			mark(pending, 'not-sent');
			// What was written after it waits for it, so that the order stays.
			for (const later of queue) if (later.state === 'waiting') mark(later, 'not-sent');
		}
	}

	/** Sends the form the plain way, so that the page explains. */
	function tellInFull(pending: Pending) {
		for (const name of ['body', 'contentNote', 'replyTo', 'clientId']) {
			const field = form!.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`);
			const value = pending.form.get(name);
			if (field && typeof value === 'string') field.value = value;
		}
		form!.submit();
	}

	function again(pending: Pending) {
		const from = queue.indexOf(pending);
		for (const each of queue.slice(from)) mark(each, 'waiting');
		void work();
	}

	function mark(pending: Pending, state: Pending['state']) {
		pending.state = state;
		const show = (name: string, shown: boolean) =>
			pending.li.querySelector(`[data-part="${name}"]`)!.toggleAttribute('hidden', !shown);
		show('sending', state !== 'not-sent');
		show('not-sent', state === 'not-sent');
		show('again', state === 'not-sent');
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
			if (first) again(first);
		},
	};
}

const isWaiting = ({ state }: Pending) => state === 'waiting';
