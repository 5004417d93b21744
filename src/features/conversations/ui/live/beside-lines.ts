import { swap } from '#ui/swap.ts';

/**
 * Shows what now lies beside the lines for whoever has just said something: a card, or what waits to be read. It is asked of
 * the page as the server would draw it; the document of a request may be taken as it is where HTML from strings is forbidden.
 */
export function bringIn(root: HTMLElement, address: string) {
	const request = new XMLHttpRequest();
	request.open('GET', address);
	request.responseType = 'document';
	request.addEventListener('load', () => {
		const shown = root.querySelector('#beside-lines');
		const fresh =
			request.response instanceof Document ? request.response.querySelector('#beside-lines') : undefined;
		if (!shown || !fresh) return location.assign(address);
		swap(shown, fresh);
		shown.scrollIntoView({ block: 'nearest' });
		shown.querySelector<HTMLElement>('[data-card]')?.focus();
	});
	// Without an answer there is still the page itself, which has it too.
	request.addEventListener('error', () => location.assign(address));
	request.send();
}
