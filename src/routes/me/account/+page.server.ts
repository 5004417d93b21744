import { redirect } from '@sveltejs/kit';
import { linesEverywhere } from '#features/help/server/index.ts';
import { NewPassphraseForm, NicknameForm, SettingsForm } from '#features/people/forms.ts';
import { checkPassphrase } from '#features/people/passphrase.ts';
import {
	changeNickname,
	changePassphrase,
	changeSettings,
	hashPassphrase,
	proveOneself,
	renewRecoveryCode,
	waysIn,
} from '#features/people/server/index.ts';
import { isZone } from '#platform/time.ts';
import { theApp } from '#web/app.ts';
import { dropCookie, ZONE_COOKIE } from '#web/cookies.ts';
import { readForm, sayNo } from '#web/form.ts';
import { freshlySignedIn, signedIn } from '#web/signed-in.ts';
import { locales, pseudoLocales } from '../../../words.ts';
import type { Actions, PageServerLoad } from './$types.js';

const offered = () => (theApp().config.pseudoLocales ? [...locales, ...pseudoLocales] : locales);

export const load: PageServerLoad = async ({ cookies, locals, url }) => {
	const me = signedIn({ locals, url });
	const browserZone = cookies.get(ZONE_COOKIE);
	return {
		nickname: me.nickname,
		settings: {
			locale: me.locale,
			zone: me.zone,
			theme: me.theme,
			discreet: me.discreet,
			writingHints: me.writingHints,
			country: me.country,
		},
		/** Where the browser says one is, if that is somewhere else. */
		elsewhere: browserZone && browserZone !== me.zone && isZone(browserZone) ? browserZone : undefined,
		zones: [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', me.zone])].sort(),
		locales: offered(),
		countries: (await linesEverywhere(locals.db)).map(({ country }) => country),
		hasPassphrase: (await waysIn(locals.db, me.id)).passphrase,
		kept: url.searchParams.has('kept'),
	};
};

export const actions: Actions = {
	async nickname({ locals, request, url }) {
		signedIn({ locals, url });
		const form = await readForm(request, NicknameForm);
		if (!form.ok) return form.again;

		const changed = await locals.transact((tx) => changeNickname(tx, form.data.nickname));
		if ('refused' in changed) return sayNo(changed, form.data);
		redirect(303, '/me/account?kept');
	},

	async settings({ cookies, locals, request, url }) {
		signedIn({ locals, url });
		const form = await readForm(request, SettingsForm);
		if (!form.ok) return form.again;
		if (!offered().includes(form.data.locale)) return sayNo({ refused: 'no-such-language' });

		await locals.transact((tx) => changeSettings(tx, form.data));
		// A language chosen for this device only would hide the one chosen just now.
		dropCookie(cookies, url, 'locale');
		dropCookie(cookies, url, 'discreet');
		redirect(303, '/me/account?kept');
	},

	async passphrase(event) {
		const { locals, request } = event;
		const me = signedIn(event);
		const { passphrase: hasOne, passkeys } = await waysIn(locals.db, me.id);
		// Whoever has a nickname and nothing else can show nothing but this session.
		if (!hasOne && passkeys > 0) freshlySignedIn(event);
		const form = await readForm(request, NewPassphraseForm);
		if (!form.ok) return form.again;
		const { passphrase, newPassphrase } = form.data;

		const ruling = checkPassphrase(newPassphrase, me.nickname);
		if (ruling.refused) return sayNo(ruling);
		if (hasOne) {
			const address = event.getClientAddress();
			const proof = await proveOneself(theApp().spine, me, { passphrase, address }, locals.now);
			if (proof.refused) return sayNo(proof);
		}
		const hashed = await hashPassphrase(newPassphrase);
		await locals.transact((tx) => changePassphrase(tx, { passphrase: hashed, keep: me.session.id }));
		redirect(303, '/me/account?kept');
	},

	async code(event) {
		freshlySignedIn(event);
		return event.locals.transact((tx) => renewRecoveryCode(tx));
	},
};
