import type { Writing } from '#ui/live.ts';
import { NAME_HERE } from '../../message.ts';

/** How often it is told that this reader is writing: less often than the server would let go. Milliseconds. */
const TELL_EVERY = 4500;
/** Whoever has written for a while and stops is not shown as writing for long. Milliseconds. */
const SHOWN_FOR = 6000;

/**
 * Shows who is writing, and tells that this reader is, where the page has a line for it: there is one for those who want
 * both. Only that they write is told; not what, and nothing about an empty field.
 */
export function hintAtWriting(root: HTMLElement, tell: () => void) {
	const writers = new Map<string, { name: string; timer: ReturnType<typeof setTimeout> }>();
	const line = () => root.querySelector<HTMLElement>('#writing');
	let told = Number.NEGATIVE_INFINITY;

	root.addEventListener('input', ({ target, timeStamp }) => {
		const field = target as HTMLTextAreaElement;
		if (!line() || !field.matches('#say [name="body"]') || field.value.trim() === '') return;
		if (timeStamp - told < TELL_EVERY) return;
		told = timeStamp;
		tell();
	});

	function stops(id: string) {
		const writer = writers.get(id);
		if (!writer) return;
		clearTimeout(writer.timer);
		writers.delete(id);
		show();
	}

	function show() {
		const [first, second, ...more] = [...writers.values()];
		const shown = line();
		if (!shown) return;
		const { one = '', two = '', several = '' } = shown.dataset;
		if (!first) shown.replaceChildren();
		else if (!second) shown.replaceChildren(...naming(one, [first.name]));
		else if (more.length === 0) shown.replaceChildren(...naming(two, [first.name, second.name]));
		else shown.replaceChildren(several);
	}

	return {
		writes({ id, name }: Writing) {
			const before = writers.get(id);
			if (before) clearTimeout(before.timer);
			writers.set(id, { name, timer: setTimeout(() => stops(id), SHOWN_FOR) });
			show();
		},
		/** What they were writing is there. */
		said: (authors: Iterable<string>) => {
			for (const id of authors) stops(id);
		},
	};
}

/** Each name stands by itself, whichever way it is written. */
function naming(sentence: string, names: readonly string[]): (string | HTMLElement)[] {
	return sentence.split(NAME_HERE).flatMap((words, n) => {
		if (n === 0) return [words];
		const name = document.createElement('bdi');
		name.textContent = names[n - 1] ?? '';
		return [name, words];
	});
}
