import { redirect } from '@sveltejs/kit';
import { noticedAbout } from '#features/attention/server/index.ts';
import type { Case } from '#features/desk/case.ts';
import { KeepForm } from '#features/desk/forms.ts';
import { may } from '#features/desk/policy.ts';
import {
	askSecond,
	decidedBefore,
	handedOver,
	hopsOf,
	joinCase,
	settleCase,
	takeCase,
	thingNamed,
} from '#features/desk/server/index.ts';
import { may as mayLook } from '#features/wishes/policy.ts';
import { standingFor } from '#features/wishes/server/index.ts';
import { reportsFor } from '#features/reports/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { readForm, sayNo } from '#web/form.ts';
import { caseAt } from '../desk.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { me, caseId, card, standing } = await caseAt(event);
	const { db, vault, now } = event.locals;
	const reads = !may.read(standing).refused;
	return {
		me: me.id,
		card,
		hard: card.tier > 1,
		canTake: !may.take(standing).refused,
		canJoin: !may.join(standing).refused,
		holds: !may.hold(standing).refused,
		reads,
		reports: reads ? await reportsFor(db, vault, caseId, now) : [],
		lines: reads ? await wordsThatOpenedIt(event, standing.case!) : [],
		handed: reads ? await handedOver(db, vault, caseId) : undefined,
		before: reads ? await decidedBefore(db, { id: caseId, subjectId: card.subjectId }) : [],
		noticed: await noticedAbout(db, standing.case!),
		hops: await hopsOf(db, caseId),
		wishes: await showsWishes(event, standing.case!),
	};
};

/** Whether whoever it is about wants stewards to read what they have written for such a day. */
async function showsWishes({ locals: { db, viewer, now } }: Parameters<PageServerLoad>[0], it: Case) {
	if (!viewer || !it.subjectId) return false;
	const ground = { kind: 'case', caseId: it.id } as const;
	return !mayLook.look(await standingFor(db, { viewer, ownerId: it.subjectId, ground }, now)).refused;
}

/** Words that nobody reported, but that carry danger: they alone, and not what was said around them. */
async function wordsThatOpenedIt({ locals }: Parameters<PageServerLoad>[0], it: Case) {
	const thing = it.kind === 'words' ? thingNamed(it.about) : undefined;
	const around = await thing?.reportable.around?.(locals.db, locals.vault, thing.id, locals.now);
	return (around ?? []).filter((line) => line.it && line.text);
}

type Step = (tx: Tx, caseId: Case['id']) => Promise<object>;

/** Does one step with the case that the address names. */
async function step(event: RequestEvent, take: Step, { go }: { go: 'back' | 'on' } = { go: 'back' }) {
	const { caseId } = await caseAt(event);
	const taken = await event.locals.transact((tx) => take(tx, caseId));
	if ('refused' in taken) return sayNo({ refused: String(taken.refused) });
	redirect(303, go === 'on' ? '/desk' : `/desk/${caseId}`);
}

const settle =
	(outcome: 'kept' | 'closed'): Step =>
	(tx, caseId) =>
		settleCase(tx, { caseId, by: tx.actor, outcome });

export const actions: Actions = {
	take: (event) => step(event, takeCase),
	join: (event) => step(event, joinCase),
	second: (event) => step(event, askSecond),

	async keep(event) {
		await caseAt(event);
		const form = await readForm(event.request, KeepForm);
		return form.ok ? step(event, settle('kept'), { go: 'on' }) : form.again;
	},

	close: (event) => step(event, settle('closed'), { go: 'on' }),
};
