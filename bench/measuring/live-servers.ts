import { fork, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { Spine } from '#platform/db.ts';
import type { Id, PersonId } from '#platform/ids.ts';
import { newId } from '#platform/ids.ts';
import { after, dayOf, days, rightNow, startOfDay } from '#platform/time.ts';
import type { Hearten } from '../../test/hearten.ts';
import { settle, type Place } from '../../test/settle.ts';
import { spentBy, type Spent } from './processes.ts';
import type { Guest } from './watchers.ts';

/** A server to be measured, with rooms that people watch and speak in. */
export interface Server {
	name: string;
	origin: string;
	pid: number;
	/** Of the server itself and of its database. */
	spent(): Spent;
	guests(room: Room): Guest[];
	/** The n-th message of somebody in this room. Throws when it is not taken. */
	post(room: Room, n: number, body: string): Promise<void>;
}

/** A room with as many watchers as it has people. On a bare server it is only a path. */
export interface Room {
	path: string;
	watchers: number;
	place: Place;
	cookies: string[];
}

/** Every measured server is asked over connections that stay open, as a proxy’s do. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export function heartenAt(hearten: Hearten): Server {
	const { origin } = hearten;
	return {
		name: 'Hearten',
		origin,
		pid: hearten.pid,
		spent: () => spentBy(hearten.pid),
		guests: ({ place, cookies }) =>
			cookies.map((cookie) => ({
				path: '/live',
				cookie,
				ask: JSON.stringify({ watch: `circle:${place.id}` }),
			})),
		async post({ place, cookies }, n, body) {
			const form = new URLSearchParams({ body, contentNote: '', replyTo: '', clientId: randomUUID() });
			const answer = await send(`${origin}/circles/${place.slug}/talk?/say`, form.toString(), {
				origin,
				cookie: cookies[n % cookies.length]!,
				accept: 'application/json',
				'content-type': 'application/x-www-form-urlencoded',
				'x-sveltekit-action': 'true',
			});
			if (answer.status !== 200 || !answer.text.includes('"redirect"'))
				throw new Error(`A message was not taken: ${answer.status} ${answer.text}`);
		},
	};
}

/** One that only passes on, or, told where there is a database, commits first. `lender` is whose database it uses. */
export async function openBare(
	name: string,
	lender?: Hearten,
	nodeArguments: string[] = [],
): Promise<Server & { close(): void; child: ChildProcess }> {
	const child = fork(new URL('./bare-sockets.ts', import.meta.url), {
		execArgv: nodeArguments,
		silent: true,
		env: { ...process.env, ...(lender && { BARE_DATABASE: JSON.stringify(await lender.whereabouts()) }) },
	});
	child.stderr?.pipe(process.stderr);
	const [{ port }] = (await once(child, 'message')) as [{ port: number }];
	const origin = `http://127.0.0.1:${port}`;
	return {
		name,
		origin,
		child,
		pid: child.pid!,
		spent: () => ({
			server: spentBy(child.pid!).server,
			postgres: lender ? spentBy(lender.pid).postgres : 0,
		}),
		guests: ({ path, watchers }) =>
			Array.from({ length: watchers }, () => ({ path, cookie: '', ask: undefined })),
		async post({ path }, _, body) {
			const { status } = await send(`${origin}${path}`, body, {});
			if (status !== 200) throw new Error(`A message was not taken: ${status}`);
		},
		close: () => child.disconnect(),
	};
}

/** So many rooms, each with people of its own who are all signed in. */
export async function settleRooms(
	hearten: Hearten,
	spine: Spine,
	{ rooms, watchers }: { rooms: number; watchers: number },
): Promise<Room[]> {
	const size = { people: rooms * watchers, circles: rooms, messages: 0, seated: watchers };
	const { circles } = await settle(spine, size, rightNow());
	const cookies = await signInAll(spine, [...new Set(circles.flatMap(({ seated }) => seated))]);
	return circles.map((place) => ({
		path: `/live/${place.slug}`,
		watchers,
		place,
		cookies: place.seated.map((person) => cookies.get(person)!),
	}));
}

/** The session cookie of each, as if all had signed in today. */
async function signInAll(spine: Spine, people: readonly PersonId[]): Promise<Map<PersonId, string>> {
	const now = rightNow();
	const cookies = new Map<PersonId, string>();
	const rows = people.map((person) => {
		const token = randomBytes(32).toString('base64url');
		cookies.set(person, `s=${token}`);
		return {
			digest: createHash('sha256').update(token).digest(),
			id: newId(startOfDay(now)) as Id<'session'>,
			person_id: person,
			device: 'A measurement',
			shared_device: false,
			begun_on: dayOf(now),
			ends_at: after(now, days(34)),
			fresh_until: null,
		};
	});
	for (let from = 0; from < rows.length; from += 1000)
		await spine.db
			.insertInto('session')
			.values(rows.slice(from, from + 1000))
			.execute();
	return cookies;
}

interface Answer {
	status: number;
	text: string;
}

/** Posts, with less to do for the processor that all share than `fetch`. */
export function send(url: string, body: string, headers: Record<string, string>): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const posting = request(
			url,
			{ agent, method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
			(response) => {
				let text = '';
				response.setEncoding('utf8');
				response.on('data', (chunk: string) => (text += chunk));
				response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
				response.on('error', reject);
			},
		);
		posting.on('error', reject);
		posting.end(body);
	});
}
