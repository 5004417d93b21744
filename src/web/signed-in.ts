import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { SignedIn } from '#features/people/person.ts';

/** Whoever is signed in. A visitor is led to sign in, and from there back to where they were going. */
export function signedIn({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): SignedIn {
	return locals.person ?? redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
}

/** The same, for what cannot be undone: whoever has not shown who they are just now is asked to do so first. */
export function freshlySignedIn(event: Pick<RequestEvent, 'locals' | 'url'>): SignedIn {
	const person = signedIn(event);
	if (!person.session.fresh) redirect(303, `/me/confirm?next=${encodeURIComponent(event.url.pathname)}`);
	return person;
}
