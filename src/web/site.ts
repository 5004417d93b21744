import type { RequestEvent } from '@sveltejs/kit';
import { organisationOf, type Site } from '#features/people/server/index.ts';
import { NEUTRAL_NAME } from './discreet.ts';

/** The address a passkey is bound to, and the name a device files it under: in discreet mode, one that says nothing. */
export async function siteOf({ locals, url }: RequestEvent): Promise<Site> {
	const name = locals.discreet ? NEUTRAL_NAME : (await organisationOf(locals.db)).name;
	return { origin: url.origin, host: url.hostname, name };
}
