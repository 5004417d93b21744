import { openCase, takeCase } from '#features/desk/server/index.ts';
import { impose } from '#features/ladder/server/index.ts';
import { reportables } from '#composition';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import { granted } from '../rooms.ts';
import type { App } from '../app.ts';
import type { Fields } from '../client.ts';

/** Henk, a steward, had a word with whoever is asked to pause. */
export async function haveAWord(
	app: App,
): Promise<{ addresses(route: string): Record<string, string>; forms: Record<string, Fields> }> {
	const [henk, mo] = [await app.idOf('henk'), await app.idOf('mo')];
	const as = <Outcome extends object>(actor: PersonId, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now: rightNow() }, operation);
	const about = `person:${mo}`;
	const opening = { about, subjectId: mo, ageBand: 'adult', kind: 'pattern', tier: 1 } as const;
	const { caseId } = await as(henk, (tx) => openCase(tx, { ...opening, because: 'reports.because.hurtful' }));
	granted(await as(henk, (tx) => takeCase(tx, caseId)));
	const word = { step: 'word', rule: 'care', reason: 'A word.', endsAt: null } as const;
	const { measureId } = granted(
		await as(henk, (tx) => impose(tx, { caseId, subjectId: mo, about, reportables, ...word })),
	);
	return {
		addresses: (route) => ({
			there: route.replace('[measure]', measureId),
			missing: route.replace('[measure]', caseId),
		}),
		forms: {
			'/me/measures/[measure] ?/appeal': { words: 'I was quoting.' },
			'/desk/[case]/decide ?/decide': { rule: 'care', step: 'word', lasts: '3', reason: 'A word.' },
			'/desk/[case]/decide ?/second': { measure: measureId },
			'/desk/[case]/decide ?/drop': { measure: measureId },
			'/desk/[case]/decide ?/lift': { measure: measureId },
			'/desk/[case]/decide ?/judge': { verdict: 'upheld', answer: 'It stays.' },
			'/desk/consistency': { look: measureId, step: 'nothing' },
			'/organisation/rules ?/change': { code: 'care', sentence: 'Be kind.' },
			'/organisation/rules ?/add': { sentence: 'Tea is shared.' },
		},
	};
}
