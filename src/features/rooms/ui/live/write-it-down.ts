/**
 * Keeps what somebody writes down on their device, and nowhere else: until they clear it, or leave in a hurry, which
 * clears everything. On a shared device it is kept only as long as the tab is open.
 */
const KEY = 'written-down';

const field = document.querySelector<HTMLTextAreaElement>('textarea[data-kept-here]');
if (field) keep(field);
if (document.querySelector('[data-kept-elsewhere]')) {
	localStorage.removeItem(KEY);
	sessionStorage.removeItem(KEY);
}

function keep(field: HTMLTextAreaElement) {
	const store = field.dataset.keptHere === 'tab' ? sessionStorage : localStorage;
	const before = store.getItem(KEY) ?? '';
	// What could not be sent is put under what was there already.
	const unsent = before.includes(field.value) ? '' : field.value;
	field.value = [before, unsent].filter(Boolean).join('\n\n');
	if (field.value) store.setItem(KEY, field.value);
	field.addEventListener('input', () => {
		if (field.value) store.setItem(KEY, field.value);
		else store.removeItem(KEY);
	});
	for (const shown of document.querySelectorAll<HTMLElement>('[data-with-script]')) shown.hidden = false;
	for (const shown of document.querySelectorAll<HTMLElement>('[data-without-script]')) shown.hidden = true;
}
