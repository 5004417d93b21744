import { expect } from 'vitest';
import { openCase } from '#features/desk/server/index.ts';
import type { CaseId, Tier } from '#features/desk/case.ts';
import { endPairing, sessionNear } from '#features/pairings/server/index.ts';
import { changeNickname, erasePerson, viewerById } from '#features/people/server/index.ts';
import { personal as everything } from '#composition';
import { booked, granted, two } from '#test/talks.ts';
import { test, type World } from '#test/world.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days, hours, minutes } from '#platform/time.ts';
import { nothingWritten, VERSIONS_KEPT, type Audience } from '../wishes.ts';
import { looksAt, mayLookAt, myWishes } from './queries.ts';
import { viewWishes, type Because } from './view-wishes.ts';
import { dropWishes, writeWishes } from './write-wishes.ts';

const words = { ...nothingWritten, call: 'My sister first.', never: 'No sirens at my door.' };

const write = (
	world: World,
	who: PersonId,
	{
		version = 0,
		audience = [] as Audience[],
		...changed
	}: Partial<typeof words> & {
		version?: number;
		audience?: Audience[];
	} = {},
) => world.as(who, (tx) => writeWishes(tx, { words: { ...words, ...changed }, version, audience }));

async function look(world: World, who: PersonId, ownerId: PersonId, ground: Because) {
	const viewer = (await viewerById(world.db, who))!;
	return world.as(who, (tx) => viewWishes(tx, { viewer, ownerId, ground }));
}

/** What the audit log has about wishes. */
async function inAudit(world: World) {
	const rows = await world.db
		.selectFrom('audit_entry')
		.select('kind')
		.where('kind', '=', 'wishes.looked-at')
		.execute();
	return rows.length;
}

test('nobody else may look unless somebody says so, not even while they talk', async ({ world }) => {
	const { wren, ana, pairingId } = await two(world);
	granted(await write(world, ana));

	expect(await look(world, wren, ana, { kind: 'talk', pairingId })).toEqual({ refused: 'not-shared' });
	expect(await looksAt(world.db, ana)).toEqual([]);
});

test('a supporter looks while the two talk; the owner reads who, when and why', async ({ world }) => {
	const { wren, ana, pairingId } = await two(world);
	granted(await write(world, ana, { audience: ['supporter'] }));

	const looked = granted(await look(world, wren, ana, { kind: 'talk', pairingId }));

	expect(looked.words).toEqual(words);
	expect(await looksAt(world.db, ana)).toEqual([{ at: world.now, ground: 'talk', by: 'Wren' }]);
	expect(await inAudit(world)).toBe(1);
	expect(await world.eventNames()).toContain('wishes.looked-at');
});

test('between talks a supporter may not look, in a session they may again, and when it is over never', async ({
	world,
}) => {
	const { wren, ana, pairingId } = await two(world);
	granted(await write(world, ana, { audience: ['supporter'] }));
	const ground = { kind: 'talk', pairingId } as const;
	const startsAt = after(world.now, days(1) - hours(6));
	await booked(world, ana, pairingId, startsAt);

	world.now = after(startsAt, -hours(2));
	expect(await look(world, wren, ana, ground)).toEqual({ refused: 'not-talking' });
	world.now = after(startsAt, minutes(1));
	expect(await sessionNear(world.db, pairingId, world.now)).toBeDefined();
	expect('words' in (await look(world, wren, ana, ground))).toBe(true);
	await world.as(ana, (tx) => endPairing(tx, pairingId));
	expect(await look(world, wren, ana, ground)).toEqual({ refused: 'not-talking' });
	expect(await looksAt(world.db, ana)).toHaveLength(1);
});

test('whoever sits with somebody once more looks while they do, without a session', async ({ world }) => {
	const { wren, ana, pairingId } = await two(world);
	granted(await write(world, ana, { audience: ['supporter'] }));
	world.now = after(world.now, days(20));
	const ground = { kind: 'talk', pairingId } as const;
	expect(await look(world, wren, ana, ground)).toEqual({ refused: 'not-talking' });

	const until = after(world.now, hours(1));
	await world.db
		.insertInto('here_for_talks')
		.values({
			person_id: wren,
			confirmed_at: world.now,
			until,
			languages: ['en'],
			pairing_id: pairingId,
		})
		.execute();

	expect('words' in (await look(world, wren, ana, ground))).toBe(true);
	world.now = until;
	expect(await look(world, wren, ana, ground)).toEqual({ refused: 'not-talking' });
});

test('the one who is supported cannot look at their supporter’s, nor a stranger at anybody’s', async ({
	world,
}) => {
	const { wren, ana, pairingId } = await two(world);
	const cy = await world.person('Cy', { duties: ['supporter', 'steward', 'coordinator'] });
	for (const owner of [wren, ana])
		granted(await write(world, owner, { audience: ['supporter', 'stewards'] }));

	expect(await look(world, ana, wren, { kind: 'talk', pairingId })).toEqual({ refused: 'not-found' });
	expect(await look(world, cy, ana, { kind: 'talk', pairingId })).toEqual({ refused: 'not-found' });
	const nowhere = { kind: 'case', caseId: pairingId as string as CaseId } as const;
	expect(await look(world, cy, ana, nowhere)).toEqual({ refused: 'not-found' });
});

async function caseAbout(world: World, subjectId: PersonId, tier: Tier, takenBy: PersonId | null) {
	const { caseId } = granted(
		await world.as(null, (tx) =>
			openCase(tx, {
				...{ about: `person:${subjectId}`, subjectId, ageBand: 'adult' as const, kind: 'words' as const },
				...{ tier, because: 'desk.because.words' },
			}),
		),
	);
	await world.db
		.updateTable('desk_case')
		.set({ taken_by: takenBy, taken_at: takenBy && world.now })
		.where('id', '=', caseId)
		.execute();
	return caseId;
}

test('a steward looks only at whose case they have taken, only in danger, and only where that was wished', async ({
	world,
}) => {
	const [ana, henk] = [await world.person('Ana'), await world.person('Henk', { duties: ['steward'] })];
	const ben = await world.person('Ben');
	granted(await write(world, ana, { audience: ['stewards'] }));
	const caseId = await caseAbout(world, ana, 2, null);
	const ground = { kind: 'case', caseId } as const;

	expect(await look(world, henk, ana, ground)).toEqual({ refused: 'case-not-taken' });
	await world.db
		.updateTable('desk_case')
		.set({ taken_by: henk, taken_at: world.now })
		.where('id', '=', caseId)
		.execute();
	expect(await look(world, henk, ben, ground)).toEqual({ refused: 'not-found' });
	const looked = granted(await look(world, henk, ana, ground));
	expect(looked.words.never).toBe('No sirens at my door.');
	expect(await looksAt(world.db, ana)).toEqual([{ at: world.now, ground: 'case', by: 'Henk' }]);

	granted(await write(world, ana, { version: 1, audience: ['supporter'] }));
	expect(await look(world, henk, ana, ground)).toEqual({ refused: 'not-shared' });
});

test('a case without danger opens nothing', async ({ world }) => {
	const [ana, henk] = [await world.person('Ana'), await world.person('Henk', { duties: ['steward'] })];
	granted(await write(world, ana, { audience: ['stewards'] }));
	const caseId = await caseAbout(world, ana, 1, henk);

	expect(await look(world, henk, ana, { kind: 'case', caseId })).toEqual({ refused: 'not-in-danger' });
});

test('what cannot be noted is not shown: the words and their row are one', async ({ world }) => {
	const { wren, ana, pairingId } = await two(world);
	granted(await write(world, ana, { audience: ['supporter'] }));
	const viewer = (await viewerById(world.db, wren))!;

	await expect(
		world.as(wren, async (tx) => {
			await viewWishes(tx, { viewer, ownerId: ana, ground: { kind: 'talk', pairingId } });
			throw new Error('The lights went out.');
		}),
	).rejects.toThrow('The lights went out.');
	expect(await looksAt(world.db, ana)).toEqual([]);
	expect(await inAudit(world)).toBe(0);
});

test('in two tabs nothing is lost: whoever comes second is told, and both stand side by side', async ({
	world,
}) => {
	const ana = await world.person('Ana');
	const answers = await Promise.all([
		write(world, ana, { signs: 'I stop answering.' }),
		write(world, ana, { signs: 'I sleep by day.' }),
	]);

	expect(answers).toContainEqual({ number: 1 });
	expect(answers).toContainEqual({ refused: 'wishes-changed' });
	const kept = answers.findIndex((answer) => 'number' in answer);
	const { newest } = await myWishes(world.db, world.vault, ana);
	expect(newest!.words.signs).toBe(['I stop answering.', 'I sleep by day.'][kept]);
});

test('whom one lets look can change without a new version, and pressing twice keeps one', async ({
	world,
}) => {
	const ana = await world.person('Ana');
	granted(await write(world, ana));
	granted(await write(world, ana, { version: 0, audience: ['stewards'] }));

	const { newest, earlier } = await myWishes(world.db, world.vault, ana);
	expect([newest!.number, earlier]).toEqual([1, []]);
	expect(await mayLookAt(world.db, ana)).toEqual({ supporter: false, stewards: true });
});

test('twenty versions are kept, and throwing them away leaves only who looked', async ({ world }) => {
	const { wren, ana, pairingId } = await two(world);
	for (let version = 0; version < VERSIONS_KEPT + 3; version++)
		granted(await write(world, ana, { version, matters: `Version ${version}`, audience: ['supporter'] }));
	granted(await look(world, wren, ana, { kind: 'talk', pairingId }));
	expect((await myWishes(world.db, world.vault, ana)).earlier).toHaveLength(VERSIONS_KEPT - 1);

	await world.as(ana, dropWishes);

	expect((await myWishes(world.db, world.vault, ana)).newest).toBeUndefined();
	expect(await looksAt(world.db, ana)).toHaveLength(1);
	expect(await look(world, wren, ana, { kind: 'talk', pairingId })).toEqual({ refused: 'not-shared' });
});

test('the words are sealed, and whoever looked and has gone is nobody any more', async ({ world }) => {
	const [ana, henk] = [await world.person('Ana'), await world.person('Henk', { duties: ['steward'] })];
	granted(await write(world, ana, { audience: ['stewards'] }));
	const caseId = await caseAbout(world, ana, 3, henk);
	granted(await look(world, henk, ana, { kind: 'case', caseId }));
	await world.as(henk, (tx) => changeNickname(tx, 'Henk van Dijk'));
	expect((await looksAt(world.db, ana))[0]!.by).toBe('Henk van Dijk');
	const { words: sealed } = await world.db
		.selectFrom('wishes_version')
		.select('words')
		.executeTakeFirstOrThrow();
	expect(sealed.toString('latin1')).not.toContain('sister');

	await world.as(henk, (tx) => erasePerson(tx, henk, everything));

	expect(await looksAt(world.db, ana)).toEqual([{ at: world.now, ground: 'case', by: '' }]);
});
