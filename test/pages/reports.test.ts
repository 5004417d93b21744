import { expect } from 'vitest';
import { endpoints } from '#composition';
import { giveDuty } from '#features/people/server/index.ts';
import { transact } from '#platform/db.ts';
import { rightNow } from '#platform/time.ts';
import { test, type App } from '../app.ts';
import { everyPage } from '../crawl.ts';
import { Ear } from '../ear.ts';
import { Program, tokenFor } from '../program.ts';

const words = 'Those are my own words and nobody else’s.';

/** Wren, who goes by another name in “Long nights”, tells stewards of Rosa, its host, who is a steward as well. */
async function beforehand(app: App, { nickname, which }: { nickname: string; which: 'asc' | 'desc' }) {
	const { db } = app.spine;
	const [rosa, henk] = [await app.idOf('rosa'), await app.idOf('henk')];
	const asNobody = { actor: null, now: rightNow() };
	for (const personId of [rosa, henk])
		await transact(app.spine, asNobody, (tx) => giveDuty(tx, { personId, duty: 'steward' }));
	const { id, slug } = await app.circle('nights');
	const reporter = app.visitor();
	await reporter.post('/sign-up?/passphrase', { nickname, passphrase: 'a lamp in the window 9', next: '/' });
	const { id: reporterId } = await db
		.selectFrom('person')
		.select('id')
		.where('nickname', '=', nickname)
		.executeTakeFirstOrThrow();
	const alias = await db
		.selectFrom('alias')
		.select('id')
		.where('person_id', '=', rosa)
		.where('conversation_id', '=', id)
		.executeTakeFirstOrThrow();
	await reporter.post(`/circles/${slug}?/observe`);
	await reporter.post(`/circles/${slug}?/alias`, { name: `Quiet ${nickname.length}` });
	const { place } = await db
		.selectFrom('message')
		.select('place')
		.where('alias_id', '=', alias.id)
		.where('body', 'is not', null)
		.orderBy('place', which)
		.executeTakeFirstOrThrow();
	return { reporter, reporterId, slug, about: `line:${alias.id}.${place}` };
}

test('whoever is reported never learns who told: no page, answer, frame, notice, line or export names them', async ({
	app,
}) => {
	const { db } = app.spine;
	const nickname = 'Zephyrine Quill';
	const { reporter, reporterId, slug, about } = await beforehand(app, { nickname, which: 'asc' });
	const [rosa, henk] = [await app.signInAs('rosa'), await app.signInAs('henk')];
	const cookie = [...rosa.cookies].map((pair) => pair.join('=')).join('; ');
	const ear = await Ear.open(app.origin, { cookie });
	await ear.watch('cases:adult');
	const { id: circleId } = await app.circle('nights');
	await ear.watch(`circle:${circleId}`);

	const asks = await reporter.read(`/report?about=${about}`);
	expect(asks).toContain('Long nights');
	const sent = await reporter.post('/report', { about, reason: 'danger', include: 'around', words });
	expect(sent.headers.get('location')).toBe('/me/reports?told=yes');
	const told = await db.selectFrom('report').select(['id', 'case_id as caseId']).executeTakeFirstOrThrow();
	await henk.post(`/desk/${told.caseId}?/take`);
	expect(await henk.read(`/desk/${told.caseId}`)).toContain(words);
	expect(await henk.read(`/desk/${told.caseId}`)).not.toContain(nickname);
	expect((await rosa.get(`/desk/${told.caseId}`)).status).toBe(404);
	await henk.post(`/desk/${told.caseId}?/keep`, { sure: 'yes' });
	await expect.poll(async () => reporter.read('/me/reports')).toContain('it stays as it is');
	await expect.poll(async () => reporter.read('/me/notices')).toContain('There is an answer');

	const program = new Program(app, await tokenFor(app, await app.idOf('rosa')));
	const answers: string[] = [];
	for (const { method, path } of endpoints.filter(({ method }) => method === 'GET'))
		answers.push(JSON.stringify((await program.ask(method, path, { at: { circle: slug } })).json));
	const pages = await everyPage(rosa, ['/', '/desk', '/desk/care', '/me/notices', '/me/data']);
	const visible: Record<string, string> = {
		'every page': pages.map(({ html }) => html).join('\n'),
		'every answer to a program': answers.join('\n'),
		'every live frame': JSON.stringify(ear.frames),
		'her export': await (await rosa.post('/me/export')).text(),
		'what it printed': app.printed(),
	};
	const secrets = [nickname, reporterId, told.id, told.caseId, words];
	const found = Object.entries(visible).flatMap(([where, text]) =>
		secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${where}`),
	);
	expect(found).toEqual([]);
	expect(pages.length).toBeGreaterThan(30);
	expect(answers.length).toBeGreaterThan(8);
	await ear.close();
});

test('somebody tells, a steward takes it, reads, and keeps it: both see how it stands', async ({ app }) => {
	const { reporter, about } = await beforehand(app, { nickname: 'Quince', which: 'desc' });
	const henk = await app.signInAs('henk');
	expect(await reporter.read('/me/reports')).toContain('Nothing yet');
	await reporter.post('/report', { about, reason: 'hurtful' });
	expect(await reporter.read('/me/reports')).toContain('It waits for a steward.');

	const desk = await henk.read('/desk');
	const [, path = ''] = /href="(\/desk\/0[^"]+)"/.exec(desk) ?? [];
	expect(await henk.read(path)).not.toContain('What was told');
	await henk.post(`${path}?/take`);
	expect(await reporter.read('/me/reports')).toContain('A steward is looking at it.');
	const open = await henk.read(path);
	expect(open).toContain('What was told');
	await henk.post(`${path}?/keep`, { sure: 'yes' });
	expect(await reporter.read('/me/reports')).toContain('Stewards looked at it, and it stays as it is.');
	expect(await henk.read('/desk')).toContain('Nothing waits');
});
