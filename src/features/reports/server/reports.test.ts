import { said as saidAtOnce } from '#test/said.ts';
import { expect } from 'vitest';
import { randomUUID } from 'node:crypto';
import type { CircleId } from '#features/circles/circle.ts';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { editMessage } from '#features/circles/server/edit-message.ts';
import { joinCircle } from '#features/circles/server/index.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import type { CaseId } from '#features/desk/case.ts';
import {
	caseAsRulesSee,
	openForCase,
	sealForCase,
	settleCase,
	takeCase,
} from '#features/desk/server/index.ts';
import { forgetSealed, SEALED_FOR } from '#features/desk/server/forget.ts';
import { noticesFor } from '#features/notices/server/index.ts';
import { removeMessage } from '#features/conversations/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days, minutes } from '#platform/time.ts';
import { doWhatIsDue } from '#test/jobs.ts';
import { onShift } from '#test/desk.ts';
import { test, type World } from '#test/world.ts';
import { copyOf } from './copies.ts';
import { forgetCopies } from './forget.ts';
import { makeReport, personal, reportsFor, reportsOf } from './index.ts';

/** A circle of three, in which Ben has said some things; the last is what Ana reports. */
async function evening(world: World, { said = ['The kettle is on.'] }: { said?: string[] } = {}) {
	const [ana, ben, rosa] = [
		await world.person('Ana'),
		await world.person('Ben'),
		await world.person('Rosa', { duties: ['steward'] }),
	];
	const circleId = await world.circle({ seated: [ana, ben] });
	const places: number[] = [];
	for (const body of said) places.push(await say(world, ben, circleId, body));
	const lines = await world.db
		.selectFrom('message')
		.select(['id', 'place', 'alias_id as aliasId'])
		.orderBy('place')
		.execute();
	return { ana, ben, rosa, circleId, lines, last: lines.at(-1)! };
}

async function say(world: World, who: PersonId, circleId: CircleId, body: string) {
	await world.as(who, (tx) => acceptAgreements(tx, { circleId, version: 1 }));
	const posted = await world.as(who, (tx) =>
		postMessage(tx, { circleId, body, contentNote: '', replyTo: undefined, clientId: randomUUID() }),
	);
	return saidAtOnce(posted).place;
}

const tell = (
	world: World,
	who: PersonId,
	about: string,
	making: Partial<Parameters<typeof makeReport>[1]> = {},
) =>
	world.as(who, (tx) => makeReport(tx, { about, reason: 'hurtful', include: 'words', words: '', ...making }));

const theCase = async (world: World): Promise<CaseId> =>
	(
		await world.db
			.selectFrom('desk_case')
			.where('kind', '=', 'report')
			.select('id')
			.orderBy('opened_at', 'desc')
			.executeTakeFirstOrThrow()
	).id;

const toldAbout = async (world: World, caseId: CaseId) =>
	reportsFor(world.db, world.vault, caseId, world.now);

test('a hundred people tell of one harmless message: there is one case, and what was kept stays until it is edited', async ({
	world,
}) => {
	const { ben, rosa, circleId, last } = await evening(world);
	const people: PersonId[] = [];
	for (let n = 0; n < 100; n++) people.push(await world.person(`Person ${n}`));
	await world.db.updateTable('circle').set({ capacity: 200 }).execute();
	for (const who of people) await world.as(who, (tx) => joinCircle(tx, circleId));

	for (const who of people) await tell(world, who, `message:${last.id}`);
	expect(await world.db.selectFrom('desk_case').select('id').execute()).toHaveLength(1);
	const caseId = await theCase(world);
	expect(await toldAbout(world, caseId)).toHaveLength(100);

	await world.as(rosa, (tx) => takeCase(tx, caseId));
	await world.as(rosa, (tx) => settleCase(tx, { caseId, by: rosa, outcome: 'kept' }));
	const late = await world.person('Late');
	await world.as(late, (tx) => joinCircle(tx, circleId));
	expect(await tell(world, late, `message:${last.id}`)).toMatchObject({ kept: true });
	expect(await world.db.selectFrom('desk_case').select('id').execute()).toHaveLength(1);

	world.now = after(world.now, minutes(5));
	await world.as(ben, (tx) =>
		editMessage(tx, { circleId, place: last.place, body: 'The kettle is off.', contentNote: '' }),
	);
	const later = await world.person('Later');
	await world.as(later, (tx) => joinCircle(tx, circleId));
	expect(await tell(world, later, `message:${last.id}`)).toMatchObject({ kept: false });
	expect(await world.db.selectFrom('desk_case').select('id').execute()).toHaveLength(2);
});

test('a message is named by who said it and at which place, and what it said is kept when it is taken back', async ({
	world,
}) => {
	const { ana, ben, circleId, last } = await evening(world);
	const made = await tell(world, ana, `line:${last.aliasId}.${last.place}`, { words: 'It frightened me.' });
	expect(made).toMatchObject({ kept: false });
	const caseId = await theCase(world);
	await world.as(ben, (tx) => removeMessage(tx, circleId, last.place));

	expect(await caseAsRulesSee(world.db, caseId)).toMatchObject({
		about: `message:${last.id}`,
		subjectId: ben,
		reporterIds: [ana],
	});
	const [told] = await toldAbout(world, caseId);
	expect(told).toMatchObject({ words: 'It frightened me.', copy: { text: 'The kettle is on.', around: [] } });
	const rows = JSON.stringify(await world.db.selectFrom('report').selectAll().execute());
	expect(rows).not.toMatch(/kettle|frightened/);
});

test('a report proves what was said when it was taken back since, and nobody has it say something else', async ({
	world,
}) => {
	const { ana, ben, circleId, last } = await evening(world);
	await tell(world, ana, `message:${last.id}`);
	await world.as(ben, (tx) => removeMessage(tx, circleId, last.place));
	const caseId = await theCase(world);
	expect((await toldAbout(world, caseId))[0]!.copy).toMatchObject({
		text: 'The kettle is on.',
		proven: true,
	});

	const { id, copy } = await world.db.selectFrom('report').select(['id', 'copy']).executeTakeFirstOrThrow();
	const open = (await openForCase(world.db, world.vault, caseId))!;
	const forged = open(copy!, copyOf(id)).replaceAll('The kettle is on.', 'I will find you.');
	const sealed = await world.as(null, async (tx) => ({
		copy: await sealForCase(tx, caseId, forged, copyOf(id)),
	}));
	await world.db.updateTable('report').set(sealed).execute();
	expect((await toldAbout(world, caseId))[0]!.copy).toMatchObject({
		text: 'I will find you.',
		proven: false,
	});
});

test('whoever reports chooses what stewards see: its words, those around it, or only which one it is', async ({
	world,
}) => {
	const said = Array.from({ length: 14 }, (_, n) => `Line ${n + 1}.`);
	const { ana, lines } = await evening(world, { said });
	const about = `message:${lines[6]!.id}`;
	await tell(world, ana, about, { include: 'around' });
	const [told] = await toldAbout(world, await theCase(world));

	expect(told!.copy!.around.map(({ text }) => text)).toEqual(said.slice(1, 12));
	expect(told!.copy!.around.filter(({ it }) => it)).toMatchObject([{ text: 'Line 7.', by: 'Ben' }]);
	await tell(world, ana, `message:${lines[0]!.id}`, { include: 'nothing' });
	const all = await world.db.selectFrom('report').select('copy').where('include', '=', 'nothing').execute();
	expect(all).toEqual([{ copy: null }]);
});

test('telling twice is telling once; one’s own and what one cannot see cannot be told of', async ({
	world,
}) => {
	const { ana, ben, last } = await evening(world);
	const dee = await world.person('Dee');
	const about = `message:${last.id}`;
	const [once, twice] = [await tell(world, ana, about), await tell(world, ana, about)];

	expect(twice).toEqual(once);
	expect(await tell(world, ben, about)).toEqual({ refused: 'your-own' });
	expect(await tell(world, dee, about)).toEqual({ refused: 'nothing-there' });
	expect(await tell(world, dee, `line:${last.aliasId}.${last.place}`)).toEqual({ refused: 'nothing-there' });
	for (const nothing of ['message:1', 'person:x', 'line:1.2', 'nothing:at-all'])
		expect(await tell(world, ana, nothing)).toEqual({ refused: 'nothing-there' });
});

test('somebody in a circle, a circle and a supporter can be told of as well', async ({ world }) => {
	const { ana, ben, circleId, last } = await evening(world);
	await tell(world, ana, `alias:${last.aliasId}`, { reason: 'contact' });
	expect(await caseAsRulesSee(world.db, await theCase(world))).toMatchObject({ subjectId: ben, tier: 2 });
	await tell(world, ana, `circle:${circleId}`);
	const [latest] = await reportsOf(world.db, world.vault, ana);
	expect(latest).toMatchObject({ what: expect.stringMatching(/alias|circle/) as string });
	expect(await world.db.selectFrom('desk_case').select('about').execute()).toHaveLength(2);
});

test('whoever told learns how far it has come, by a notice that says nothing', async ({ world }) => {
	const { ana, ben, rosa, last } = await evening(world);
	await tell(world, ana, `message:${last.id}`, { words: 'It frightened me.' });
	const caseId = await theCase(world);
	const progress = async () => (await reportsOf(world.db, world.vault, ana))[0]!.progress;

	expect(await progress()).toBe('waiting');
	await world.as(rosa, (tx) => takeCase(tx, caseId));
	expect(await progress()).toBe('with-somebody');
	await world.as(rosa, (tx) => settleCase(tx, { caseId, by: rosa, outcome: 'measured' }));
	await doWhatIsDue(world);
	expect(await progress()).toBe('measured');
	expect(await noticesFor(world.db, ana)).toMatchObject([{ kind: 'report-answered', path: '/me/reports' }]);
	expect(await noticesFor(world.db, ben)).toEqual([]);
});

test('while nobody is on shift, three people in good standing hide a message until a steward has looked', async ({
	world,
}) => {
	const { ana, rosa, circleId, last } = await evening(world);
	const others = [await world.person('Cy'), await world.person('Dee'), await world.person('Eli')];
	for (const who of others) await world.as(who, (tx) => joinCircle(tx, circleId));
	const longAgo = { joined_on: '2026-01-01' };
	await world.db
		.updateTable('person')
		.set(longAgo)
		.where('id', 'in', [ana, ...others.slice(0, 1)])
		.execute();
	const hidden = async () => {
		await doWhatIsDue(world);
		const row = await world.db.selectFrom('message').select('withheld_at').executeTakeFirstOrThrow();
		return row.withheld_at !== null;
	};

	for (const who of [ana, ...others]) await tell(world, who, `message:${last.id}`);
	expect(await hidden(), 'two of the four came this week').toBe(false);
	await world.db.updateTable('person').set(longAgo).execute();
	const fifth = await world.person('Fay');
	await world.as(fifth, (tx) => joinCircle(tx, circleId));
	await tell(world, fifth, `message:${last.id}`);
	expect(await hidden()).toBe(true);

	const caseId = await theCase(world);
	await world.as(rosa, (tx) => takeCase(tx, caseId));
	await world.as(rosa, (tx) => settleCase(tx, { caseId, by: rosa, outcome: 'kept' }));
	expect(await hidden()).toBe(false);
});

test('while a steward is on shift, nothing is hidden by being told of', async ({ world }) => {
	const { ana, rosa, circleId, last } = await evening(world);
	const others = [await world.person('Cy'), await world.person('Dee')];
	for (const who of others) await world.as(who, (tx) => joinCircle(tx, circleId));
	await world.db.updateTable('person').set({ joined_on: '2026-01-01' }).execute();
	await onShift(world, rosa, { from: after(world.now, -minutes(5)), hours: 2 });

	for (const who of [ana, ...others]) await tell(world, who, `message:${last.id}`);
	await doWhatIsDue(world);

	const { withheld_at } = await world.db
		.selectFrom('message')
		.select('withheld_at')
		.executeTakeFirstOrThrow();
	expect(withheld_at).toBeNull();
});

test('with whoever told goes who they are and what they added; copies go half a year after the end', async ({
	world,
}) => {
	const { ana, rosa, last } = await evening(world);
	await tell(world, ana, `message:${last.id}`, { words: 'It frightened me.' });
	const caseId = await theCase(world);
	expect(await personal.export(world.db, world.vault, ana)).toMatchObject({
		reports: [{ reason: 'hurtful', words: 'It frightened me.', where: 'Evening circle' }],
	});
	await world.as(ana, async (tx) => {
		await personal.erase(tx, ana);
		return {};
	});
	expect(await toldAbout(world, caseId)).toMatchObject([{ words: '', copy: { text: 'The kettle is on.' } }]);

	await world.as(rosa, (tx) => takeCase(tx, caseId));
	await world.as(rosa, (tx) => settleCase(tx, { caseId, by: rosa, outcome: 'closed' }));
	const forget = () =>
		world.as(null, async (tx) => {
			await forgetSealed.run(tx, {});
			await forgetCopies.run(tx, {});
			return {};
		});
	world.now = after(world.now, SEALED_FOR - days(1));
	await forget();
	expect((await toldAbout(world, caseId))[0]!.copy).toBeDefined();
	world.now = after(world.now, days(2));
	await forget();
	expect((await toldAbout(world, caseId))[0]!.copy).toBeUndefined();
	expect(await world.db.selectFrom('report').select('copy').execute()).toEqual([{ copy: null }]);
});
