import { RecoverForm } from '#features/people/forms.ts';
import { checkPassphrase } from '#features/people/passphrase.ts';
import { hashPassphrase, mayTryCode, recover } from '#features/people/server/index.ts';
import { theApp } from '#web/app.ts';
import { readForm, sayNo } from '#web/form.ts';
import { startSession } from '#web/session.ts';
import type { Actions } from './$types.js';

export const actions: Actions = {
	async default(event) {
		const { locals, request } = event;
		const form = await readForm(request, RecoverForm);
		if (!form.ok) return form.again;
		const { code, passphrase, sharedDevice } = form.data;
		const typed = { sharedDevice: sharedDevice ? 'yes' : '' };

		if (passphrase !== '') {
			const ruling = checkPassphrase(passphrase, '');
			if (ruling.refused) return sayNo(ruling, typed);
		}
		const slowed = await mayTryCode(theApp().spine, event.getClientAddress(), locals.now);
		if (slowed.refused) return sayNo(slowed, typed);

		const hashed = passphrase === '' ? null : await hashPassphrase(passphrase);
		const back = await locals.transact((tx) => recover(tx, { code, passphrase: hashed }));
		if ('refused' in back) return sayNo(back, typed);

		await startSession(event, back.personId, { sharedDevice });
		return { recoveryCode: back.recoveryCode };
	},
};
