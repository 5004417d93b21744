/**
 * Lets forms use passkeys. A button with `data-passkey` is hidden until this finds that the browser has them; pressed,
 * it asks `data-ask` what to ask the device for, puts the device’s answer into the form, and sends it where its
 * `formaction` says. When anything fails the form goes without an answer, and the page says why in its own words.
 */
import { startAuthentication, startRegistration, browserSupportsWebAuthn } from '@simplewebauthn/browser';

if (browserSupportsWebAuthn())
	for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-passkey]')) {
		button.hidden = false;
		button.addEventListener('click', (press) => {
			if (!(button.form?.elements.namedItem('passkey') instanceof HTMLInputElement)) return;
			press.preventDefault();
			void answer(button, button.form!);
		});
	}

async function answer(button: HTMLButtonElement, form: HTMLFormElement) {
	const field = form.elements.namedItem('passkey') as HTMLInputElement;
	button.disabled = true;
	field.value = (await ask(button, form).catch(() => undefined)) ?? 'null';
	button.disabled = false;
	const sender = button.cloneNode() as HTMLButtonElement;
	sender.hidden = true;
	form.append(sender);
	form.requestSubmit(sender);
}

async function ask(button: HTMLButtonElement, form: HTMLFormElement): Promise<string> {
	const response = await fetch(button.dataset.ask!, { method: 'POST', body: question(form) });
	const optionsJSON = await response.json();
	if (!response.ok) throw new Error('The server asks for nothing.');
	const given =
		button.dataset.passkey === 'make'
			? await startRegistration({ optionsJSON })
			: await startAuthentication({ optionsJSON });
	return JSON.stringify(given);
}

/** Only what the question needs: a passphrase typed half way stays here. */
function question(form: HTMLFormElement) {
	const said = new FormData();
	const nickname = new FormData(form).get('nickname');
	if (nickname !== null) said.set('nickname', nickname);
	return said;
}
