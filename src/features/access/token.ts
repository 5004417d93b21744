import type { Viewer } from '#features/people/person.ts';
import type { Id } from '#platform/ids.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';

export type TokenId = Id<'token'>;

/**
 * Parts of what a person may do. One more needs a line here, and a sentence for whoever makes a token
 * (`access.scope.…`).
 */
export const scopes = [
	'me:read',
	'circles:read',
	'circles:write',
	'meetings:read',
	'rooms:read',
	'rooms:write',
	'asking:read',
	'asking:write',
	'talks:read',
	'talks:write',
	'pairings:read',
	'pairings:write',
	'reports:read',
	'reports:write',
] as const;
export type Scope = (typeof scopes)[number];

/** What can be watched live, by its topic, with a scope. */
const watchedWith = {
	circle: 'circles:read',
	room: 'rooms:read',
	wait: 'talks:read',
	pairing: 'pairings:read',
} as const satisfies Record<string, Scope>;

/** How many days a token can be good for. */
export const lifetimes = [7, 30, 90, 365] as const;
export const USUAL_LIFETIME = 90;

/** More than anybody keeps in order. */
export const MOST_TOKENS = 20;

/** Whoever holds a token: a person, as rules need them, and what the token lets them do. */
export interface Bearer extends Viewer {
	nickname: string;
	locale: string;
	/** IANA. */
	zone: string;
	token: { name: string; digest: Buffer; scopes: readonly Scope[]; endsAt: Date };
}

/** A token never does more than its person may: this is asked beside the rules that guard the pages, not instead. */
export const mayUse = (scope: Scope, { scopes }: Pick<Bearer['token'], 'scopes'>): Ruling<'scope-lacking'> =>
	scopes.includes(scope) ? allowed : refuse('scope-lacking');

/** Which kinds of topics a socket with this token may watch, where the person may. */
export const topicsOf = (token: Pick<Bearer['token'], 'scopes'>): string[] =>
	Object.entries(watchedWith)
		.filter(([, scope]) => !mayUse(scope, token).refused)
		.map(([prefix]) => prefix);
