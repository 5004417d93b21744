import type { CircleId } from '#features/circles/circle.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { planChanged } from '../events.ts';
import { may } from '../policy.ts';
import { problemOf, ready, type Stage } from '../script.ts';
import type { Settings } from '../sitting.ts';
import { asJson, goingOn, standingOfActor } from './going-on.ts';

export interface Plan {
	script: Stage[];
	settings: Settings;
}

/** How a circle holds its meetings; until a host has said so, for sixty minutes from the ready script. */
export async function planOf(db: Reader, circleId: CircleId): Promise<Plan> {
	const circle = await db
		.selectFrom('circle')
		.leftJoin('meeting_plan', 'meeting_plan.circle_id', 'circle.id')
		.select(['observers_welcome', 'venue', 'script', 'admission', 'observers', 'talk'])
		.where('circle.id', '=', circleId)
		.executeTakeFirstOrThrow();
	return {
		script: circle.script?.stages ?? [...ready.sixty],
		settings: {
			admission: circle.admission ?? 'seated',
			// What the circle says of observers holds for its meetings as well.
			observers: circle.observers_welcome && (circle.observers ?? true),
			talk: circle.talk ?? (circle.venue === 'in-person' ? 'aloud' : 'text'),
		},
	};
}

/** The script with the agreements in it as they stand now. */
export async function scriptForTonight(db: Reader, circleId: CircleId, script: readonly Stage[]) {
	const { agreements } = await db
		.selectFrom('circle')
		.select('agreements')
		.where('id', '=', circleId)
		.executeTakeFirstOrThrow();
	return script.map((stage) => (stage.kind === 'agreements' ? { ...stage, text: agreements } : stage));
}

/** Changes how a circle holds its meetings from the next one on. One that is going on keeps the script it began with. */
export async function changePlan(tx: Tx, { circleId, script, settings }: Plan & { circleId: CircleId }) {
	const ruling = may.prepare(await standingOfActor(tx, circleId, await goingOn(tx.db, circleId)));
	if (ruling.refused) return ruling;
	const problem = problemOf(script);
	if (problem) return refuse(problem);

	const plan = { script: asJson({ stages: script }), ...settings };
	await tx.db
		.insertInto('meeting_plan')
		.values({ circle_id: circleId, ...plan })
		.onConflict((again) => again.column('circle_id').doUpdateSet(plan))
		.execute();
	await tx.announce(planChanged({ circleId }));
	return { planned: true };
}

/** What a host changes while a meeting is on holds for the next ones too. */
export async function keepSettings(tx: Tx, circleId: CircleId, settings: Settings) {
	const { script } = await planOf(tx.db, circleId);
	await tx.db
		.insertInto('meeting_plan')
		.values({ circle_id: circleId, script: asJson({ stages: script }), ...settings })
		.onConflict((again) => again.column('circle_id').doUpdateSet({ ...settings }))
		.execute();
}
