import { endpoint, type Asked, type Endpoint } from '#features/access/server/index.ts';
import type { SupporterId } from '#features/supporters/supporter.ts';
import { isId } from '#platform/ids.ts';
import type { OfferId } from '../ask.ts';
import type { Fit } from '../fit.ts';
import {
	AnswerBody,
	AnsweredSchema,
	AskBody,
	CardsSchema,
	FitBody,
	FitSchema,
	SuggestionsSchema,
	WaitingSchema,
} from '../schemas.ts';
import { acceptOffer, declineOffer } from './answer.ts';
import { askDirectly, askWhoeverFits, leaveLine } from './ask.ts';
import { fitOf, tellWhatFits } from './fit.ts';
import { cardsFor, waitingFor } from './queries.ts';
import { suggestionsFor } from './suggest.ts';

const sentence = (reason: string) => `asking.no.${reason}`;
const reads = { scope: 'asking:read', sentence } as const;
const writes = { scope: 'asking:write', sentence } as const;

const stateOf = async ({ db, me, now }: Pick<Asked, 'db' | 'me' | 'now'>) => {
	const waiting = await waitingFor(db, me.id, now);
	return {
		waiting: waiting
			? { ...waiting, whom: waiting.whom ?? null, openUntil: waiting.openUntil ?? null }
			: null,
	};
};

const mutable = ({ languages, enoughLanguages, lived, styles, wishes, times, avoids, ...fit }: Fit) => ({
	...fit,
	languages: [...languages],
	enoughLanguages: [...enoughLanguages],
	lived: [...lived],
	styles: [...styles],
	wishes: wishes.map((wish) => ({ ...wish, anyOf: [...wish.anyOf] })),
	times: [...times],
	avoids: [...avoids],
});

/** What programs can do about asking and answering: what the pages can, by the same operations. */
export const endpoints: readonly Endpoint[] = [
	endpoint({
		...reads,
		method: 'GET',
		path: '/asking',
		does: 'Where this person’s ask stands.',
		answers: WaitingSchema,
		run: stateOf,
	}),
	endpoint({
		...writes,
		method: 'POST',
		path: '/asking',
		does: 'Asks a supporter who was suggested, whoever is free first, or whoever the next matching finds.',
		body: AskBody,
		answers: WaitingSchema,
		refusals: [
			'not-found',
			'not-their-language',
			'tell-what-fits',
			'resting',
			'has-no-room',
			'already-paired',
			'already-waiting',
			'enough-for-today',
			'with-several',
		],
		async run(asked) {
			const { to, ...card } = asked.body;
			const done = await asked.transact((tx) =>
				to === 'first-free' || to === 'round'
					? askWhoeverFits(tx, card, { way: to })
					: askDirectly(tx, card, { supporterId: to as SupporterId, way: 'chosen' }),
			);
			return 'refused' in done ? done : stateOf(asked);
		},
	}),
	endpoint({
		...writes,
		method: 'DELETE',
		path: '/asking',
		does: 'Stops waiting.',
		answers: WaitingSchema,
		refusals: ['not-waiting'],
		async run(asked) {
			const left = await asked.transact(leaveLine);
			return 'refused' in left ? left : stateOf(asked);
		},
	}),
	endpoint({
		...reads,
		method: 'GET',
		path: '/asking/fit',
		does: 'What this person told of what fits them.',
		answers: FitSchema,
		async run({ db, vault, me }) {
			const fit = await fitOf(db, vault, me.id);
			return { fit: fit ? mutable(fit) : null };
		},
	}),
	endpoint({
		...writes,
		method: 'POST',
		path: '/asking/fit',
		does: 'Tells what fits, instead of what was told before.',
		body: FitBody,
		answers: FitSchema,
		async run({ body, transact }) {
			await transact((tx) => tellWhatFits(tx, body));
			return { fit: mutable(body) };
		},
	}),
	endpoint({
		...reads,
		method: 'GET',
		path: '/asking/suggestions',
		does: 'Up to three supporters who fit and have room, and why.',
		answers: SuggestionsSchema,
		run: async ({ db, vault, me, now }) => ({ suggestions: await suggestionsFor(db, vault, me, now) }),
	}),
	endpoint({
		...reads,
		method: 'GET',
		path: '/cards',
		does: 'The cards that wait for this supporter’s answer.',
		answers: CardsSchema,
		async run({ db, vault, me, now }) {
			const cards = await cardsFor(db, vault, me.id, now);
			return { cards: cards.map(({ offerId, ...card }) => ({ id: offerId, ...card })) };
		},
	}),
	endpoint({
		...writes,
		method: 'POST',
		path: '/cards/{card}/answer',
		does: 'Says yes to a card, or not this time.',
		body: AnswerBody,
		answers: AnsweredSchema,
		refusals: ['somebody-else-came', 'card-lapsed', 'has-no-room', 'already-paired', 'not-asked-to-support'],
		async run({ body, params: { card = '' }, transact }) {
			if (!isId(card)) return undefined;
			const offerId = card as OfferId;
			if (body.answer === 'no') {
				const declined = await transact((tx) => declineOffer(tx, { offerId }));
				return 'refused' in declined ? undefined : { pairing: null };
			}
			const accepted = await transact((tx) => acceptOffer(tx, { offerId }));
			if (!('refused' in accepted)) return { pairing: accepted.pairingId };
			return accepted.refused === 'no-such-card' ? undefined : { refused: accepted.refused };
		},
	}),
];
