import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { MessageLine } from '#features/conversations/message.ts';
import { beginSession } from '#features/people/server/index.ts';
import { transact } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import { testWith, type App } from '../app.ts';
import { Client } from '../client.ts';
import { Ear } from '../ear.ts';
import { settle } from '../settle.ts';

const test = testWith({ HEARTEN_DEMO: 'no' });

/** Three in one circle, each with a page that watches it, and a word of their own in whatever they say. */
async function three(app: App) {
	const { circles } = await settle(app.spine, { people: 6, circles: 1, messages: 0, seated: 5 }, rightNow());
	const circle = circles[0]!;
	const topic = `circle:${circle.id}`;
	const come = async (id: PersonId, word: string) => {
		const { db } = app.spine;
		await db.updateTable('person').set({ writing_hints: true }).where('id', '=', id).execute();
		const { token } = await transact(app.spine, { actor: id, now: rightNow() }, (tx) =>
			beginSession(tx, id, { device: 'A test', sharedDevice: false }),
		);
		const client = new Client(app.origin);
		client.cookies.set('s', token);
		const alias = db
			.selectFrom('alias')
			.select('id')
			.where('conversation_id', '=', circle.id)
			.where('person_id', '=', id);
		const { id: aliasId } = await alias.executeTakeFirstOrThrow();
		const listen = () => Ear.open<MessageLine>(app.origin, { cookie: `s=${token}` });
		const say = async (body: string) => {
			const said = { body: `${word} ${body}`, contentNote: '', replyTo: '', clientId: randomUUID() };
			expect((await client.post(`/circles/${circle.slug}/talk?/say`, said)).status).toBe(303);
		};
		const ear = await listen();
		expect(await ear.watch(topic)).toBe('live');
		return { client, word, aliasId, ear, listen, say };
	};
	const [ana, ben, cy] = [
		await come(circle.seated[1]!, 'ana'),
		await come(circle.seated[2]!, 'ben'),
		await come(circle.seated[3]!, 'cy'),
	];
	const block = async () => {
		const answer = await ana.client.post('/me/blocks/new', { who: `alias:${ben.aliasId}` });
		expect(answer.headers.get('location')).toBe('/me/blocks?blocked');
	};
	return { topic, circle, ana, ben, cy, block };
}

const heardBy = ({ ear }: { ear: Ear<MessageLine> }) => ear.lines.map(({ body }) => body);

test('two seconds after a block neither hears the other, writing or said, and everybody else hears both', async ({
	app,
}) => {
	const { topic, ana, ben, cy, block } = await three(app);
	await ana.say('before');
	await ben.say('before');
	for (const one of [ana, ben, cy]) await one.ear.until(() => heardBy(one).length === 2);

	await block();
	await pause(2_000);
	const from = { ana: ana.ear.writing.length, ben: ben.ear.writing.length };
	for (const one of [ana, ben]) one.ear.say({ writing: topic });
	await cy.ear.until(() => cy.ear.writing.length >= 2);
	for (const one of [ana, ben]) await one.say('after');
	await cy.say('after all');
	for (const one of [ana, ben, cy]) await one.ear.until(() => heardBy(one).includes('cy after all'));

	expect(heardBy(cy).sort()).toEqual(['ana after', 'ana before', 'ben after', 'ben before', 'cy after all']);
	expect(heardBy(ana)).not.toContain('ben after');
	expect(heardBy(ben)).not.toContain('ana after');
	expect([ana.ear.writing.slice(from.ana), ben.ear.writing.slice(from.ben)]).toEqual([[], []]);

	// Nor is what was said before told to whoever comes back, from the beginning on.
	for (const [one, other] of [
		[ana, ben],
		[ben, ana],
	] as const) {
		const again = await one.listen();
		expect(await again.watch(topic, 0)).toBe('live');
		expect(JSON.stringify(again.frames)).not.toContain(other.aliasId);
		expect(again.lines.some(({ body }) => body.startsWith(other.word))).toBe(false);
		expect(again.lines.some(({ body }) => body === 'cy after all')).toBe(true);
		await again.close();
	}
	for (const { ear } of [ana, ben, cy]) await ear.close();
});

test('of what is on its way while somebody is blocked, nothing comes later than two seconds after', async ({
	app,
}) => {
	const { ana, ben, cy, block } = await three(app);
	let said = 0;
	let ended = false;
	const talking = (async () => {
		while (!ended) await ben.say(`${++said}`);
	})();
	await cy.ear.until(() => heardBy(cy).length > 3);
	await block();
	await pause(2_000);
	const known = heardBy(ana).length;
	const last = said;
	await cy.ear.until(() => heardBy(cy).includes(`ben ${last + 5}`));
	ended = true;
	await talking;
	await cy.say('enough');
	await ana.ear.until(() => heardBy(ana).includes('cy enough'));

	expect(heardBy(ana).slice(known)).toEqual(['cy enough']);
	// And nobody else missed any of it.
	expect(heardBy(cy).filter((body) => body.startsWith('ben'))).toHaveLength(said);
	for (const { ear } of [ana, ben, cy]) await ear.close();
});
