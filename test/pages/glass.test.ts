import { said as saidAtOnce } from '#test/said.ts';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { openCase, takeCase } from '#features/desk/server/index.ts';
import { giveDuty } from '#features/people/server/index.ts';
import { pair, say } from '#features/pairings/server/index.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import { test, type App } from '../app.ts';
import { everyPage } from '../crawl.ts';
import { Ear } from '../ear.ts';
import { Program, tokenFor } from '../program.ts';
import { granted } from '../rooms.ts';

const secret = 'the blue door behind the mill';
const inCircle = 'the third step always creaks';

/** Wren and Boat talk; far down one writes what the other tells stewards of. Lolo is a steward and so is Henk. */
async function talkApart(app: App) {
	const [wren, boat, lolo, henk] = await Promise.all(
		(['wren', 'boat', 'lolo', 'henk'] as const).map((who) => app.idOf(who)),
	);
	const as = <Outcome extends object>(actor: PersonId | null, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now: rightNow() }, operation);
	for (const personId of [lolo!, henk!]) await as(null, (tx) => giveDuty(tx, { personId, duty: 'steward' }));
	await as(null, (tx) => giveDuty(tx, { personId: boat!, duty: 'supporter' }));
	const { pairingId } = granted(await as(boat!, (tx) => pair(tx, { supporterId: boat!, memberId: wren! })));
	const write = async (who: PersonId, body: string) => {
		const saying = { pairingId, body, contentNote: '', replyTo: undefined, clientId: randomUUID() };
		return saidAtOnce(await as(who, (tx) => say(tx, saying)));
	};
	await write(wren!, `Nobody knows of ${secret}.`);
	for (let line = 0; line < 60; line++) await write(line % 2 ? wren! : boat!, `Line ${line}.`);
	const { id } = await write(boat!, 'Do as I say.');
	const slug = (await app.circle('nights')).slug;
	const said = await (
		await app.signInAs('nour')
	).post(`/circles/${slug}/talk?/say`, {
		...{ body: inCircle, contentNote: '', replyTo: '', clientId: randomUUID() },
	});
	expect(said.status).toBe(303);
	return { as, pairingId, messageId: id, wren: wren!, boat: boat!, lolo: lolo! };
}

test('a steward sees nothing of what is said apart, but by breaking glass, and only until that is over', async ({
	app,
}) => {
	const { as, pairingId, messageId, wren, boat, lolo } = await talkApart(app);
	const steward = await app.signInAs('lolo');
	const program = new Program(app, await tokenFor(app, lolo));
	const everywhere = async () => {
		const pages = await everyPage(steward, ['/', '/glass', `/pairings/${pairingId}`]);
		return pages
			.filter(({ html }) => html.includes(secret) || html.includes(inCircle))
			.map(({ path }) => path);
	};
	const nothingAnywhere = async () => {
		expect(await everywhere()).toEqual([]);
		for (const path of ['/pairings/{pairing}', '/pairings/{pairing}/messages'])
			expect((await program.ask('GET', path, { at: { pairing: pairingId } })).status).toBe(404);
		const cookie = [...steward.cookies].map((pair) => pair.join('=')).join('; ');
		const ear = await Ear.open(app.origin, { cookie });
		expect(await ear.watch(`pairing:${pairingId}`)).toBe('refused');
		ear.ws.close();
	};
	await nothingAnywhere();

	const { caseId } = await as(null, (tx) =>
		openCase(tx, {
			...{ about: `message:${messageId}`, subjectId: boat, ageBand: 'adult', kind: 'report', tier: 1 },
			...{ because: 'reports.because.hurtful', raisedBy: wren },
		}),
	);
	granted(await as(lolo, (tx) => takeCase(tx, caseId)));
	const asked = await steward.post('/glass/ask', {
		...{
			case: caseId,
			what: 'talk',
			minutes: '15',
			reason: 'It may be a threat, and we need to understand it.',
		},
	});
	const look = asked.headers.get('location')!;
	expect(look).toMatch(/^\/glass\//);
	await nothingAnywhere();
	expect((await steward.get(`${look}/see`)).headers.get('location')).toBe(look);

	const henk = await app.signInAs('henk');
	expect((await henk.post(`${look}?/answer`, { answer: 'yes' })).status).toBe(303);
	expect((await henk.get(`${look}/see`)).status).toBe(404);
	const seen = await everywhere();
	expect(seen.length).toBeGreaterThan(0);
	for (const path of seen) expect(path).toMatch(new RegExp(`^${look}/see\\?before=`));
	expect(await steward.read(`${look}/see`)).toContain('Do as I say.');

	for (const who of ['wren', 'boat'] as const) {
		const client = await app.signInAs(who);
		expect(await client.read(`/pairings/${pairingId}`)).toContain('href="/me/looks"');
		const told = await client.read('/me/looks');
		expect(told).toContain('It may be a threat, and we need to understand it.');
		expect(told).not.toMatch(/lolo|henk/i);
	}
	const log = await (await app.signInAs('amara')).read('/organisation/audit?area=break-glass');
	expect(log).toContain('read a page of a private talk');
	expect(log).not.toMatch(new RegExp(`${secret}|need to understand`));

	expect((await henk.post(`${look}?/end`)).status).toBe(303);
	await pause(2_000);
	expect((await steward.get(`${look}/see`)).headers.get('location')).toBe(look);
	await nothingAnywhere();
}, 120_000);
