import type { Hear, Heard } from '../../hearing.ts';

/** Nothing is read while somebody is writing, but when they rest. Milliseconds. */
const REST = 700;

/**
 * Reads what is being written, on this device alone: the reader is fetched at the first rest, and what it reads goes nowhere.
 * Whoever has been told that their words say how to find somebody has been asked, and is not asked again on sending.
 */
function begin(strip: HTMLElement) {
	const form = strip.closest('form');
	const sure = form?.querySelector<HTMLInputElement>('[name="sure"]');
	const field = form?.querySelector<HTMLTextAreaElement>('[name="body"]');
	if (!form || !sure || !field) return;
	let resting: ReturnType<typeof setTimeout> | undefined;
	let reader: Promise<Hear> | undefined;

	form.addEventListener('input', soon);
	form.addEventListener('submit', soon);
	if (field.value) soon();
	function soon() {
		clearTimeout(resting);
		resting = setTimeout(look, REST);
	}

	async function look() {
		const words = field!.value;
		if (words.trim() === '' && !reader) return;
		reader ??= fetched(strip.dataset.drafts ?? '');
		const heard = (await reader)(words, document.documentElement.lang);
		// Somebody went on writing: what is there now is read at the next rest.
		if (words === field!.value) show(heard);
	}

	function show({ near, details }: Heard) {
		const part = (name: string) => strip.querySelector<HTMLElement>(`[data-strip="${name}"]`);
		part('near')!.hidden = !near;
		part('says-who')!.hidden = details.length === 0;
		for (const item of strip.querySelectorAll<HTMLElement>('[data-detail]'))
			item.hidden = !details.some((detail) => detail === item.dataset.detail);
		sure!.value = details.length > 0 ? 'yes' : '';
	}
}

const fetched = (address: string) =>
	new Promise<Hear>((come, fail) => {
		addEventListener('hearten-reader', (event) => come((event as CustomEvent<Hear>).detail), {
			once: true,
		});
		import(/* @vite-ignore */ address).catch(fail);
	});

const strip = document.querySelector<HTMLElement>('[data-drafts]');
if (strip) begin(strip);
