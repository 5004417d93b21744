import { defineConfig } from 'vitest/config';
import { longFirst } from './test/long-first.ts';

export default defineConfig({
	test: {
		globalSetup: ['test/postgres.setup.ts'],
		setupFiles: ['test/record-queries.ts'],
		include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'db/**/*.test.ts', 'bench/**/*.test.ts'],
		exclude: ['test/journeys/**', 'test/pages/**', 'test/queries/**', 'node_modules/**'],
		testTimeout: 120_000,
		hookTimeout: 60_000,
		maxWorkers: 3,
		sequence: { sequencer: longFirst('messages', 'seed', 'paging', 'neighbourhood') },
	},
});
