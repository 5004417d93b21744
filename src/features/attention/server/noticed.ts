import type { Case } from '#features/desk/case.ts';
import type { MessageId } from '#features/conversations/message.ts';
import type { Reader } from '#platform/db.ts';
import type { CardAnswer } from '../card.ts';
import { companyOf } from './arrivals.ts';

/** What stewards are told beside a case: what whoever wrote the words has said to their card, and who came with whom. */
export interface Noticed {
	answer: CardAnswer | null;
	/** Nicknames of those who came in one hour from one place, where the case is about such a company. */
	company: readonly string[];
}

export async function noticedAbout(db: Reader, { about, subjectId }: Case): Promise<Noticed> {
	const [prefix, id = ''] = about.split(':');
	const card =
		prefix === 'message'
			? await db
					.selectFrom('card')
					.select('answer')
					.where('message_id', '=', id as MessageId)
					.executeTakeFirst()
			: undefined;
	const company = prefix === 'company' && subjectId ? await companyOf(db, subjectId) : [];
	const people =
		company.length > 0
			? await db
					.selectFrom('person')
					.select('nickname')
					.where('id', 'in', company)
					.orderBy('nickname')
					.execute()
			: [];
	return { answer: card?.answer ?? null, company: people.map(({ nickname }) => nickname) };
}
