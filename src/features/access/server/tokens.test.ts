import { expect } from 'vitest';
import { test } from '#test/world.ts';
import { after, days } from '#platform/time.ts';
import { mayUse, MOST_TOKENS, topicsOf } from '../token.ts';
import { forgetEnded } from './forget-ended.ts';
import { makeToken } from './make-token.ts';
import { personal } from './personal.ts';
import { bearerBy, bearerTokenIn, tokensOf } from './queries.ts';
import { revokeTokensOf, revokeToken } from './revoke-token.ts';

const bot = { name: 'A lamp', scopes: ['me:read', 'circles:read'] as const, days: 90 };
const aBot = () => ({ ...bot, scopes: [...bot.scopes] });

test('a token finds its person until its day is over, and nobody can read it from what is kept', async ({
	world,
}) => {
	const ana = await world.person('Ana', { duties: ['host'] });
	const made = await world.as(ana, (tx) => makeToken(tx, aBot()));
	if ('refused' in made) throw new Error(made.refused);

	const held = await bearerBy(world.db, made.token, world.now);
	expect(held).toMatchObject({ id: ana, nickname: 'Ana', duties: ['host'], token: { scopes: bot.scopes } });
	expect(await bearerBy(world.db, made.token, after(world.now, days(90)))).toBeDefined();
	expect(await bearerBy(world.db, made.token, after(world.now, days(91)))).toBeUndefined();
	const kept = JSON.stringify(await world.db.selectFrom('token').selectAll().execute());
	expect(kept).not.toContain(made.token.slice(8));
	expect(await personal.export(world.db, world.vault, ana)).toMatchObject({ tokens: [{ name: 'A lamp' }] });
	expect(await world.eventNames()).toEqual(['access.token-made']);
});

test('however many are made at once, nobody has more than there can be', async ({ world }) => {
	const ana = await world.person('Ana');
	const all = Array.from({ length: MOST_TOKENS + 5 }, () => world.as(ana, (tx) => makeToken(tx, aBot())));
	const refused = (await Promise.all(all)).filter((made) => 'refused' in made);

	expect(refused.length).toBe(5);
	expect((await tokensOf(world.db, ana, world.now)).length).toBe(MOST_TOKENS);
});

test('one revokes one’s own, one or all, and nobody else’s', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	for (const who of [ana, ana, ben]) await world.as(who, (tx) => makeToken(tx, aBot()));
	const [first] = await tokensOf(world.db, ana, world.now);

	await world.as(ben, (tx) => revokeToken(tx, first!.id));
	expect((await tokensOf(world.db, ana, world.now)).length).toBe(2);
	await world.as(ana, (tx) => revokeToken(tx, first!.id));
	expect((await tokensOf(world.db, ana, world.now)).length).toBe(1);
	await world.as(ana, async (tx) => {
		await revokeTokensOf(tx, ana);
		return {};
	});
	expect(await tokensOf(world.db, ana, world.now)).toEqual([]);
	expect((await tokensOf(world.db, ben, world.now)).length).toBe(1);
});

test('a scope that was not given is lacking, and what is not to be read is not to be watched', () => {
	expect(mayUse('circles:write', { scopes: ['circles:read'] })).toEqual({ refused: 'scope-lacking' });
	expect(mayUse('circles:read', { scopes: ['circles:read'] }).refused).toBeUndefined();
	expect(topicsOf({ scopes: ['me:read', 'circles:write'] })).toEqual([]);
	expect(topicsOf({ scopes: ['circles:read'] })).toEqual(['circle']);
});

test('only what RFC 6750 calls a bearer token is one', () => {
	expect(bearerTokenIn('Bearer hearten_a-B.c_9==')).toBe('hearten_a-B.c_9==');
	expect(bearerTokenIn('bearer  x')).toBe('x');
	for (const header of [
		undefined,
		null,
		'',
		'Bearer',
		'Bearer ',
		'Basic eA==',
		'Bearer a b',
		'Bearer ä',
		'xBearer a',
	])
		expect(bearerTokenIn(header)).toBeUndefined();
});

test('a token that has ended leaves no trace', async ({ world }) => {
	const ana = await world.person('Ana');
	await world.as(ana, (tx) => makeToken(tx, aBot()));
	const forget = () => world.as(null, async (tx) => ({ done: await forgetEnded.run(tx, {}) }));
	const kept = () => world.db.selectFrom('token').select('id').execute();

	await forget();
	expect(await kept()).toHaveLength(1);
	world.now = after(world.now, days(91));
	await forget();
	expect(await kept()).toEqual([]);
});
