import { defineConfig } from 'vitest/config';
import { longFirst } from './test/long-first.ts';

/** Whole journeys through the running app, in a real browser. */
export default defineConfig({
	test: {
		globalSetup: ['test/postgres.setup.ts'],
		include: ['test/journeys/**/*.test.ts'],
		testTimeout: 400_000,
		hookTimeout: 240_000,
		maxWorkers: 3,
		sequence: {
			sequencer: longFirst('barriers', 'sideways', 'account', 'rooms', 'leaving', 'ladder', 'break-glass'),
		},
	},
});
