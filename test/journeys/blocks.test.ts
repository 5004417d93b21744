import { expect } from 'vitest';
import { journey } from './journey.ts';

journey(
	'somebody blocks whom they met in a circle, neither sees the other, and takes it back',
	async ({ circleOf, as, walk }) => {
		const slug = await circleOf('rosa', { name: `Side street ${walk}` });
		const talk = `/circles/${slug}/talk`;
		const comeIn = async (who: 'mo' | 'nour') => {
			const one = await as(who);
			await one.go(`/circles/${slug}`);
			await one.press('Take a seat');
			await one.press('I will keep to this');
			return one;
		};
		const mo = await comeIn('mo');
		await mo.write('Say something', 'The kettle is louder than you.');
		await mo.press('Send');
		await mo.reads('The kettle is louder than you.');
		const nour = await comeIn('nour');
		await nour.reads('The kettle is louder than you.');

		await nour.page.getByLabel('More about the message of Mo').click();
		await nour.press('Block…');
		await nour.reads('Block Mo?');
		await nour.reads('Nobody is told.');
		await nour.look();
		await nour.press('Block');
		await nour.reads('You will not see each other from now on.');
		await nour.look();

		await nour.go(talk);
		expect(await nour.page.getByText('The kettle is louder').count()).toBe(0);
		await nour.write('Say something', 'It is quiet now.');
		await nour.press('Send');
		await mo.go(talk);
		expect(await mo.page.getByText('It is quiet now.').count()).toBe(0);
		await mo.go(`/circles/${slug}/people`);
		expect(await mo.page.getByText('Nour', { exact: true }).count()).toBe(0);
		const rosa = await as('rosa');
		await rosa.go(talk);
		await rosa.reads('The kettle is louder than you.');
		await rosa.reads('It is quiet now.');

		await nour.go('/me/blocks');
		await nour.reads(`in Side street ${walk}`);
		await nour.press(/^Take it back/);
		await nour.reads('The block is taken back.');
		await nour.go(talk);
		await nour.reads('The kettle is louder than you.');
	},
);
