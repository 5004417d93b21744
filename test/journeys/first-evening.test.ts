import { expect } from 'vitest';
import { comeIn, journey } from './journey.ts';

journey(
	'a stranger reads what is on, takes a nickname, finds a circle and sits in',
	async ({ newcomer, walk }) => {
		const marlow = await newcomer();
		await marlow.go('/');
		await marlow.reads('What is on');
		await marlow.press('Take a nickname', { nth: 0 });
		const code = await comeIn(marlow, `Marlow ${walk}`, 'a lamp in the window');
		expect(code).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
		await marlow.reads(`Good to have you here, Marlow ${walk}`);

		await marlow.press('All circles');
		await marlow.page.getByText('Find', { exact: true }).first().click();
		await marlow.write('Words', 'talking about them');
		await marlow.press('Find');
		await marlow.press('After somebody died');
		await marlow.reads('You are welcome to sit in and read');
		await marlow.press('Sit in and read');

		await marlow.reads('I wrote three hellos and deleted them.');
		await marlow.reads('You are sitting in. To write, take a seat.');
		expect(await marlow.page.getByLabel('Say something').count()).toBe(0);
	},
);

journey(
	'somebody takes a seat, says something that another reads, changes it and takes it back',
	async ({ circleOf, as, scripts, walk }) => {
		const slug = await circleOf('rosa', { name: `Kitchen light ${walk}` });
		const wren = await as('wren');
		await wren.go(`/circles/${slug}`);
		await wren.press('Take a seat');
		await wren.press('I will keep to this');
		const rosa = await as('rosa');
		await rosa.go(`/circles/${slug}/talk`);
		const sees = async (text: string) => {
			if (!scripts) await rosa.press('Look for new messages');
			await rosa.reads(text);
		};

		await wren.write('Say something', 'The kettle is on.');
		await wren.press('Send');
		await wren.reads('The kettle is on.');
		await sees('The kettle is on.');

		await wren.page.getByLabel('More about the message of Wren').click();
		await wren.press('Say it differently');
		await wren.write('Your message', 'The kettle is on, and there are two cups.');
		await wren.press('Save');
		await wren.reads('there are two cups');
		await sees('there are two cups');
		await rosa.reads('edited');

		await wren.page.getByLabel('More about the message of Wren').click();
		await wren.press('Take it back');
		await wren.reads('Taken back');
		await sees('Taken back');
		await rosa.doesNotRead('there are two cups');
		await rosa.look();
	},
);
