import { parseArgs } from 'node:util';
import { record, verifyAudit } from '#features/audit/server/index.ts';
import { frankColumns, frankKey } from '#features/conversations/server/frank.ts';
import { pair, say } from '#features/pairings/server/index.ts';
import { giveDuty, signUp } from '#features/people/server/index.ts';
import { transact, type Tx } from '#platform/db.ts';
import { newId, type PersonId } from '#platform/ids.ts';
import { newKey } from '#platform/seal.ts';
import { rightNow } from '#platform/time.ts';
import { Hearten } from '../test/hearten.ts';
import { granted } from '../test/talks.ts';
import { percentile, Report } from './measuring/report.ts';

/**
 * What it costs to prove things later: franks, beside saying a message; and the audit log, beside the same transactions
 * without it, one after another and many at once; and checking all of it.
 *   --messages 400 --acts 400 --rounds 5
 */
const { values } = parseArgs({
	options: {
		messages: { type: 'string', default: '400' },
		acts: { type: 'string', default: '400' },
		rounds: { type: 'string', default: '5' },
		keep: { type: 'boolean', default: true },
	},
	allowNegative: true,
});
const [messages, acts, rounds] = [values.messages, values.acts, values.rounds].map(Number) as [
	number,
	number,
	number,
];
const report = new Report(
	'Glass',
	'`script/bench glass`: what it costs to prove later what was said and done.',
);
const hearten = await Hearten.start();
const spine = await hearten.spine({ max: 32 });

const as = <Outcome extends object>(actor: PersonId | null, operation: (tx: Tx) => Promise<Outcome>) =>
	transact(spine, { actor, now: rightNow() }, operation);
const median = (all: readonly number[]) => percentile(all, 0.5);

try {
	const [wren, ana] = [await person('Wren'), await person('Ana')];
	await franks(wren, ana);
	await log(wren);
} finally {
	await hearten.remove();
}
if (values.keep) report.keepAs('glass');

async function person(nickname: string): Promise<PersonId> {
	const how = { nickname, ageBand: 'adult', locale: 'en', zone: 'UTC', passphrase: null } as const;
	return granted(await as(null, (tx) => signUp(tx, how))).personId;
}

/** The whole of saying something, and beside it what of that is the frank: one more question in the same journey, and sums. */
async function franks(wren: PersonId, ana: PersonId) {
	await as(null, (tx) => giveDuty(tx, { personId: wren, duty: 'supporter' }));
	const { pairingId } = granted(await as(wren, (tx) => pair(tx, { supporterId: wren, memberId: ana })));
	const body = 'The kettle is on, and the window is lit. '.repeat(6);
	const said = await timesOf(Math.min(messages, 390), () =>
		as(ana, (tx) =>
			say(tx, { pairingId, body, contentNote: '', replyTo: undefined, clientId: newId(rightNow()) }),
		).then(granted),
	);
	const asking = await timesOf(messages, () => as(ana, async (tx) => ({ key: await frankKey(tx) })));
	const nothing = await timesOf(messages, () => as(ana, async () => ({})));
	const [key, authorsKey, at] = [newKey(), newKey(), rightNow()];
	const vouched = {
		...{ conversationId: pairingId, messageId: newId<'message'>(at), aliasId: newId<'alias'>(at) },
		...{ at, body, contentNote: '' },
	};
	const sums = await timesOf(20_000, async () => frankColumns(key, authorsKey, vouched));
	const share = (median(sums) + Math.max(0, median(asking) - median(nothing))) / median(said);
	report.table(
		`Franks: one message of ${body.length} characters, ${messages} times, medians`,
		['what', 'ms'],
		[
			['saying a message, its transaction and commit', median(said)],
			['of that, making the frank and sealing its opening', median(sums)],
			['a transaction that does nothing', median(nothing)],
			['one that asks for the key of franks', median(asking)],
			['share of franks in saying a message', `${(share * 100).toFixed(1)} %`],
		],
	);
}

/** In turns, so that noise hits both alike. */
async function log(wren: PersonId) {
	const rows = [];
	for (const atOnce of [1, 8, 32]) {
		const [without, within]: [number[], number[]] = [[], []];
		for (let round = 0; round < rounds; round++) {
			without.push(await rate(atOnce, (tx) => touch(tx, wren)));
			within.push(
				await rate(atOnce, async (tx) => {
					await touch(tx, wren);
					await record(tx, {
						...{ kind: 'desk.case-taken', by: wren, about: 'case:one', at: tx.now, facts: {} },
					});
					return {};
				}),
			);
		}
		rows.push([atOnce, median(without), median(within), (median(within) / median(without)).toFixed(2)]);
	}
	report.table(
		`The log: ${acts} transactions, medians of ${rounds} rounds in turns`,
		['at once', 'a second, without', 'a second, with an act in the log', 'ratio'],
		rows,
	);
	const begun = performance.now();
	const verdict = await verifyAudit(spine.db);
	const seconds = (performance.now() - begun) / 1000;
	const entries = verdict.whole ? verdict.head.number : 0;
	report.table(
		'Checking it',
		['entries', 'whole', 'seconds', 'entries a second'],
		[[entries, verdict.whole ? 'yes' : 'no', seconds, entries / seconds]],
	);
}

/** Something that is written and committed, as every act is. */
async function touch(tx: Tx, who: PersonId) {
	await tx.announce({ name: 'bench.touched', subject: `person:${who}`, data: {}, changesAdmission: false });
	return {};
}

async function rate(atOnce: number, operation: (tx: Tx) => Promise<object>): Promise<number> {
	let left = acts;
	const begun = performance.now();
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			while (left-- > 0) await as(null, operation);
		}),
	);
	return (acts / (performance.now() - begun)) * 1000;
}

async function timesOf(times: number, what: () => Promise<unknown>): Promise<number[]> {
	const all: number[] = [];
	for (let time = 0; time < times; time++) {
		const begun = performance.now();
		await what();
		all.push(performance.now() - begun);
	}
	return all;
}
