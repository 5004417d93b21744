import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/**
 * Builds `main.ts`, and the three it can be taken apart into, in the same module graph as the pages, so that the process
 * that listens and the pages it serves share every module (decision 0003).
 */
function oneModuleGraph(): Plugin {
	const adapterFolder = dirname(
		createRequire(import.meta.url).resolve('@sveltejs/adapter-node/package.json'),
	);
	return {
		name: 'hearten-one-module-graph',
		apply: 'build',
		config: () => ({
			resolve: { alias: { '#page-handler': join(adapterFolder, 'src/handler.js') } },
			environments: {
				ssr: {
					build: {
						rolldownOptions: {
							input: {
								main: 'src/main.ts',
								web: 'src/web.ts',
								live: 'src/live.ts',
								worker: 'src/worker.ts',
							},
							// One stylesheet, cached for good, instead of a request for each component on a page.
							output: { codeSplitting: { groups: [{ name: 'style', test: /\.css$/ }] } },
						},
					},
				},
			},
		}),
	};
}

export default defineConfig({
	plugins: [
		oneModuleGraph(),
		sveltekit({
			adapter: adapter({ precompress: true }),
			// Discreet addresses are deeper than the pages they stand for.
			paths: { relative: false },
			version: { name: process.env.npm_package_version ?? 'dev' },
		}),
	],
});
