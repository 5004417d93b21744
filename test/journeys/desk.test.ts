import { comeIn, journey } from './journey.ts';

const passphrase = 'a lamp in the window 9';

journey(
	'somebody tells stewards of a message; one takes it, reads it, and keeps it; both see so',
	async (on) => {
		const { walk } = on;
		const slug = await on.circleOf('rosa', { name: `Late kitchen ${walk}` });
		const names = { teller: `Marigold ${walk}`, other: `Thistle ${walk}` };
		const [ana, ben, henk] = [await on.newcomer(), await on.newcomer(), await on.as('henk')];
		for (const [traveller, name] of [
			[ana, names.teller],
			[ben, names.other],
		] as const) {
			await traveller.go('/sign-up');
			await comeIn(traveller, name, passphrase);
			await traveller.go(`/circles/${slug}`);
			await traveller.press('Take a seat');
			await traveller.go(`/circles/${slug}/talk`);
			await traveller.press('I will keep to this');
		}
		await ben.write('Say something', 'Write to me elsewhere.');
		await ben.press('Send');

		// Two presses: the way there, and what it is.
		await ana.go(`/circles/${slug}/talk`);
		await ana.page.getByLabel(`More about the message of ${names.other}`).last().click();
		await ana.press('Tell stewards');
		await ana.reads(`Something said in Late kitchen ${walk}`);
		await ana.press('It asks to meet or write elsewhere, for photos or for an age');
		await ana.reads('Thank you. Stewards have it now.');
		await ana.reads('It waits for a steward.');

		await henk.go('/');
		await henk.press('Look');
		await henk.press('Somebody says that it asks for contact elsewhere, photos or an age.');
		await henk.doesNotRead('Write to me elsewhere.');
		await henk.press('Take it');
		await henk.page.getByText('May be hard to read').first().click();
		await henk.reads('Write to me elsewhere.');
		await henk.doesNotRead(names.teller);
		await ana.go('/me/reports');
		await ana.reads('A steward is looking at it.');

		await henk.page.getByLabel('I have looked at it').check();
		await henk.press('It stays as it is');
		await henk.reads('Nothing waits');
		await ana.go('/me/reports');
		await ana.reads('Stewards looked at it, and it stays as it is.');
		await ben.go('/me/notices');
		await ben.reads('Nothing new');

		await henk.go('/desk/care');
		await henk.reads('Only you see this page.');
		await henk.reads('Danger may be near,');
	},
);
