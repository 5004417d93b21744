import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** A real Chromium: `HEARTEN_BROWSER`, which script/test finds or fetches, or one that is installed here. */
export function openBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: whereItIs(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
		// Left out of what Playwright adds, so that going back finds pages as people’s browsers keep them.
		ignoreDefaultArgs: ['--disable-back-forward-cache'],
	});
}

function whereItIs(): string {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const names = ['chromium', 'chromium-browser', 'google-chrome'];
	const installed = names.flatMap((name) => folders.map((folder) => join(folder, name)));
	const found = [process.env.HEARTEN_BROWSER, ...installed].find((path) => path && isProgram(path));
	if (!found) throw new Error('There is no Chromium here. Run script/test, which finds or fetches one.');
	return found;
}

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
