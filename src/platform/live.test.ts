import type { Duplex } from 'node:stream';
import { sql } from 'kysely';
import { describe, expect, vi } from 'vitest';
import { Ear } from '#test/ear.ts';
import { gate, test, type Line, type Porch } from '#test/porch.ts';
import { after, rightNow } from './time.ts';

const upTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, n) => from + n);

describe('whoever watches', () => {
	test('hears everything once and in order, and a burst of nudges is read at one go', async ({ porch }) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		await ana.watch('porch:1', 0);
		const held = gate();
		porch.beforeReading = () => held.opened;
		await porch.say(1);
		await ana.until(() => porch.reads.at(-1) === 0);
		const before = porch.reads.length;

		await porch.say(2, 50);
		held.open();
		await ana.until(() => ana.changes.length >= 50);

		expect(ana.changes).toEqual(upTo(50));
		// The one that was held, one for the fifty nudges, and each of the two looks once more to see that it has all.
		expect(porch.reads.length - before).toBeLessThanOrEqual(4);
	});

	test('comes back after being away, and is told what it missed and what is new, nothing twice', async ({
		porch,
	}) => {
		const address = await porch.gateway();
		await porch.say(1, 350, { each: false });
		const ana = await Ear.open<Line>(address, { cookie: 'ana' });
		await ana.watch('porch:1', 120);
		await porch.say(351, 353);
		await ana.until(() => ana.changes.includes(353));

		expect(ana.changes).toEqual(upTo(353, 121));
	});

	test('and says nothing of what it knows, hears from now on', async ({ porch }) => {
		await porch.say(1, 5, { each: false });
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		await ana.watch('porch:1');
		await porch.say(6);
		await ana.until(() => ana.changes.length > 0);

		expect(ana.changes).toEqual([6]);
	});

	test('on whichever process, hears the same', async ({ porch }) => {
		const [ana, ben] = [
			await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' }),
			await Ear.open<Line>(await porch.gateway(), { cookie: 'ben' }),
		];
		await Promise.all([ana.watch('porch:1', 0), ben.watch('porch:1', 0)]);
		await porch.say(1, 20);
		await Promise.all([ana, ben].map((ear) => ear.until(() => ear.changes.length >= 20)));

		expect(ana.changes).toEqual(upTo(20));
		expect(ben.changes).toEqual(upTo(20));
	});

	test('is not held up by somebody who has much to catch up with', async ({ porch }) => {
		const address = await porch.gateway();
		await porch.say(1, 500, { each: false });
		const ana = await Ear.open<Line>(address, { cookie: 'ana' });
		await ana.watch('porch:1', 500);
		const held = gate();
		porch.beforeReading = (change) => (change < 100 ? held.opened : Promise.resolve());
		const ben = await Ear.open<Line>(address, { cookie: 'ben' });
		const catchingUp = ben.watch('porch:1', 0);
		await ben.until(() => porch.reads.includes(0));

		await porch.say(501);
		await ana.until(() => ana.changes.length > 0);
		expect(ben.changes).toEqual([]);

		held.open();
		await catchingUp;
		await ben.until(() => ben.changes.includes(501));
		expect(ben.changes).toEqual(upTo(501));
	});

	test('but does not read is let go, without keeping the others waiting', async ({ porch }) => {
		const address = await porch.gateway();
		const [ana, ben] = [
			await Ear.open<Line>(address, { cookie: 'ana' }),
			await Ear.open<Line>(address, { cookie: 'ben' }),
		];
		await Promise.all([ana.watch('porch:1', 0), ben.watch('porch:1', 0)]);
		ben.ws.pause();
		// More than a network between two processes can hold.
		await porch.say(1, 60, { body: 'x'.repeat(500_000) });
		await ana.until(() => ana.changes.length === 60);
		ben.ws.resume();
		await ben.until(() => ben.ended);

		expect(ana.changes).toEqual(upTo(60));
		expect(ben.changes.length).toBeLessThan(60);
		expect(ben.changes).toEqual(upTo(ben.changes.length));

		const again = await Ear.open<Line>(address, { cookie: 'ben' });
		await again.watch('porch:1', ben.changes.length);
		expect([...ben.changes, ...again.changes]).toEqual(upTo(60));
	});
});

describe('what this process has said itself', () => {
	/** Writes a line as another process would see it, without telling anybody. */
	const write = (porch: Porch, change: number) =>
		sql`insert into porch_line values (${change}, 'hello')`.execute(porch.world.db);

	test('is not read again, and not told twice', async ({ porch }) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		await ana.watch('porch:1', 0);
		const reads = porch.reads.length;
		for (const change of upTo(5)) {
			await write(porch, change);
			porch.gateways[0]!.handOver('porch:1', [{ change, body: 'hello' } as Line]);
			await ana.until(() => ana.changes.includes(change));
			await porch.nudge(`porch:1 ${change}`);
		}
		await porch.say(6);
		await ana.until(() => ana.changes.includes(6));

		expect(ana.changes).toEqual(upTo(6));
		// Of the six only the last, which nobody handed over.
		expect(porch.reads.slice(reads)[0]).toBe(5);
	});

	test('waits for what another process said before it', async ({ porch }) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		await ana.watch('porch:1', 0);
		await write(porch, 1);
		await write(porch, 2);
		porch.gateways[0]!.handOver('porch:1', [{ change: 2, body: 'hello' } as Line]);
		await porch.nudge('porch:1 2');
		await ana.until(() => ana.changes.includes(2));

		expect(ana.changes).toEqual([1, 2]);
	});
});

describe('when the connection that nudges come by is lost', () => {
	/** Cuts it, and in the same breath says something that nobody is nudged of. */
	const cut = (porch: Porch, change: number) =>
		sql`
			with cut as (
				select pg_terminate_backend(pid) from pg_stat_activity
				where datname = current_database() and query ilike 'listen%'
			), said as (insert into porch_line values (${change}, 'meanwhile'))
			select count(*) from cut
		`.execute(porch.world.db);

	test('what was said meanwhile is still heard, and so is what comes after', async ({ porch }) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		await ana.watch('porch:1', 0);
		await cut(porch, 1);
		await ana.until(() => ana.changes.includes(1));
		await porch.say(2);
		await ana.until(() => ana.changes.includes(2));

		expect(ana.changes).toEqual([1, 2]);
	});

	test('whoever signed out meanwhile is put out', async ({ porch }) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		await ana.watch('porch:1', 0);
		porch.sessions.delete('ana');
		await cut(porch, 1);

		expect(await ana.until(() => ana.ended)).toBe(4401);
	});

	test('whoever lost their right meanwhile hears nothing more', async ({ porch }) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		await ana.watch('porch:1', 0);
		porch.allowed.delete('ana');
		await cut(porch, 1);
		await ana.until(() => ana.isPutOut('porch:1'));
		const heard = ana.changes.length;
		await porch.say(2);
		const ben = await Ear.open<Line>(await porch.gateway(), { cookie: 'ben' });
		await ben.watch('porch:1', 0);

		expect(ben.changes).toEqual([1, 2]);
		expect(ana.changes.length).toBe(heard);
	});
});

describe('a right that ends', () => {
	test('while it is being asked for, is no right', async ({ porch }) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		const held = gate();
		let asked = 0;
		porch.beforeAdmitting = () => (++asked === 1 ? held.opened : Promise.resolve());
		ana.say({ watch: 'porch:1', after: 0 });
		await ana.until(() => asked === 1);

		porch.allowed.delete('ana');
		await porch.nudge('!porch:1');
		await ana.until(() => asked === 2);
		held.open();
		await porch.say(1);
		await ana.until(() => ana.isPutOut('porch:1'));
		const ben = await Ear.open<Line>(await porch.gateway(), { cookie: 'ben' });
		await ben.watch('porch:1', 0);

		expect(ana.changes).toEqual([]);
	});

	test('with the session while the socket opens, opens nothing', async ({ porch }) => {
		const address = await porch.gateway();
		const held = gate();
		let asked = 0;
		porch.beforeHolding = () => (++asked === 1 ? held.opened : Promise.resolve());
		const opening = Ear.open<Line>(address, { cookie: 'ana' });
		await vi.waitUntil(() => asked === 1);

		porch.sessions.delete('ana');
		await porch.nudge('!person:ana');
		// Nudges come in order, so when the second has been heard, so has the first.
		const witness = await Ear.open<Line>(address, { cookie: 'ben' });
		await witness.watch('porch:1', 0);
		await porch.say(1);
		await witness.until(() => witness.changes.length > 0);
		held.open();
		const ana = await opening;

		expect(await ana.watch('porch:1', 0)).toBe('refused');
	});

	test('because its time is over, is noticed without anybody saying so', async ({ porch }) => {
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		try {
			porch.until = after(rightNow(), -1);
			const address = await porch.gateway();
			const ana = await Ear.open<Line>(address, { cookie: 'ana' });
			await ana.watch('porch:1', 0);
			porch.sessions.delete('ana');
			vi.advanceTimersByTime(25_000);

			expect(await ana.until(() => ana.ended)).toBe(4401);
		} finally {
			vi.useRealTimers();
		}
	});

	test('cannot be known of while the database is away: the socket is told to come back, not that it is over', async ({
		porch,
	}) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		await ana.watch('porch:1', 0);
		porch.beforeAdmitting = () => Promise.reject(new Error('The database is away.'));
		await porch.nudge('!porch:1');

		expect(await ana.until(() => ana.ended)).toBe(1013);
		expect(ana.isPutOut('porch:1')).toBe(false);
	});
});

describe('nonsense', () => {
	test('is borne a few times, and then no more', async ({ porch }) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		for (const frame of ['', 'hello', '{}', '[]', '{"watch":1}', '{"watch":"porch:1","after":-1}'])
			ana.say(frame);

		expect(await ana.until(() => ana.ended)).toBe(1008);
	});

	test('such as asking for places one may not see, again and again, ends too', async ({ porch }) => {
		const cy = await Ear.open<Line>(await porch.gateway(), { cookie: 'cy' });
		for (const n of upTo(10)) cy.say({ watch: `porch:${n}` });

		expect(await cy.until(() => cy.ended)).toBe(1008);
		expect(cy.frames.every(({ closed }) => closed)).toBe(true);
	});

	test('such as a flood of questions is not all asked of the database', async ({ porch }) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		let asked = 0;
		const held = gate();
		porch.beforeAdmitting = () => (asked++, held.opened);
		for (const n of upTo(500)) ana.say({ watch: `porch:${n}` });
		await ana.until(() => ana.ended);
		held.open();

		expect(asked).toBeLessThanOrEqual(1);
	});

	test('is counted, without a word of it', async ({ porch }) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		for (const frame of ['', 'hello', '{}', '[]', '{"watch":1}', '{"leave":2}', '"late"']) ana.say(frame);
		await ana.until(() => ana.ended);

		expect(porch.gateways[0]!.counts()).toMatchObject({ sockets: 0, malformed: 6, closed: 1 });
	});

	test('also a frame that is none at all', async ({ porch }) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		// An opcode that there is not (RFC 6455, 5.2).
		// oxlint-disable-next-line no-underscore-dangle
		(ana.ws as unknown as { _socket: Duplex })._socket.write(Buffer.of(0x8b, 0x80, 0, 0, 0, 0));

		expect(await ana.until(() => ana.ended)).toBe(1002);
		expect(porch.gateways[0]!.counts()).toMatchObject({ malformed: 1 });
	});

	test('such as questions without end that are well-formed, ends too', async ({ porch }) => {
		const ana = await Ear.open<Line>(await porch.gateway(), { cookie: 'ana' });
		for (const _ of upTo(60)) ana.say({ leave: 'porch:1' });

		expect(await ana.until(() => ana.ended)).toBe(1008);
	});
});

describe('no more sockets than anybody needs', () => {
	const open = async (address: string, cookie: string, most: number) => {
		const ears: Ear<Line>[] = [];
		for (const _ of upTo(most)) ears.push(await Ear.open<Line>(address, { cookie }));
		return ears;
	};

	test('are open for one session, and one that closes makes room', async ({ porch }) => {
		const address = await porch.gateway();
		const ears = await open(address, 'ana', 30);
		await expect(Ear.open<Line>(address, { cookie: 'ana' })).rejects.toThrow('429');
		const ben = await Ear.open<Line>(address, { cookie: 'ben' });

		expect(await ben.watch('porch:1', 0)).toBe('live');
		await ears[0]!.close();
		await ben.until(() => porch.gateways[0]!.counts().sockets === 30);
		await expect(Ear.open<Line>(address, { cookie: 'ana' })).resolves.toBeDefined();
	});

	test('are open for strangers together', async ({ porch }) => {
		const address = await porch.gateway();
		await open(address, '', 200);

		await expect(Ear.open<Line>(address)).rejects.toThrow('429');
		expect(porch.gateways[0]!.counts()).toMatchObject({ sockets: 200, refused: 1 });
	});
});
