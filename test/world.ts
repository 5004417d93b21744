import { inject, test as base } from 'vitest';
import { randomBytes } from 'node:crypto';
import { reactions } from '#composition';
import type { CircleDetails, CircleId } from '#features/circles/circle.ts';
import { joinCircle, openCircle } from '#features/circles/server/index.ts';
import type { AgeBand, Duty } from '#features/people/person.ts';
import { giveDuty, signUp } from '#features/people/server/index.ts';
import { connect, openConnections, transact, type Spine, type Tx, type Whereabouts } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { newKey } from '#platform/seal.ts';
import { Vault } from '#platform/vault.ts';
import { databaseAt } from './database.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The test server, and the database each test’s own is cloned from. */
		postgres: { where: Whereabouts; template: string };
	}
}

/** The moment at which every test begins: a Sunday evening. */
export const evening = new Date('2026-11-22T18:00:00Z');

/** A database of one’s own, and the few verbs in which a test tells what happened before. */
export class World {
	readonly spine: Spine;
	now = evening;

	constructor(spine: Spine) {
		this.spine = spine;
	}

	get db() {
		return this.spine.db;
	}

	get vault() {
		return this.spine.vault;
	}

	/** Runs an operation as this person, at the world’s moment. */
	as<Outcome extends object>(actor: PersonId | null, operation: (tx: Tx) => Promise<Outcome>) {
		return transact(this.spine, { actor, now: this.now }, operation);
	}

	async person(
		nickname: string,
		{ ageBand = 'adult', duties = [] }: { ageBand?: AgeBand; duties?: Duty[] } = {},
	) {
		const signedUp = await this.as(null, (tx) =>
			signUp(tx, { nickname, ageBand, locale: 'en', zone: 'Europe/Paris', passphrase: null }),
		);
		if ('refused' in signedUp) throw new Error(`${nickname} could not sign up: ${signedUp.refused}`);
		for (const duty of duties)
			await this.as(null, (tx) => giveDuty(tx, { personId: signedUp.personId, duty }));
		return signedUp.personId;
	}

	/** A circle opened by a host of its own, who takes no seat unless named among the hosts. */
	async circle({
		hosts = [],
		seated = [],
		...details
	}: Partial<CircleDetails> & { hosts?: PersonId[]; seated?: PersonId[] } = {}): Promise<CircleId> {
		const opener = hosts[0] ?? (await this.person(`Opener ${randomBytes(4).toString('hex')}`));
		await this.as(null, (tx) => giveDuty(tx, { personId: opener, duty: 'host' }));
		const opened = await this.as(opener, (tx) => openCircle(tx, { ...aCircle, ...details }));
		if ('refused' in opened) throw new Error(`The circle could not open: ${opened.refused}`);
		if (!hosts[0]) await this.db.deleteFrom('seat').where('person_id', '=', opener).execute();

		for (const person of seated) await this.as(person, (tx) => joinCircle(tx, opened.circleId));
		for (const host of hosts.slice(1)) {
			await this.as(host, (tx) => joinCircle(tx, opened.circleId));
			await this.db.updateTable('seat').set({ role: 'host' }).where('person_id', '=', host).execute();
		}
		return opened.circleId;
	}

	/** The facts announced since the last time this was asked, but for people signing up and circles opening. */
	async eventNames() {
		const rows = await this.db.selectFrom('event').select('name').orderBy('seq').execute();
		return rows.map(({ name }) => name).filter((name) => !groundwork.has(name));
	}
}

const groundwork = new Set([
	'people.signed-up',
	'people.duty-given',
	'circles.opened',
	'people.organisation-founded',
]);

const aCircle: CircleDetails = {
	name: 'Evening circle',
	about: 'For evenings that are long.',
	topics: ['grief'],
	language: 'en',
	structure: 'structured',
	venue: 'online',
	address: null,
	capacity: 8,
	joining: 'open',
	observersWelcome: true,
	ageBand: 'adult',
	agreements: 'What is said here stays here.',
};

export const test = base.extend<{ world: World }>({
	world: async ({}, use) => {
		const { where, template } = inject('postgres');
		const name = `test_${randomBytes(6).toString('hex')}`;
		const admin = openConnections(where, { max: 1 });
		await admin.unsafe(`create database ${name} template ${template} strategy file_copy`);

		const connections = openConnections(databaseAt(where, name), { max: 12 });
		const vault = new Vault([{ name: 'test', key: newKey() }]);
		await use(new World({ db: connect(connections), vault, reactions }));

		await connections.end({ timeout: 5 });
		await admin.unsafe(`drop database ${name} with (force)`);
		await admin.end();
	},
});
