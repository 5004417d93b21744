import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { follow } from '../../docs/live-client.ts';
import { beginSession } from '#features/people/server/index.ts';
import { sayInCircle } from '#features/circles/server/post-message.ts';
import { transact } from '#platform/db.ts';
import { rightNow } from '#platform/time.ts';
import { randomUUID } from 'node:crypto';
import { testWith } from '../app.ts';
import { openProxy } from '../proxy.ts';
import { settle } from '../settle.ts';

const test = testWith({ HEARTEN_DEMO: 'no' });

test('the client of the documentation hears everything once and in order, also after its connection is cut', async ({
	app,
}) => {
	const { circles } = await settle(app.spine, { people: 4, circles: 1, messages: 0, seated: 4 }, rightNow());
	const circle = circles[0]!;
	const [speaker, listener] = [circle.seated[0]!, circle.seated[1]!];
	const ports = [new URL(app.origin).port];
	const proxy = await openProxy({ pages: ports, live: ports });
	const { token } = await transact(app.spine, { actor: listener, now: rightNow() }, (tx) =>
		beginSession(tx, listener, { device: 'A test', sharedDevice: false }),
	);
	const say = (body: string) =>
		sayInCircle(app.spine, circle.id, {
			...{ by: speaker, at: rightNow(), body, contentNote: '', replyTo: undefined, clientId: randomUUID() },
		});
	const heard: string[] = [];
	const until = async (count: number) => {
		for (const patience = performance.now() + 20_000; heard.length < count; await pause(10))
			if (performance.now() > patience) throw new Error(`Heard only ${heard.join(', ')}`);
	};

	await say('before');
	const stop = follow(proxy.origin, `circle:${circle.id}`, `s=${token}`, ({ body }) => heard.push(body));
	await until(1);
	for (const body of ['one', 'two', 'three']) await say(body);
	await until(4);
	proxy.cut();
	await say('while away');
	await until(5);
	await say('back');
	await until(6);
	stop();
	proxy.close();

	expect(heard).toEqual(['before', 'one', 'two', 'three', 'while away', 'back']);
});

test('and is short', () => {
	expect(readFileSync('docs/live-client.ts', 'utf8').trim().split('\n').length).toBeLessThan(60);
});
