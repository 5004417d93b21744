import { listen } from '#ui/live.ts';
import { told } from '#ui/moment.ts';
import type { MessageLine } from '../../message.ts';
import { fill } from './line.ts';
import { rememberReading } from './reading.ts';
import { sendWithoutLeaving } from './sending.ts';
import { hintAtWriting } from './writing.ts';

/**
 * Makes a conversation live. Everything it does is a shortcut for what the page already does without it: new lines
 * appear by themselves, and sending does not load the page again.
 */
function begin(root: HTMLElement) {
	const { topic, after, locale = 'en', zone = 'UTC', me, somebody = '' } = root.dataset;
	const lines = root.querySelector<HTMLOListElement>('#lines');
	const blank = root.querySelector<HTMLTemplateElement>('#blank-line');
	const blankDay = root.querySelector<HTMLTemplateElement>('#blank-day');
	if (!topic || !lines || !blank || !blankDay) return;
	const reading = { locale, zone, me, somebody };
	const part = (id: string) => root.querySelector<HTMLElement>(`#${id}`);

	const sending = sendWithoutLeaving(root, lines);
	const remember = rememberReading(`${root.dataset.talk}?/read`);
	const hints = hintAtWriting(root, () => live.writing());
	const live = listen<MessageLine>(topic, Number(after), {
		lines(changed) {
			hints.said(changed.map(({ author }) => author.id));
			for (const line of changed) put(line);
			sending.arrived(changed);
			remember(Math.max(...changed.map(({ place }) => place)));
		},
		connected(yes) {
			show(part('away'), !yes);
			show(part('is-live'), yes);
			if (yes) sending.tryAgain();
		},
		writing: (who) => hints.writes(who),
		closed({ signedOut }) {
			// Somebody may have left in a hurry, on another tab: nothing of what was said stays on this one.
			if (signedOut) return location.reload();
			show(part('no-longer'), true);
			show(part('is-live'), false);
		},
	});

	addEventListener('offline', () => {
		show(part('away'), true);
		show(part('is-live'), false);
	});

	function append(line: MessageLine, li: HTMLLIElement) {
		const pending = lines!.querySelector('[data-state="sending"]');
		const day = told(new Date(line.postedAt), 'day', reading);
		const days = lines!.querySelectorAll<HTMLElement>('[data-day]');
		if (days[days.length - 1]?.dataset.day !== day) {
			const begins = blankDay!.content.querySelector('li')!.cloneNode(true) as HTMLLIElement;
			begins.dataset.day = begins.querySelector('span')!.textContent = day;
			lines!.insertBefore(begins, pending);
		}
		lines!.insertBefore(li, pending);
	}

	function put(line: MessageLine) {
		part('nobody-yet')?.remove();
		const shown = lines!.querySelector(`#m${line.place}`);
		// A change to something further up than this page begins is seen when that page is opened.
		const first = Number(lines!.querySelector<HTMLElement>('li[id^="m"]')?.id.slice(1) ?? line.place);
		if (!shown && line.place < first) return;

		const atEnd = window.innerHeight + window.scrollY > document.body.scrollHeight - 240;
		const li = blank!.content.querySelector('li')!.cloneNode(true) as HTMLLIElement;
		fill(li, line, reading, lines!);
		if (shown) keepPressed(shown, li);
		if (shown) shown.replaceWith(li);
		else append(line, li);
		if (!shown && atEnd) li.scrollIntoView({ block: 'nearest' });
	}
}

/** Which quiet answers are this reader’s own is not in the line, which is the same for everyone. */
function keepPressed(from: Element, to: Element) {
	for (const button of from.querySelectorAll('button[aria-pressed]'))
		to.querySelector(`button[value="${button.getAttribute('value')}"]`)?.setAttribute(
			'aria-pressed',
			button.getAttribute('aria-pressed')!,
		);
}

const show = (element: HTMLElement | null, shown: boolean) => element?.toggleAttribute('hidden', !shown);

const root = document.querySelector<HTMLElement>('#conversation[data-live]');
if (root) begin(root);
