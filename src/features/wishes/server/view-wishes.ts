import { record } from '#features/audit/server/index.ts';
import type { CaseId } from '#features/desk/case.ts';
import { caseAsRulesSee } from '#features/desk/server/index.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import { may as mayInPairing } from '#features/pairings/policy.ts';
import { sessionNear, standingIn as pairingStanding } from '#features/pairings/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import { talkNow } from '#features/sessions/session.ts';
import { isSitting } from '#features/sit-with-me/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { wishesLookedAt } from '../events.ts';
import { may, type Ground, type Standing } from '../policy.ts';
import { nothingWritten } from '../wishes.ts';
import { mayLookAt } from './queries.ts';
import { openVersions } from './versions.ts';

/** Why somebody wants to look: by what. */
export type Because = { kind: 'talk'; pairingId: PairingId } | { kind: 'case'; caseId: CaseId };

/**
 * Opens somebody’s wishes to somebody else: the rule, the row that their owner reads, the one in the audit log, and only
 * then the words, in one transaction. Whoever has read them has been noted.
 */
export async function viewWishes(
	tx: Tx,
	{ viewer, ownerId, ground }: { viewer: Viewer; ownerId: PersonId; ground: Because },
) {
	// Whom they let look stays so until this is noted.
	await tx.db.selectFrom('wishes').select('person_id').where('person_id', '=', ownerId).forShare().execute();
	const ruling = may.look(await standingFor(tx.db, { viewer, ownerId, ground }, tx.now));
	if (ruling.refused) return ruling;

	const about = ground.kind === 'talk' ? ground.pairingId : ground.caseId;
	await tx.db
		.insertInto('wishes_look')
		.values({
			id: tx.newId(),
			owner_id: ownerId,
			looked_by: viewer.id,
			at: tx.now,
			ground: ground.kind,
			about,
		})
		.execute();
	await record(tx, {
		kind: 'wishes.looked-at',
		by: viewer.id,
		about: `person:${ownerId}`,
		at: tx.now,
		facts: { ground: ground.kind, about },
	});
	await tx.announce(wishesLookedAt({ personId: ownerId }));
	const [newest] = await openVersions(tx.db, tx.vault, ownerId, 1);
	return { words: newest?.words ?? nothingWritten, writtenAt: newest?.writtenAt ?? null };
}

/** What the rule needs to know. */
export async function standingFor(
	db: Reader,
	{ viewer, ownerId, ground }: { viewer: Viewer; ownerId: PersonId; ground: Because },
	now: Date,
): Promise<Standing> {
	const mayLook = await mayLookAt(db, ownerId);
	return { viewer, ownerId, mayLook, ground: await groundFor(db, viewer, ground, now) };
}

async function groundFor(db: Reader, viewer: Viewer, because: Because, now: Date): Promise<Ground> {
	if (because.kind === 'talk') {
		const standing = await pairingStanding(db, because.pairingId, viewer);
		const { pairing } = standing;
		if (!pairing) return { kind: 'talk', pairing };
		const session = await sessionNear(db, pairing.id, now);
		return {
			kind: 'talk',
			pairing: {
				...{ supporterId: pairing.supporterId, memberId: pairing.memberId },
				goesOn: !mayInPairing.speak(standing).refused,
				isOn: talkNow(pairing.beganAt, session, now) || (await isSitting(db, pairing.id, now)),
			},
		};
	}
	const about = await caseAsRulesSee(db, because.caseId);
	return {
		kind: 'case',
		case: about && {
			subjectId: about.subjectId,
			isOpen: about.state === 'open',
			tier: about.tier,
			takenBy: [about.takenBy, about.secondId],
		},
	};
}
