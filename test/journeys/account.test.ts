import { expect } from 'vitest';
import { adult, comeIn, journey, type Traveller } from './journey.ts';

journey(
	'whoever forgot their passphrase comes back by code, changes it, and ends a session elsewhere',
	async ({ newcomer, walk }) => {
		const nickname = `Forgetful ${walk}`;
		const old = await newcomer();
		await old.go('/sign-up');
		const code = await comeIn(old, nickname, 'a lamp in the window');

		const phone = await newcomer();
		await signIn(phone, nickname, 'was it a candle?');
		await phone.press('I cannot get in. Use my recovery code.');
		await phone.write('Recovery code', code.toLowerCase().replaceAll('-', ' '));
		await phone.press('Let me back in');
		await phone.reads('You are back in');
		expect(await phone.page.getByLabel('Recovery code').innerText()).not.toBe(code);
		await phone.press('I have kept it');
		await phone.reads(`Good to have you here, ${nickname}`);
		await old.go('/me');
		expect(old.path).toBe('/sign-in');

		await phone.go('/me/account');
		await phone.write('Your passphrase now', 'a lamp in the window');
		await phone.write('New passphrase', 'two lamps in the window');
		await phone.press('Change passphrase');
		await phone.reads('Saved.');

		await signIn(old, nickname, 'two lamps in the window');
		await phone.go('/me/sessions');
		await phone.press('Sign out there');
		expect(await phone.page.getByRole('button', { name: 'Sign out there' }).count()).toBe(0);
		await old.go('/me');
		expect(old.path).toBe('/sign-in');
	},
);

journey(
	'a program is let in for a while, by a token that is shown once, and shut out again',
	async ({ newcomer, walk }) => {
		const tinkerer = await newcomer();
		await tinkerer.go('/sign-up');
		await comeIn(tinkerer, `Tinkerer ${walk}`, 'a lamp in the window');
		await tinkerer.go('/me');
		await tinkerer.press('Programs');
		await tinkerer.reads('No tokens');

		await tinkerer.write('What you call it', 'A lamp that glows when somebody speaks');
		await tinkerer.press('Make a token');
		await tinkerer.reads('Please fill this in.');
		await tinkerer.page.getByLabel('See your nickname, language and time zone').check();
		await tinkerer.page.getByLabel('See when your circles meet').check();
		await tinkerer.page.getByLabel('7 days').check();
		await tinkerer.press('Make a token');
		await tinkerer.reads('This is the only time it is shown.');
		const token = await tinkerer.page.getByLabel('Token', { exact: true }).inputValue();
		const ask = (path: string) =>
			fetch(`${tinkerer.origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
		expect(await (await ask('/me')).json()).toMatchObject({ nickname: `Tinkerer ${walk}` });
		expect((await ask('/circles')).status).toBe(403);

		await tinkerer.press('I have it');
		await tinkerer.reads('A lamp that glows when somebody speaks');
		await tinkerer.doesNotRead(token);
		await tinkerer.press('Revoke A lamp that glows when somebody speaks');
		await tinkerer.reads('No tokens');
		expect((await ask('/me')).status).toBe(401);
	},
);

journey(
	'with a passkey nothing has to be remembered',
	async ({ newcomer, walk }) => {
		// Chromium gives passkeys to `localhost`, and to no bare address.
		const nickname = `Keyring ${walk}`;
		const wilder = await newcomer({ viewport: { width: 360, height: 740 } });
		const devtools = await wilder.page.context().newCDPSession(wilder.page);
		await devtools.send('WebAuthn.enable');
		await devtools.send('WebAuthn.addVirtualAuthenticator', {
			options: {
				protocol: 'ctap2',
				transport: 'internal',
				hasResidentKey: true,
				hasUserVerification: true,
				isUserVerified: true,
				automaticPresenceSimulation: true,
			},
		});
		const home = wilder.origin.replace('127.0.0.1', 'localhost');
		await wilder.page.goto(`${home}/sign-up`);
		await wilder.look();
		await wilder.write('Nickname', nickname);
		await adult(wilder);
		await wilder.page.getByRole('button', { name: 'Come in with a passkey instead' }).click();
		await wilder.reads('Keep this code');
		await wilder.look();
		await wilder.press('I have kept it');
		await wilder.reads(`Good to have you here, ${nickname}`);

		await wilder.page.goto(`${home}/me`);
		await wilder.press('Sign out');
		await wilder.page.goto(`${home}/sign-in`);
		await wilder.page.getByRole('button', { name: 'Use a passkey' }).click();
		await wilder.reads(`Good to have you here, ${nickname}`);
		await wilder.page.goto(`${home}/me/passkeys`);
		await wilder.look();
		await wilder.reads('My passkey');
	},
	{ alsoWithout: false },
);

journey(
	'somebody goes by another name in one circle, takes everything along, and is gone',
	async ({ newcomer, circleOf, as, walk }) => {
		const nickname = `Passing Through ${walk}`;
		const slug = await circleOf('rosa', { name: `By the door ${walk}` });
		const guest = await newcomer({ acceptDownloads: true });
		await guest.go(`/circles/${slug}`);
		await guest.press('Take a nickname to sit down');
		await comeIn(guest, nickname, 'a lamp in the window');
		await guest.press('Take a seat');
		await guest.page.getByText(`Your name in this circle: ${nickname}`).click();
		await guest.write('Your name in this circle', `Blue Coat ${walk}`);
		await guest.press('Change it');
		await guest.press('I will keep to this');
		await guest.write('Say something', 'I will not stay long.');
		await guest.press('Send');

		const rosa = await as('rosa');
		await rosa.go(`/circles/${slug}/talk`);
		await rosa.reads('I will not stay long.');
		await rosa.reads(`Blue Coat ${walk}`);
		expect(await rosa.page.content()).not.toContain(nickname);

		await guest.go('/me/data');
		const [file] = await Promise.all([
			guest.page.waitForEvent('download'),
			guest.page.getByRole('button', { name: 'Get my data' }).click(),
		]);
		expect(file.suggestedFilename()).toBe('my-data.json');

		await guest.press('Read what happens');
		await guest.page.getByRole('textbox').fill(nickname);
		await guest.press('Erase me for good');
		await guest.reads('You are not the only one');
		await rosa.go(`/circles/${slug}/talk`);
		await rosa.reads('Somebody who has left');
		await rosa.doesNotRead('I will not stay long.');
		const again = await newcomer();
		await signIn(again, nickname, 'a lamp in the window');
		expect(again.path).toBe('/sign-in');
	},
);

async function signIn(traveller: Traveller, nickname: string, passphrase: string) {
	await traveller.go('/sign-in');
	await traveller.write('Nickname', nickname);
	await traveller.write('Passphrase', passphrase);
	await traveller.page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
	await traveller.page.waitForLoadState();
	await traveller.look();
}
