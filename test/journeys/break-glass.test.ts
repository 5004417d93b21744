import { said as saidAtOnce } from '#test/said.ts';
import { expect } from 'vitest';
import { openCase, takeCase } from '#features/desk/server/index.ts';
import { pair, say } from '#features/pairings/server/index.ts';
import { giveDuty } from '#features/people/server/index.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import type { App } from '../app.ts';
import { granted } from '../talks.ts';
import { comeIn, journey } from './journey.ts';

const passphrase = 'a lamp in the window 9';
const reason = 'What is written here may be a threat, and we need to understand it.';

const personOf = async ({ spine: { db } }: App, nickname: string) => {
	const query = db.selectFrom('person').select('id').where('nickname', '=', nickname);
	return (await query.executeTakeFirstOrThrow()).id;
};

/** One has told stewards of what the other wrote, and Henk works on it. */
async function toldOf(app: App, names: { supporter: string; member: string }) {
	const [supporter, member] = [await personOf(app, names.supporter), await personOf(app, names.member)];
	const [henk, idris] = [await app.idOf('henk'), await app.idOf('idris')];
	const as = <Outcome extends object>(actor: PersonId | null, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now: rightNow() }, operation);
	await as(null, (tx) => giveDuty(tx, { personId: supporter, duty: 'supporter' }));
	await as(null, (tx) => giveDuty(tx, { personId: idris, duty: 'steward' }));
	const { pairingId } = granted(
		await as(supporter, (tx) => pair(tx, { supporterId: supporter, memberId: member })),
	);
	const write = async (who: PersonId, body: string) =>
		saidAtOnce(
			await as(who, (tx) =>
				say(tx, { pairingId, body, contentNote: '', replyTo: undefined, clientId: tx.newId() }),
			),
		);
	for (let night = 1; night <= 30; night++) {
		await write(member, `Night ${night}. Awake again.`);
		await write(supporter, 'Answer me when I write.');
	}
	const { id } = await write(supporter, 'I know where you live.');
	const { caseId } = await as(null, (tx) =>
		openCase(tx, {
			...{ about: `message:${id}`, subjectId: supporter, ageBand: 'adult', kind: 'report', tier: 1 },
			...{ because: 'reports.because.hurtful', raisedBy: member },
		}),
	);
	granted(await as(henk, (tx) => takeCase(tx, caseId)));
	return { pairingId, caseId };
}

journey('a steward asks to read a talk, another says yes, it is read, ended and told', async (on) => {
	const { app, walk } = on;
	const [member, supporter] = [await on.newcomer(), await on.newcomer()];
	const names = { member: `Quill ${walk}`, supporter: `Bracken ${walk}` };
	for (const [traveller, name] of [
		[member, names.member],
		[supporter, names.supporter],
	] as const) {
		await traveller.go('/sign-up');
		await comeIn(traveller, name, passphrase);
	}
	const { pairingId, caseId } = await toldOf(app, names);

	const steward = await on.as('henk');
	await steward.go(`/glass/ask?case=${caseId}`);
	await steward.press('Ask another steward');
	await steward.write('Why is it needed?', reason);
	await steward.page.getByLabel('15 minutes').check();
	await steward.press('Ask another steward');
	await steward.reads('Another steward decides.');

	const second = await on.as('idris');
	await second.go('/me/notices');
	await second.press('Another steward asks something of you');
	await second.reads(reason);
	await second.press('Yes, for 15 minutes');
	await second.doesNotRead('Read it now');

	await steward.go('/me/notices');
	await steward.press('Another steward has answered what you asked');
	await steward.press('Read it now');
	await steward.reads('I know where you live.');
	await steward.doesNotRead('Night 1. Awake again.');
	await steward.press('Earlier messages');
	await steward.reads('Night 1. Awake again.');

	for (const one of [member, supporter]) {
		await one.go('/me/notices');
		await one.press(/^Stewards looked at something of yours/);
		await one.reads(`Their reason: “${reason}”`);
		await one.doesNotRead(/Henk|Idris/);
		await one.go(`/pairings/${pairingId}`);
		await one.reads('A steward could read this talk for a while on');
	}

	const see = steward.path;
	await steward.press('I have seen what I need');
	await steward.reads('The time is over.');
	await steward.go(see);
	expect(steward.path).not.toBe(see);
	await steward.doesNotRead('I know where you live.');

	const amara = await on.as('amara');
	await amara.go('/organisation/audit?area=break-glass');
	await amara.reads('read a page of a private talk');
	await amara.reads('script/verify-audit --since');
});
