import { sql } from 'kysely';
import { expect } from 'vitest';
import { personal } from '#composition';
import type { PersonId } from '#platform/ids.ts';
import { test, type World } from '#test/world.ts';
import { tellAboutMe } from './about.ts';
import { claim } from './claim.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson } from './export-person.ts';
import { foundOrganisation } from './found-organisation.ts';
import { giveDuty } from './give-duty.ts';
import { rememberDevice } from './known-device.ts';
import { beginSession, signedInBy } from './sessions.ts';

const planted = [
	'Lighthouse Ana',
	'Planted Browser',
	'planted pronouns',
	'planted words of mine',
	'dyslexia',
];

async function ana(world: World) {
	const personId = await world.person(planted[0]!, { duties: ['host'] });
	await world.as(personId, async (tx) => {
		await beginSession(tx, personId, { device: planted[1]!, sharedDevice: false });
		await rememberDevice(tx, personId, 'device');
		return tellAboutMe(tx, {
			languages: { told: ['cy'], audience: 'everyone' },
			pronouns: { told: planted[2]!, audience: 'everyone' },
			words: { told: planted[3]!, audience: 'circles' },
			lived: { told: [planted[4]!], audience: 'nobody' },
		});
	});
	return personId;
}

const exported = async (world: World, who: PersonId) =>
	JSON.stringify(await exportPerson(world.db, world.vault, who, personal, world.now));

/** Every row of every table, as text. */
async function everything(world: World): Promise<string> {
	const { rows: tables } = await sql<{ name: string }>`
		select format('%I.%I', schemaname, tablename) as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema')`.execute(world.db);
	const texts = [];
	for (const { name } of tables) {
		const { rows } = await sql<{ text: string | null }>`
			select string_agg(t::text, e'\n') as text from ${sql.raw(name)} t`.execute(world.db);
		texts.push(rows[0]?.text ?? '');
	}
	return texts.join('\n');
}

test('an export holds everything that was told, and an erasure leaves none of it', async ({ world }) => {
	const [me, ben] = [await ana(world), await world.person('Ben')];
	await world.as(me, (tx) => giveDuty(tx, { personId: ben, duty: 'steward', givenBy: me }));

	const taken = await exported(world, me);
	for (const words of planted) expect(taken).toContain(words);
	expect(await everything(world)).toContain(me);

	await world.as(me, (tx) => erasePerson(tx, me, personal));

	const left = await everything(world);
	expect(left).not.toContain(me);
	for (const words of [...planted, 'lighthouseana']) expect(left).not.toContain(words);
	expect(await exported(world, ben)).toContain('Ben');
});

test('what happened stays, without who', async ({ world }) => {
	const me = await ana(world);
	await world.as(me, (tx) => erasePerson(tx, me, personal));

	const facts = await world.db.selectFrom('event').select(['name', 'actor_id', 'subject', 'data']).execute();
	expect(facts).toContainEqual({
		name: 'people.duty-given',
		actor_id: null,
		subject: 'person:erased',
		data: { personId: null, duty: 'host' },
	});
});

test('the keys go, so that no backup of the words can be opened with what is here', async ({ world }) => {
	const [me] = [await ana(world), await world.person('Ben')];
	expect(await world.db.selectFrom('sealing_key').select('id').execute()).toHaveLength(2);

	await world.as(me, (tx) => erasePerson(tx, me, personal));
	expect(await world.db.selectFrom('sealing_key').select('id').execute()).toHaveLength(1);
});

test('whoever was signed in as them is not any more, and the nickname is free', async ({ world }) => {
	const me = await ana(world);
	const { token } = await world.as(me, (tx) =>
		beginSession(tx, me, { device: 'Phone', sharedDevice: false }),
	);

	await world.as(me, (tx) => erasePerson(tx, me, personal));

	expect(await signedInBy(world.db, token, world.now)).toBeUndefined();
	expect(await world.person(planted[0]!)).not.toBe(me);
});

test('erasing twice is harmless', async ({ world }) => {
	const me = await ana(world);
	await Promise.all([1, 2].map(() => world.as(me, (tx) => erasePerson(tx, me, personal))));
	expect(await world.db.selectFrom('person').select('id').execute()).toEqual([]);
});

test('when the last coordinator goes, the next start makes a link for a new one', async ({ world }) => {
	const founded = await world.as(null, (tx) => foundOrganisation(tx, { name: 'The Lamp', locale: 'en' }));
	const [me, ben] = [await ana(world), await world.person('Ben')];
	await world.as(me, (tx) => claim(tx, { token: founded.claimToken!, crisisPolicy: 'We ask you first.' }));

	await world.as(me, (tx) => erasePerson(tx, me, personal));

	const { claimToken } = await world.as(null, (tx) =>
		foundOrganisation(tx, { name: 'The Lamp', locale: 'en' }),
	);
	expect(
		await world.as(ben, (tx) => claim(tx, { token: claimToken!, crisisPolicy: 'We ask you first.' })),
	).toEqual({ claimed: true });
});
