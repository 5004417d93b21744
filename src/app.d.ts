import type { SignedIn, Viewer } from '#features/people/person.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { Say } from '#platform/say.ts';
import type { Vault } from '#platform/vault.ts';

declare global {
	namespace App {
		interface Locals {
			/** The one moment of this request. */
			now: Date;
			/** Names this request in the log, and on the page that says something broke. */
			requestId: string;
			db: Reader;
			vault: Vault;
			/** Runs one operation as whoever is signed in. */
			transact<Outcome extends object>(operation: (tx: Tx) => Promise<Outcome>): Promise<Outcome>;
			person: SignedIn | null;
			/** `person`, as rules need them. */
			viewer: Viewer | null;
			locale: string;
			zone: string;
			say: Say;
			/** Neutral title, icon and addresses. */
			discreet: boolean;
			/** The database cannot answer this now, and will again. */
			later?: boolean;
		}
		interface Error {
			message: string;
			/** What a person can tell whoever runs this server. */
			reference?: string;
			/** The key of a sentence that says more than the status does. */
			reason?: string;
		}
		interface PageData {
			/** How this page is read: in which language, on whose clock. */
			reader: { locale: string; zone: string };
		}
	}
}

export {};
