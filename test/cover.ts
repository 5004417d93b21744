import type { Page } from 'playwright-core';

/** Whoever leaves presses the button or Shift three times. */
export const waysOut: Record<'the button' | 'Shift three times', (page: Page) => Promise<void>> = {
	'the button': (page) => page.getByRole('button', { name: 'Leave', exact: true }).click(),
	'Shift three times': async (page) => {
		for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
	},
};

/** What could still be seen of a page when it was left, and how many milliseconds after the press that was so. */
export interface Cover {
	took: number;
	shown: string;
	title: string;
}

/** Holds every next page back for two seconds, and tells when this one is covered after a press. */
export async function watchTheCover(page: Page): Promise<{ covered: Promise<Cover> }> {
	const network = await page.context().newCDPSession(page);
	await network.send('Network.enable');
	await network.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 2000,
		downloadThroughput: 50_000,
		uploadThroughput: 50_000,
	});
	const { promise: covered, resolve } = Promise.withResolvers<Cover>();
	await page.exposeFunction('tellCover', resolve);
	await page.evaluate(timeTheCover);
	return { covered };
}

declare global {
	var tellCover: (cover: Cover) => void;
}

/** Runs in the page: watches from the press until nothing of it is drawn any more. */
function timeTheCover() {
	let pressed = 0;
	const note = (event: Event) => (pressed = event.timeStamp);
	for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, note, { capture: true });
	new MutationObserver(() => {
		if (document.documentElement.dataset.left === undefined) return;
		let told = false;
		const tell = () => {
			if (told) return;
			told = true;
			const took = performance.now() - pressed;
			globalThis.tellCover({ took, shown: document.body.innerText.trim(), title: document.title });
		};
		requestAnimationFrame(tell);
		// A browser without a screen may draw nothing for a while.
		setTimeout(tell, 50);
	}).observe(document.documentElement, { attributes: true });
}
