import { openCase } from '#features/desk/server/index.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import { nothingWritten } from '#features/wishes/wishes.ts';
import { writeWishes } from '#features/wishes/server/index.ts';
import { granted } from '../rooms.ts';
import type { App } from '../app.ts';
import type { Fields } from '../client.ts';

export interface WishedFor {
	/** A case about the member, which the steward has taken, and one that is not there. */
	there: string;
	missing: string;
}

/** The member has written down what they wish for, and lets their supporter and stewards look: the steward is both. */
export async function leaveWishes(app: App, pairing: string): Promise<WishedFor> {
	const [nour, lolo] = [await app.idOf('nour'), await app.idOf('lolo')];
	const now = rightNow();
	const as = <Outcome extends object>(actor: PersonId | null, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now }, operation);
	granted(
		await as(nour, (tx) =>
			writeWishes(tx, {
				words: { ...nothingWritten, call: 'My sister.' },
				version: 0,
				audience: ['supporter', 'stewards'],
			}),
		),
	);
	const { caseId } = granted(
		await as(null, async (tx) => {
			const opened = await openCase(tx, {
				...{ about: `person:${nour}`, subjectId: nour, ageBand: 'adult', kind: 'words', tier: 2 },
				because: 'attention.case.choices',
			});
			await tx.db
				.updateTable('desk_case')
				.set({ taken_by: lolo, taken_at: now })
				.where('id', '=', opened.caseId)
				.execute();
			return opened;
		}),
	);
	return { there: caseId, missing: pairing };
}

export const helpAddresses = (route: string, { there, missing }: WishedFor) => ({
	there: route.replace('[case]', there).replace('[line]', 'ES-024'),
	missing: route.replace('[case]', missing).replace('[line]', 'ES-0'),
});

const line = {
	...{ name: 'The door', dial: '024', press: '', smsTo: '', smsBody: '', chat: '', relay: '', regions: '' },
	...{ for: 'everyone', topics: 'listening', languages: 'es', hours: 'weekly', weekdays: '1' },
	...{ from: '18:00', until: '22:00', cost: 'free', sends: 'no', source: 'https://example.org/' },
};

export const formsForHelp: Record<string, Fields> = {
	'/claim/[token]': { crisisPolicy: 'We ask you first.' },
	'/me/wishes ?/keep': { call: 'My brother.', version: '0', audience: 'supporter' },
	'/organisation/lines ?/check': { line: 'ES-024' },
	'/organisation/lines ?/hide': { line: 'ES-024' },
	'/organisation/lines ?/show': { line: 'ES-024' },
	'/organisation/lines/[line]': line,
	'/organisation/lines/new': line,
};
