const A_WHILE = 1500;

/**
 * Tells the server up to where one has read, so that it is the same on all one’s devices: once what came has been on the
 * screen for a moment, and not while the page lies hidden behind another.
 */
export function rememberReading(action: string) {
	let seen = 0;
	let told = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	document.addEventListener('visibilitychange', later);

	function later() {
		clearTimeout(timer);
		if (seen > told && document.visibilityState === 'visible') timer = setTimeout(tell, A_WHILE);
	}

	function tell() {
		const place = seen;
		const body = new URLSearchParams({ place: String(place) });
		fetch(action, { method: 'POST', body, headers: { 'x-sveltekit-action': 'true' } }).then(
			({ ok }) => ok && (told = Math.max(told, place)),
			() => {}, // It is told with the next one, or by opening the page.
		);
	}

	return (place: number) => {
		seen = Math.max(seen, place);
		later();
	};
}
