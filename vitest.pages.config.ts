import { defineConfig } from 'vitest/config';
import { longFirst } from './test/long-first.ts';

/** The pages as they are served: each file runs the built app in a process of its own. */
export default defineConfig({
	test: {
		globalSetup: ['test/postgres.setup.ts'],
		include: ['test/pages/**/*.test.ts'],
		testTimeout: 300_000,
		hookTimeout: 60_000,
		maxWorkers: 3,
		sequence: {
			sequencer: longFirst(
				'api',
				'routes',
				'routes-2',
				'routes-3',
				'third-parties',
				'blocks',
				'language',
				'xss',
			),
		},
	},
});
