import { inJson } from './asked.ts';
import type { RequestHandler } from './$types.js';

/** What this is: the Open Referral API of what can be found here. */
export const GET: RequestHandler = (event) =>
	inJson(event, {
		version: '3.0',
		profile: 'https://docs.openreferral.org/en/v3.0.1/',
		openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
	});
