import { expect, test } from 'vitest';
import type { AgeBand } from './person.ts';
import { audiences, may, mayTell, type Standing } from './policy.ts';

const people = {
	'a visitor': { viewer: null },
	'a member': { viewer: { duties: [] } },
	'a host': { viewer: { duties: ['host'] } },
	'a steward': { viewer: { duties: ['steward'] } },
	'a coordinator': { viewer: { duties: ['coordinator'] } },
} satisfies Record<string, Standing>;

test('who may look after the organisation', () => {
	const table = Object.entries(people).map(([who, standing]) => ({
		who,
		...Object.fromEntries(
			Object.entries(may).map(([what, rule]) => [what, rule(standing as Standing).refused ?? 'yes']),
		),
	}));

	const no = 'not-a-coordinator';
	expect(table).toEqual([
		{ who: 'a visitor', changeOrganisation: no, giveDuty: no, takeDuty: no },
		{ who: 'a member', changeOrganisation: no, giveDuty: no, takeDuty: no },
		{ who: 'a host', changeOrganisation: no, giveDuty: no, takeDuty: no },
		{ who: 'a steward', changeOrganisation: no, giveDuty: no, takeDuty: no },
		{ who: 'a coordinator', changeOrganisation: 'yes', giveDuty: 'yes', takeDuty: 'yes' },
	]);
});

const adult: { ageBand: AgeBand } = { ageBand: 'adult' };
const lookers = {
	'a visitor': { viewer: null, sharesCircle: false },
	'somebody here': { viewer: adult, sharesCircle: false },
	'somebody in a circle of theirs': { viewer: adult, sharesCircle: true },
	'somebody of another age band': { viewer: { ageBand: '13-17' }, sharesCircle: true },
} as const;

test('who is told what an adult tells about themselves', () => {
	const table = Object.entries(lookers).map(([who, between]) => ({
		who,
		...Object.fromEntries(
			audiences.map((audience) => [
				audience,
				mayTell(audience, { ...between, teller: adult }).refused ?? 'yes',
			]),
		),
	}));

	const no = 'not-told';
	expect(table).toEqual([
		{ who: 'a visitor', nobody: no, circles: no, everyone: no },
		{ who: 'somebody here', nobody: no, circles: no, everyone: 'yes' },
		{ who: 'somebody in a circle of theirs', nobody: no, circles: 'yes', everyone: 'yes' },
		{ who: 'somebody of another age band', nobody: no, circles: no, everyone: no },
	]);
});
