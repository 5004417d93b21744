import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { render as Render } from 'svelte/server';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Shown } from './catalogue.ts';

let vite: ViteDevServer;
let render: typeof Render;
let catalogue: readonly Shown[];

beforeAll(async () => {
	vite = await createServer({
		configFile: false,
		appType: 'custom',
		logLevel: 'error',
		optimizeDeps: { noDiscovery: true },
		server: { middlewareMode: true, watch: null, ws: false },
		plugins: [svelte({ configFile: false })],
	});
	({ render } = (await vite.ssrLoadModule('svelte/server')) as { render: typeof Render });
	({ catalogue } = (await vite.ssrLoadModule('/src/ui/catalogue.ts')) as { catalogue: readonly Shown[] });
});

afterAll(() => vite.close());

const everyState = () =>
	catalogue.flatMap(({ name, component, states }) =>
		states.map((state) => ({
			what: `${name}, ${state.name}`,
			html: render(component, { props: state.props }).body,
		})),
	);

test('every component renders in every state, without a browser', () => {
	expect(everyState().length).toBeGreaterThan(80);
});

test('nothing needs a style or a script that a strict content policy refuses', () => {
	const refused = everyState().filter(({ html }) => /\s(style|on\w+)=|<script|javascript:/.test(html));
	expect(refused).toEqual([]);
});

test('every question is tied to its label, its hint and its problem', () => {
	for (const { what, html } of everyState()) {
		const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
		const named = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)];
		const missing = named.flatMap(([, list = '']) => list.split(' ')).filter((id) => !ids.has(id));
		expect({ what, missing }).toEqual({ what, missing: [] });
	}
});

test('what somebody wrote is shown again as they wrote it, and as words only', () => {
	const html = everyState().find(({ what }) => what === 'Field, long text')?.html;
	expect(html).toContain('\n\nStill awake.\n&lt;b>');
});

test('the way out is the first thing the keyboard reaches, and the way past the bar the second', () => {
	const html = everyState().find(({ what }) => what.startsWith('Page'))?.html ?? '';
	const stops = [...html.matchAll(/<(a|button|input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag);
	expect(stops[0]).toMatch(/^<button/);
	expect(stops[1]).toMatch(/href="#main"/);
});
