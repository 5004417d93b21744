import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** One address of the app, as its own router knows it. */
export interface Route {
	/** `/circles/[circle]` */
	id: string;
	/** `GET` for a page; `POST ?/join` for what its buttons do; for anything else the methods it answers. */
	ways: readonly string[];
}

interface Manifest {
	nodes: (() => Promise<{ server?: { actions?: object } }>)[];
	routes: {
		id: string;
		page: { leaf: number } | null;
		endpoint: (() => Promise<object>) | null;
	}[];
}

/** Every address the built app answers at, read from what was built, so that none can be forgotten. */
export async function everyRoute(): Promise<Route[]> {
	const file = pathToFileURL(resolve(join('build', 'server', 'manifest.js'))).href;
	const { manifest } = (await import(/* @vite-ignore */ file)) as { manifest: Manifest };
	return Promise.all(
		manifest.routes.map(async ({ id, page, endpoint }) => {
			const node = page && (await manifest.nodes[page.leaf]!());
			const actions = Object.keys(node?.server?.actions ?? {});
			const ways = [
				...(page ? ['GET'] : []),
				...actions.map((name) => (name === 'default' ? 'POST' : `POST ?/${name}`)),
				...(endpoint ? Object.keys(await endpoint()).filter((name) => /^[A-Z]+$/.test(name)) : []),
			];
			return { id, ways };
		}),
	);
}
