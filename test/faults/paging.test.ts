import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { CaseId } from '#features/desk/case.ts';
import { openCase } from '#features/desk/server/index.ts';
import { giveDuty, signUp } from '#features/people/server/index.ts';
import { transact, type Spine, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours, minutes, rightNow } from '#platform/time.ts';
import { onShift } from '../desk.ts';
import { Hearten } from '../hearten.ts';
import { granted } from '../talks.ts';

const CASES = 1_000;
const KILLS = 8;
/** Between one case and the next; so each kill falls between some that are due and some that are not. */
const APART = 25;

test(
	'a thousand in danger, nobody on call answers, and the worker is killed again and again: for each the next person is asked in time',
	{ timeout: 240_000 },
	async () => {
		const hearten = await Hearten.start();
		try {
			let spine = await hearten.spine();
			const [onCall, next] = [await steward(spine, 'Ana'), await steward(spine, 'Ben')];
			const now = rightNow();
			const world = {
				as: <Outcome extends object>(who: PersonId | null, does: (tx: Tx) => Promise<Outcome>) =>
					as(spine, who, does),
			};
			await onShift(world, onCall, { from: after(now, -hours(1)), hours: 4 });
			await onShift(world, next, { from: after(now, hours(3)), hours: 4 });

			// Known so long ago that whoever is next has to be asked from half a minute on, one after another.
			const known = (n: number) => after(now, 30_000 - minutes(2) + n * APART);
			const cases: CaseId[] = [];
			for (let n = 0; n < CASES; n += 20)
				cases.push(
					...(await Promise.all(Array.from({ length: 20 }, (_, m) => danger(spine, n + m, known(n + m))))),
				);

			for (let kill = 0; kill < KILLS; kill += 1) {
				await pause(400 + ((kill * 977) % 2_300));
				await hearten.kill();
				await hearten.start();
			}
			spine = await hearten.spine();
			const hops = () =>
				spine.db
					.selectFrom('case_hop')
					.innerJoin('desk_case', 'desk_case.id', 'case_hop.case_id')
					.select(['case_hop.case_id', 'case_hop.step', 'case_hop.person_id', 'case_hop.paged_at'])
					.select('desk_case.opened_at')
					.where('case_hop.step', 'in', ['on-shift', 'next'])
					.execute();
			await expect
				.poll(async () => (await hops()).length, { timeout: 150_000, interval: 500 })
				.toBe(CASES * 2);

			const all = await hops();
			const asked = (step: string, person: PersonId) =>
				all.filter((hop) => hop.step === step && hop.person_id === person);
			expect(new Set(asked('on-shift', onCall).map(({ case_id }) => case_id))).toEqual(new Set(cases));
			expect(new Set(asked('next', next).map(({ case_id }) => case_id))).toEqual(new Set(cases));
			const slowest = (step: string, person: PersonId) =>
				Math.max(...asked(step, person).map((hop) => hop.paged_at.getTime() - hop.opened_at.getTime()));
			expect(slowest('on-shift', onCall)).toBeLessThanOrEqual(minutes(1));
			expect(slowest('next', next)).toBeLessThanOrEqual(minutes(5));
			const lost = await spine.db
				.selectFrom('desk_case')
				.select('id')
				.where('hop_due_at', 'is', null)
				.execute();
			expect(lost).toEqual([]);
			console.log(
				`${CASES} in danger, ${KILLS} kills: the second person ${slowest('next', next) / 1000} s after the first at most`,
			);
		} finally {
			await hearten.remove();
		}
	},
);

const as = <Outcome extends object>(
	spine: Spine,
	actor: PersonId | null,
	operation: (tx: Tx) => Promise<Outcome>,
	now = rightNow(),
) => transact(spine, { actor, now }, operation);

async function steward(spine: Spine, nickname: string) {
	const settings = { ageBand: 'adult', locale: 'en', zone: 'UTC', passphrase: null } as const;
	const { personId } = granted(await as(spine, null, (tx) => signUp(tx, { nickname, ...settings })));
	await as(spine, null, (tx) => giveDuty(tx, { personId, duty: 'steward' }));
	return personId;
}

async function danger(spine: Spine, n: number, at: Date): Promise<CaseId> {
	const { caseId } = await as(
		spine,
		null,
		(tx) =>
			openCase(tx, {
				...{ about: `pattern:${n}`, subjectId: null, ageBand: 'adult', kind: 'words', tier: 3 },
				because: 'reports.because.danger',
			}),
		at,
	);
	return caseId;
}
