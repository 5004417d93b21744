import { expect } from 'vitest';
import { giveDuty } from '#features/people/server/index.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours, rightNow } from '#platform/time.ts';
import { onShift } from '../desk.ts';
import { journey, type Journey, type Traveller } from './journey.ts';

const danger = 'I keep thinking about killing myself.';
const now = 'I just took all my pills, I want to die';
const number = 'You can call me on 07700 900123';

/** Rosa holds a circle, and Wren sits in it, with its conversation before them. */
async function inACircle(on: Journey) {
	const slug = await on.circleOf('rosa');
	const talk = `/circles/${slug}/talk`;
	const wren = await on.as('wren');
	await wren.go(`/circles/${slug}`);
	await wren.press('Take a seat');
	await wren.go(talk);
	if (await wren.page.getByRole('button', { name: 'I will keep to this' }).count())
		await wren.press('I will keep to this');
	return { wren, talk };
}

const acting = ({ app }: Journey) => ({
	as: <Outcome extends object>(actor: PersonId | null, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now: rightNow() }, operation),
});

/** Nobody holds a shift now. */
const atNight = async ({ app }: Journey) => {
	await app.spine.db.deleteFrom('sign_up').execute();
};

async function says(who: Traveller, words: string) {
	await who.write('Say something', words);
	await who.press('Send');
}

journey('at night, with nobody on duty: the number first, and who is awake now', async (on) => {
	await atNight(on);
	const { wren, talk } = await inACircle(on);

	await says(wren, now);
	await wren.reads(now);
	await wren.reads('If you are in danger now');
	await wren.reads('Call your local emergency number. Somebody answers day and night.');
	await wren.reads(/Nobody is on duty/);
	await wren.look();

	await wren.press('These people are awake now.');
	await wren.reads('Who is awake now');
	await wren.reads('The kettle is on');
	await wren.press('That is not what I meant');
	await wren.reads('Whoever looks reads that you did not mean it like that.');
	await wren.press('Back to the conversation');
	await wren.reads(now);
	await wren.doesNotRead('If you are in danger now');

	const rosa = await on.as('rosa');
	await rosa.go(talk);
	await rosa.reads(now);
	await rosa.doesNotRead('If you are in danger now');
});

journey('with somebody on duty: choices after sending, and somebody is asked to look', async (on) => {
	await atNight(on);
	const world = acting(on);
	const lolo = await on.app.idOf('lolo');
	await world.as(null, (tx) => giveDuty(tx, { personId: lolo, duty: 'steward' }));
	await onShift(world, lolo, { from: after(rightNow(), -hours(1)), hours: 3 });
	const { wren } = await inACircle(on);

	await says(wren, danger);
	await wren.reads('Because of what you wrote');
	await wren.reads('Somebody on duty has been asked to look.');
	await wren.page.getByText('How it read').click();
	await wren.reads('It speaks of ending one’s own life.');
	await wren.press('Tell nobody more');
	await wren.reads('Nobody more will be told. What you pressed is there for whoever looks.');
});

journey('a newcomer’s number waits until whoever holds the circle has read it', async (on) => {
	const { wren, talk } = await inACircle(on);

	await wren.write('Say something', number);
	if (on.scripts) await wren.reads('a telephone number');
	await wren.press('Send');
	if (!on.scripts) {
		await wren.reads(/somebody could find you/);
		await wren.press('Send it as it is');
	}
	await wren.reads('Waiting to be read');
	await wren.look();

	const rosa = await on.as('rosa');
	await rosa.go(talk);
	await rosa.doesNotRead(number);
	await rosa.press('One message waits to be read by you');
	await rosa.reads(number);
	await rosa.press('Pass it on');
	await rosa.reads('Nothing waits.');
	await rosa.go(talk);
	await rosa.reads(number);
});

journey(
	'what is being written is read on this device alone, and nothing of it is sent',
	async (on) => {
		const { wren } = await inACircle(on);
		const sent: string[] = [];
		wren.page.on('request', (request) => sent.push(request.method()));

		const field = wren.page.getByLabel('Say something', { exact: true });
		await field.pressSequentially(danger);
		await wren.reads('Help is one press away, before or after you send this.');
		await field.fill('');
		await field.pressSequentially(number);
		await wren.reads('a telephone number');
		await wren.doesNotRead('Help is one press away, before or after you send this.');
		expect(sent.filter((method) => method !== 'GET')).toEqual([]);
		await wren.look();
	},
	{ alsoWithout: false },
);
