import { expect, test } from 'vitest';
import { after, days } from '#platform/time.ts';
import { freshnessOf } from './freshness.ts';

const now = new Date('2026-11-22T18:00:00Z');
const ago = (count: number) => after(now, -days(count));
const nobody = { ours: false, confirmedAt: null, confirmedAs: null, listedAt: null };

test('what the people who run it said lately is fresh, and after 90 days it is not', () => {
	const said = (at: Date) => freshnessOf({ ...nobody, confirmedAt: at, confirmedAs: 'group' }, now);

	expect(said(ago(89))).toEqual({ is: 'fresh', by: 'group', at: ago(89) });
	expect(said(ago(90))).toEqual({ is: 'stale', by: 'group', at: ago(90) });
});

test('the latest word counts: that of a list that was brought in, or of a person', () => {
	const both = { ...nobody, confirmedAt: ago(50), confirmedAs: 'keeper' as const };

	expect(freshnessOf({ ...both, listedAt: ago(3) }, now)).toEqual({ is: 'fresh', by: 'list', at: ago(3) });
	expect(freshnessOf({ ...both, listedAt: ago(80) }, now)).toMatchObject({ by: 'keeper' });
});

test('what nobody ever confirmed says so, and our own places answer for themselves', () => {
	expect(freshnessOf(nobody, now)).toEqual({ is: 'stale', by: null, at: null });
	expect(freshnessOf({ ...nobody, ours: true }, now)).toEqual({ is: 'our-own' });
});
