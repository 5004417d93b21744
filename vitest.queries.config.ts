import { defineConfig } from 'vitest/config';

/** Looks at the queries that the other tests made the product send. Runs after them. */
export default defineConfig({
	test: {
		globalSetup: ['test/postgres.setup.ts'],
		include: ['test/queries/**/*.test.ts'],
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
