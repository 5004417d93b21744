import { blockedWith, notBetween } from '#features/blocks/server/index.ts';
import { aboutMe } from '#features/people/server/index.ts';
import { foundBy, type FoundBy, type SupporterId } from '#features/supporters/supporter.ts';
import { supportingNow } from '#features/supporters/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import type { Vault } from '#platform/vault.ts';
import { fitTold } from '../events.ts';
import { bendsIn, bent, blankFit, type Bend, type Fit } from '../fit.ts';
import { putToNext } from './cards.ts';
import { openFits, sealFit } from './words.ts';

/** Keeps what fits the actor. It counts from the next look on, also for what they wait for. */
export async function tellWhatFits(tx: Tx, fit: Fit) {
	const words = await sealFit(tx, fit);
	await tx.db
		.insertInto('what_fits')
		.values({ person_id: tx.actor, words, told_at: tx.now })
		.onConflict((told) => told.column('person_id').doUpdateSet({ words, told_at: tx.now }))
		.execute();
	await tx.announce(fitTold({ personId: tx.actor }));
	return { told: true };
}

/** Lets one wish bend, because its owner says so, and looks again at once. */
export async function letBend(tx: Tx, { bend }: { bend: Bend }) {
	await tx.db
		.selectFrom('what_fits')
		.select('person_id')
		.where('person_id', '=', tx.actor)
		.forUpdate()
		.execute();
	const fit = await fitOf(tx.db, tx.vault, tx.actor);
	if (!fit || !bendsIn(fit).includes(bend)) return refuse('no-such-wish');
	await tellWhatFits(tx, bent(fit, bend));
	const waiting = await tx.db
		.selectFrom('ask')
		.select('id')
		.where('person_id', '=', tx.actor)
		.where('state', '=', 'waiting')
		.executeTakeFirst();
	if (waiting) await tx.enqueue(putToNext, { askId: waiting.id });
	return { bent: bend };
}

/** Keeps a supporter away from the actor’s suggestions. Nobody is told. */
export async function avoid(tx: Tx, { supporterId }: { supporterId: SupporterId }) {
	const fit = (await fitOf(tx.db, tx.vault, tx.actor)) ?? blankFit;
	return tellWhatFits(tx, { ...fit, avoids: [...new Set([...fit.avoids, supporterId])] });
}

/** What somebody told of what fits them; undefined before they did. */
export async function fitOf(db: Reader, vault: Vault, me: PersonId): Promise<Fit | undefined> {
	const rows = await db
		.selectFrom('what_fits')
		.select(['person_id as personId', 'words'])
		.where('person_id', '=', me)
		.execute();
	return (await openFits(db, vault, rows)).get(me);
}

/** The same to begin with: the languages they tell of themselves, else the one they read in. */
export async function fitToBeginWith(
	db: Reader,
	vault: Vault,
	{ id, locale }: { id: PersonId; locale: string },
): Promise<Fit> {
	const { languages } = await aboutMe(db, vault, id);
	return { ...blankFit, languages: languages.told.length > 0 ? languages.told : [locale] };
}

/** What the supporters somebody could be brought to wish to be found by, so that nobody wishes for what nobody offers. */
export async function wishable(
	db: Reader,
	vault: Vault,
	{ id, ageBand }: Pick<Viewer, 'id' | 'ageBand'>,
): Promise<Record<FoundBy, readonly string[]>> {
	const apart = await blockedWith(db, id);
	const supporters = (await supportingNow(db, vault)).filter(
		(each) => each.ageBand === ageBand && !apart.has(each.personId),
	);
	return Object.fromEntries(
		foundBy.map((what) => {
			const said = supporters.map(({ page }) => page.foundBy[what]).filter((words) => words !== '');
			const once = new Map(said.map((words) => [words.toLocaleLowerCase(), words]));
			return [what, [...once.values()].sort((a, b) => a.localeCompare(b))];
		}),
	) as unknown as Record<FoundBy, readonly string[]>;
}

/** Supporters whom somebody knows: those they are or were with, and those they would rather not meet. */
export async function knownTo(db: Reader, me: PersonId, avoids: readonly SupporterId[]) {
	return db
		.selectFrom('supporter')
		.innerJoin('person', 'person.id', 'supporter.person_id')
		.select(['supporter.id', 'person.nickname'])
		.where((known) =>
			known.or([
				known.exists(
					known
						.selectFrom('pairing')
						.select('pairing.id')
						.whereRef('pairing.supporter_id', '=', 'person.id')
						.where('pairing.member_id', '=', me),
				),
				known('supporter.id', '=', known.fn.any(known.val(avoids as SupporterId[]))),
			]),
		)
		.where((where) => notBetween(where, me, 'person.id'))
		.orderBy('person.nickname')
		.execute();
}
