import { expect } from 'vitest';
import { journey } from './journey.ts';

journey(
	'in a full circle one waits in line, and takes the seat that frees',
	async ({ circleOf, as, walk }) => {
		const slug = await circleOf('rosa', { name: `Two chairs ${walk}`, capacity: '2' });
		const boat = await as('boat');
		await boat.go(`/circles/${slug}`);
		await boat.press('Take a seat');
		const lolo = await as('lolo');
		await lolo.page.context().addCookies([{ name: 'l', value: 'en', url: lolo.origin }]);
		await lolo.go(`/circles/${slug}`);
		await lolo.press('Stand in line');
		await lolo.reads('You are number 1 in line');

		await boat.go(`/circles/${slug}`);
		await boat.press('Leave this circle');
		await boat.press('Leave this circle', { nth: 1 });

		await expect
			.poll(async () => {
				await lolo.page.reload();
				return lolo.page.getByText('A seat is free').count();
			})
			.toBe(1);
		await lolo.look();
		await lolo.press('Take the offered seat');
		await lolo.reads('You have a seat here.');
	},
);

journey('a host opens a circle, calls weekly meetings and calls one off', async ({ as, walk }) => {
	const rosa = await as('rosa');
	await rosa.go('/circles');
	await rosa.press('Open a circle');
	await rosa.press('Open it');
	expect(
		await rosa.page.getByLabel('Name', { exact: true }).evaluate((field) => field.matches(':invalid')),
	).toBe(true);
	await rosa.write('Name', `Slow Sundays ${walk}`);
	await rosa.write('Topics, with commas between', 'rest, walking');
	await rosa.press('Open it');
	await rosa.reads('You host this circle.');

	await rosa.press('Settings');
	await rosa.write('First day', nextWeek());
	await rosa.write('Time', '10:30');
	await rosa.press('Call meetings');
	await rosa.reads('Every week, 10:30 (Europe/London)');
	// The list is written by a job, a moment later.
	await expect
		.poll(async () => {
			await rosa.page.reload();
			return rosa.page.getByRole('button', { name: 'Call off', exact: true }).count();
		})
		.toBeGreaterThan(1);
	const called = await rosa.page.getByRole('button', { name: 'Call off', exact: true }).count();

	await rosa.press('Call off', { nth: 0 });
	await rosa.reads('Called off');
	expect(await rosa.page.getByRole('button', { name: 'Call off', exact: true }).count()).toBe(called - 1);
});

journey(
	'a host hides a message and asks somebody to listen, who reads why',
	async ({ circleOf, as, walk }) => {
		const slug = await circleOf('rosa', { name: `Quiet corner ${walk}` });
		const mo = await as('mo');
		await mo.go(`/circles/${slug}`);
		await mo.press('Take a seat');
		await mo.press('I will keep to this');
		await mo.write('Say something', 'Just get over it.');
		await mo.press('Send');
		await mo.reads('Just get over it.');

		const rosa = await as('rosa');
		await rosa.go(`/circles/${slug}/talk`);
		await rosa.page.getByLabel('More about the message of Mo').click();
		await rosa.press('Hide from everyone');
		await rosa.reads('This message is hidden: It goes against what we have agreed.');
		await rosa.press('People');
		await rosa.page.getByText('Ask to listen for', { exact: true }).first().click();
		await rosa.press('Ask', { nth: 0 });
		await rosa.reads('listening until');

		const wren = await as('wren');
		await wren.go(`/circles/${slug}`);
		await wren.press('Sit in and read');
		await wren.reads('This message is hidden.');
		await wren.doesNotRead('Just get over it.');

		await mo.go(`/circles/${slug}/talk`);
		await mo.reads('This message is hidden: It goes against what we have agreed.');
		await mo.reads('A host has asked you to listen for a while.');
		expect(await mo.page.getByLabel('Say something').count()).toBe(0);
	},
);

const nextWeek = () => Temporal.Now.plainDateISO('Europe/London').add({ days: 7 }).toString();
