import type { Config } from '#platform/config.ts';
import type { Spine } from '#platform/db.ts';
import type { Log } from '#platform/log.ts';

/** What the pages stand on, opened by `main.ts` before the first request. */
export interface App {
	spine: Spine;
	config: Config;
	log: Log;
}

let opened: App | undefined;

export function openApp(app: App) {
	opened = app;
}

export function theApp(): App {
	if (!opened) throw new Error('The app was asked for before main.ts opened it.');
	return opened;
}
