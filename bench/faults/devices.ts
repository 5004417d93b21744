import { setImmediate as breathe } from 'node:timers/promises';
import { unreadFor } from '#features/conversations/server/index.ts';
import { rightNow } from '#platform/time.ts';
import { Hearten } from '../../test/hearten.ts';
import { randomFrom } from '../../test/random.ts';
import { settle } from '../../test/settle.ts';

export interface Reading {
	seed: number;
	/** How often a device says up to where it has read, in all. */
	changes: number;
	say: (line: string) => void;
}

export interface DevicesAgree {
	changes: number;
	/** How often the three were asked how much is unread, all at once. */
	compared: number;
	/** Times at which they did not say the same. */
	apart: number;
	/** Times at which it was less than nothing, or more than before though nothing was said. */
	impossible: number;
	/** Whether in the end it is what is left after the furthest of the three. */
	right: boolean;
}

const DEVICES = 3;
const MESSAGES = 1000;

/** One person reads on three devices at once, each at its own pace, and what they say arrives in any order. */
export async function readOnThreeDevices({ seed, changes, say }: Reading): Promise<DevicesAgree> {
	const random = randomFrom(seed);
	const hearten = await Hearten.start();
	try {
		const spine = await hearten.spine();
		const { circles } = await settle(
			spine,
			{ people: 4, circles: 1, messages: MESSAGES * 10, seated: 4, first: 4 },
			rightNow(),
		);
		const { slug, seated } = circles[0]!;
		const me = seated[1]!;
		const devices = await Promise.all(
			Array.from({ length: DEVICES }, async () => ({ at: 0, cookie: await hearten.cookieOf(spine, me) })),
		);
		const found = { changes: 0, compared: 0, apart: 0, impossible: 0, right: false };
		let before = Number.MAX_SAFE_INTEGER;
		const pace = MESSAGES / (changes / DEVICES);

		const read = async (device: { at: number; cookie: string }) => {
			for (; found.changes < changes; found.changes++) {
				device.at = Math.min(MESSAGES, device.at + random() * 2 * pace);
				// Now and then what was said a while ago arrives only now.
				const place = Math.max(1, Math.floor(random() < 0.2 ? device.at * random() : device.at));
				await post(hearten.origin, slug, device.cookie, place);
			}
		};
		const compare = async () => {
			while (found.changes < changes) {
				const from = found.changes;
				while (found.changes < Math.min(changes, from + changes / 100)) await breathe();
				const [first, ...others] = await Promise.all(
					devices.map(({ cookie }) => unreadOn(hearten.origin, cookie)),
				);
				found.compared++;
				// They were asked while others went on reading: each answer is of its own moment, so they may only fall.
				const after = await unreadOn(hearten.origin, devices[0]!.cookie);
				if ([first!, ...others].some((unread) => unread < after)) found.apart++;
				if (first! < 0 || first! > before) found.impossible++;
				before = first!;
			}
		};
		await Promise.all([...devices.map(read), compare()]);

		const last = await Promise.all(devices.map(({ cookie }) => unreadOn(hearten.origin, cookie)));
		const kept = (await unreadFor(spine.db, spine.vault, me)).values().next().value ?? 0;
		found.right = new Set([...last, kept]).size === 1;
		say(`${found.changes} changes, all three say ${last[0]} unread`);
		return found;
	} finally {
		await hearten.remove();
	}
}

async function post(origin: string, slug: string, cookie: string, place: number) {
	const response = await fetch(`${origin}/circles/${slug}/talk?/read`, {
		method: 'POST',
		body: new URLSearchParams({ place: String(place) }),
		headers: { origin, cookie, 'x-sveltekit-action': 'true', accept: 'application/json' },
	});
	if (!response.ok) throw new Error(`Reading was refused: ${response.status} ${await response.text()}`);
	await response.arrayBuffer();
}

/** As the first page says it. */
async function unreadOn(origin: string, cookie: string): Promise<number> {
	const response = await fetch(origin, { headers: { cookie, 'accept-language': 'en' } });
	const said = /(?:(One)|([\d,]+)) new messages?/.exec(await response.text());
	return said ? (said[1] ? 1 : Number(said[2]!.replaceAll(',', ''))) : 0;
}
