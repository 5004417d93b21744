import { expect } from 'vitest';
import { rooms } from '#cast';
import { journey, type Traveller } from './journey.ts';

const { name: kitchen } = rooms.kitchen.details;

/** The page of the room that is open, from the first page on. */
async function toTheDoor(traveller: Traveller) {
	await traveller.go('/');
	await traveller.press(kitchen);
}

/** Until the page says so: by itself with a script, looked at again without. */
async function comesToRead(traveller: Traveller, text: string | RegExp, scripts: boolean) {
	await expect
		.poll(
			async () => {
				if (!scripts) await traveller.page.reload();
				return traveller.page.getByText(text).filter({ visible: true }).count();
			},
			{ timeout: 10_000 },
		)
		.toBeGreaterThan(0);
}

const acceptIfAsked = async (traveller: Traveller) => {
	if (await traveller.page.getByRole('button', { name: 'I agree to this' }).count())
		await traveller.press('I agree to this');
};

journey(
	'somebody drops in to the room that is open, reads, says a word, sits in the quiet corner and leaves',
	async ({ as, walk, scripts }) => {
		const wren = await as('wren');
		await toTheDoor(wren);
		await wren.page.getByLabel('This is my first time here').check();
		await wren.press('Come in');
		await acceptIfAsked(wren);
		await wren.write('Say something', `Hello from Wren ${walk}`);
		await wren.press('Send');
		await wren.reads(`Hello from Wren ${walk}`);

		const tam = await as('tam');
		await toTheDoor(tam);
		await tam.press('To the desk');
		await tam.reads('first time here · has said something');

		const nour = await as('nour');
		await toTheDoor(nour);
		await nour.press('Back into the room');
		await comesToRead(nour, `Hello from Wren ${walk}`, scripts);

		await wren.page.getByText('The quiet corner', { exact: true }).click();
		await wren.press('Sit in the quiet corner');
		await wren.reads('You are sitting with us.');
		await comesToRead(nour, /In the quiet corner: .*Wren/, scripts);
		await wren.press('Back to the others');
		await wren.press('Leave the room');
		await wren.reads('Come in');
	},
);

journey(
	'a holder asks for somebody, gets help, and a steward closes the room; what was being written is not lost',
	async ({ as, app, scripts, walk }) => {
		const tam = await as('tam');
		await toTheDoor(tam);
		if (await tam.page.getByRole('button', { name: 'I’m here' }).count()) await tam.press('I’m here');
		else await tam.press('To the desk');
		await tam.press('I need someone');
		await tam.reads('You have asked for somebody.');

		const henk = await as('henk');
		await henk.go('/rooms');
		await henk.reads('Somebody is needed');
		await henk.press('I’m coming');
		await henk.reads(/You hold the room until/);
		await comesToRead(tam, 'Hand over to Henk', scripts);

		const nour = await as('nour');
		await toTheDoor(nour);
		if (await nour.page.getByRole('button', { name: 'Come in' }).count()) await nour.press('Come in');
		else await nour.press('Back into the room');
		await acceptIfAsked(nour);
		await nour.write('Say something', `A long thought ${walk}`);

		await henk.press('About');
		await henk.press('Close this room at once');
		await henk.reads('Closed now.');
		if (scripts) await comesToRead(nour, 'The room is closed now', scripts);

		await nour.page.getByRole('button', { name: 'Send', exact: true }).click();
		await nour.reads('The room has closed, so nothing can be posted now.');
		expect(await nour.page.getByLabel('Only for you').inputValue()).toBe(`A long thought ${walk}`);
		await nour.look();
		await nour.press('Keep it as my own note');
		await nour.reads(`A long thought ${walk}`);
		expect(nour.path).toBe('/me/notes');

		// So that whoever walks next finds it as it was.
		await henk.press('Let it open again now');
		const client = await app.signInAs('tam');
		const { slug } = await app.spine.db
			.selectFrom('room')
			.select('slug')
			.where('name', '=', kitchen)
			.executeTakeFirstOrThrow();
		await client.post(`/rooms/${slug}?/hold`);
	},
);

journey(
	'a closed room says when it opens and keeps what is written on the device, until somebody leaves in a hurry',
	async ({ newcomer }) => {
		const visitor = await newcomer();
		await visitor.go('/rooms');
		await visitor.press(rooms.lateTable.details.name);
		await visitor.reads('Closed now.');
		await visitor.reads(kitchen);
		await visitor.write('Only for you', 'It rains, and I am here.');
		await visitor.page.reload();
		expect(await visitor.page.getByLabel('Only for you').inputValue()).toBe('It rains, and I am here.');

		await visitor.page.getByRole('button', { name: 'Leave' }).click();
		await visitor.page.waitForURL('**/today');
		expect(await visitor.page.evaluate(() => localStorage.length)).toBe(0);
	},
	{ alsoWithout: false },
);

journey('two people go aside, and come back', async ({ as, scripts, walk }) => {
	const tam = await as('tam');
	await toTheDoor(tam);
	if (await tam.page.getByRole('button', { name: 'I’m here' }).count()) await tam.press('I’m here');
	else await tam.press('To the desk');
	const ximena = await as('ximena', { locale: 'en-GB' });
	await ximena.page.context().addCookies([{ name: 'l', value: 'en', url: ximena.origin }]);
	await toTheDoor(ximena);
	if (await ximena.page.getByRole('button', { name: 'Come in' }).count()) await ximena.press('Come in');
	else await ximena.press('Back into the room');

	await comesToRead(tam, 'Marea', scripts);
	await tam.page.getByText('More about Marea').click();
	await tam.page
		.getByRole('listitem')
		.filter({ hasText: 'More about Marea' })
		.getByRole('button', { name: 'Offer a talk of two' })
		.click();
	await tam.reads('You have offered Marea a talk of two.');

	await comesToRead(ximena, 'Tam offers to talk with you alone', scripts);
	await ximena.press('Yes, let us talk');
	await ximena.write('Say something', `Only to you ${walk}`);
	await ximena.press('Send');
	await ximena.reads(`Only to you ${walk}`);

	await comesToRead(tam, 'You are talking with Marea alone.', scripts);
	await tam.press('To your talk');
	await tam.reads(`Only to you ${walk}`);
	await tam.press('End this talk');
	await comesToRead(ximena, 'This talk has ended.', scripts);
});
