import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from '../../test/settle.ts';
import type { Deed, History } from './history.ts';

/** Somebody who says things in a circle, and changes or takes back some of what they said. */
export interface Speaker {
	origin: string;
	cookie: string;
	circle: Place;
	/** Distinguishes them in the history. */
	name: string;
	random: () => number;
	history: History;
	/** What they said that is still there, by place. */
	mine: Map<number, string>;
}

/** Not a fault to be borne, but a run that is wrong. */
export class Refusal extends Error {}

export const counts = { again: 0, refusedForNow: 0 };

/**
 * Does one thing, as the script of the page does, and does not rest until it is answered. What is said is sent twice at
 * once now and then, always with one client id.
 */
export async function doOneThing(speaker: Speaker) {
	const { random, mine } = speaker;
	const dice = random();
	const places = [...mine.keys()];
	const place = places[Math.floor(random() * places.length)];
	if (dice < 0.75 || place === undefined) {
		const clientId = randomUUID();
		const body =
			`${speaker.name} says ${clientId.slice(0, 8)} ${'word '.repeat(Math.floor(random() * 12))}`.trim();
		const said = await untilAnswered(speaker, { do: 'say', clientId, body }, random() < 0.1 ? 2 : 1);
		mine.set(said, body);
	} else if (dice < 0.9) {
		const body = `${mine.get(place)!.slice(0, 200)}, or rather ${Math.floor(random() * 1000)}`;
		await untilAnswered(speaker, { do: 'edit', place, body });
		mine.set(place, body);
	} else {
		await untilAnswered(speaker, { do: 'take back', place });
		mine.delete(place);
	}
}

async function untilAnswered(speaker: Speaker, deed: Deed, copies = 1): Promise<number> {
	const { history, name, circle } = speaker;
	const about = { process: name, conversation: circle.id, deed };
	history.note({ type: 'invoke', ...about });
	const answers = await Promise.all(Array.from({ length: copies }, () => persist()));
	return answers[0]!;

	async function persist() {
		for (let attempt = 0; ; attempt++) {
			const place = await send(speaker, deed, attempt > 0).catch((trouble: unknown) => {
				if (trouble instanceof Refusal) throw trouble;
			});
			if (place !== undefined) {
				history.note({ type: 'ok', ...about, place });
				return place;
			}
			counts.again++;
			history.note({ type: 'info', ...about });
			await pause(50);
		}
	}
}

/** The place it leads to; undefined when there was no answer, or one that says “later”. */
async function send({ origin, cookie, circle }: Speaker, deed: Deed, again: boolean) {
	const talk = `${origin}/circles/${circle.slug}/talk`;
	const [address, fields]: [string, Record<string, string>] =
		deed.do === 'say'
			? [`${talk}?/say`, { body: deed.body, contentNote: '', replyTo: '', clientId: deed.clientId }]
			: deed.do === 'edit'
				? [`${talk}/${deed.place}`, { body: deed.body, contentNote: '' }]
				: [`${talk}?/remove`, { place: String(deed.place) }];
	const response = await fetch(address, {
		method: 'POST',
		body: new URLSearchParams(fields),
		headers: { origin, cookie, accept: 'application/json', 'x-sveltekit-action': 'true' },
		signal: AbortSignal.timeout(20_000),
	});
	const text = await response.text();
	// Said by a proxy: whoever was asked has died over it.
	if (response.status === 502) return undefined;
	if (response.status === 503) {
		counts.refusedForNow++;
		return undefined;
	}
	if (response.status >= 500) throw new Refusal(`${deed.do} broke something: ${text.slice(0, 300)}`);
	const { type, location, data } = JSON.parse(text) as { type: string; location?: string; data?: string };
	const place = Number(/#m(\d+)$/.exec(location ?? '')?.[1]);
	if (type === 'redirect' && place) return place;
	// Done by the attempt before, whose answer never came.
	if (again && deed.do === 'take back' && data?.includes('gone')) return deed.place;
	throw new Refusal(`${deed.do} was refused: ${text.slice(0, 300)}`);
}
