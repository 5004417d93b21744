import type { SignedIn } from '#features/people/person.ts';
import type { Config } from '#platform/config.ts';
import type { Spine } from '#platform/db.ts';
import type { Log } from '#platform/log.ts';
import type { Memory } from '#platform/memory.ts';

/** What the pages stand on, opened by `main.ts` before the first request. */
export interface App {
	spine: Spine;
	/** Who is signed in, by the token of their session. */
	sessions: Memory<SignedIn>;
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
