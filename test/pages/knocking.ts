import { sql } from 'kysely';
import { expect } from 'vitest';
import { test as base, type App } from '../app.ts';
import { everyRoute, type Route } from './router.ts';
import { tabled } from './routes-table.ts';
import { roles, setScene, type Role, type Scene } from './scene.ts';

export const test = base.extend<{ $file: { scene: Scene } }>({
	scene: [async ({ app }, use) => use(await setScene(app)), { scope: 'file' }],
});

/** The addresses are knocked at in so many parts, each with a place of its own, so that several go on at once. */
const PARTS = 3;

const partOf = (id: string) => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % PARTS;

/** Knocks at every address of one part, as everybody, and compares with the table. */
export const knockEverywhere = (part: number) =>
	test(`everybody gets what the table says, at every address and for every button (${part + 1} of ${PARTS})`, async ({
		app,
		scene,
	}) => {
		const got = new Map<string, string[]>();
		for (const { id, ways } of (await forPeople()).filter((route) => partOf(route.id) === part))
			for (const way of ways)
				for (const [which, path] of Object.entries(scene.addresses(id)))
					if (!['secret', 'teens', 'missing'].includes(which) || !/\[(circle|room)\]/.test(id))
						got.set(
							[way, id, ['missing', 'closed', 'waiting'].includes(which) ? which : ''].join(' ').trim(),
							await inTurn(roles, (role) => knock(app, scene, role, { id, way, path })),
						);

		const mine = [...tabled].filter(
			([name]) => partOf(name.split(' ').find((word) => word.startsWith('/'))!) === part,
		);
		expect(Object.fromEntries(got)).toEqual(Object.fromEntries(mine));
	}, 1_200_000);

export const isForPrograms = ({ id }: Route) => id.startsWith('/api/');
/** What programs are answered is told in `api.test.ts`. */
export const forPeople = async () => (await everyRoute()).filter((route) => !isForPrograms(route));

export interface Door {
	id: string;
	way: string;
	path: string;
}

export const press = (scene: Scene, role: Role, { id, way, path }: Door) => {
	const [method = '', action = ''] = way.split(' ');
	const client = scene.people[role].copy();
	return method === 'GET' ? client.get(path) : client.post(path + action, scene.form(way, id));
};

/** Knocks once, says in a word what came of it, and puts everything back. */
export async function knock(app: App, scene: Scene, role: Role, door: Door): Promise<string> {
	await sql`delete from rate_limit`.execute(app.spine.db);
	const answer = await press(scene, role, door);
	await answer.arrayBuffer();
	const changed = await scene.changed();
	if (changed) await scene.restore();

	const to = answer.headers.get('location')?.split('?')[0];
	const refused = answer.status >= 400;
	// Whatever is refused has changed nothing.
	if (changed) return refused ? `${answer.status} and changed` : 'done';
	if (to === '/sign-in') return 'in';
	if (to === '/sign-up') return 'up';
	if (to !== undefined) return 'back';
	return answer.status === 200 ? 'ok' : answer.status === 404 ? 'no' : String(answer.status);
}

/** All of an answer, but for the moment, and the address itself with the digest that it changes. */
export async function answered(scene: Scene, role: Role, door: Door): Promise<string> {
	const answer = await press(scene, role, door);
	const headers = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'etag');
	const whole = JSON.stringify([answer.status, headers, await answer.text()]);
	const [, , slug = ''] = door.path.split('/');
	return whole.replaceAll(slug, 'the-place');
}

/** One after the other: what one changes is put back before the next. */
export async function inTurn<From, To>(
	all: readonly From[],
	each: (one: From) => Promise<To>,
): Promise<To[]> {
	const done: To[] = [];
	for (const one of all) done.push(await each(one));
	return done;
}
