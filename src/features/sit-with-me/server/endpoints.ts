import { endpoint, type Asked, type Endpoint } from '#features/access/server/index.ts';
import { hours } from '#platform/time.ts';
import { LeftSchema, NowBody, NowSchema } from '../schemas.ts';
import { askNow } from './ask.ts';
import { leaveWait } from './leave.ts';
import { cameTo, howItIs, myWait } from './queries.ts';

const path = '/now';
const sentence = (reason: string) => `sit.no.${reason}`;
const reads = { scope: 'talks:read', sentence } as const;
const writes = { scope: 'talks:write', sentence } as const;

/** How it stands with whoever asks. */
async function stateOf({ db, vault, me, now }: Asked) {
	const mine = await myWait(db, vault, me.id, now);
	const came = mine ? undefined : await cameTo(db, me.id, now);
	const language = me.locale.split('-')[0]!;
	const { there, wait, keptOfTen } =
		mine ?? (await howItIs(db, { ageBand: me.ageBand, language, personId: me.id }, { now }));
	const waits = mine?.over ? ('nobody-came' as const) : ('waiting' as const);
	const state = mine ? waits : came ? ('paired' as const) : ('nothing-asked' as const);
	return {
		...{ state, there, wait, keptOfTen },
		topic: mine && !mine.over ? `wait:${mine.id}` : null,
		withYouAt: mine?.noticed?.withYouAt ?? null,
		endsAt: mine && !mine.over ? mine.endsAt : null,
		pairing: came?.pairingId ?? null,
	};
}

/** What programs can do here: ask for whoever asks, look how it stands, and leave. Being there is for people. */
export const endpoints: readonly Endpoint[] = [
	endpoint({
		...reads,
		method: 'GET',
		path,
		does: 'How it stands with talking with somebody now: who is there, how long it takes, and who comes.',
		answers: NowSchema,
		run: stateOf,
	}),
	endpoint({
		...writes,
		method: 'POST',
		path,
		does: 'Asks for somebody to talk with now.',
		body: NowBody,
		answers: NowSchema,
		status: 201,
		refusals: ['not-signed-in', 'already-waiting', 'too-fast'],
		counts: hours(1),
		async run(asked) {
			const made = await asked.transact((tx) => askNow(tx, asked.body));
			return 'refused' in made ? made : stateOf(asked);
		},
	}),
	endpoint({
		...writes,
		method: 'DELETE',
		path,
		does: 'Waits no longer. Nothing of it is kept.',
		answers: LeftSchema,
		refusals: ['not-waiting'],
		async run({ transact }) {
			const left = await transact(leaveWait);
			return 'refused' in left ? left : { waiting: false };
		},
	}),
];
