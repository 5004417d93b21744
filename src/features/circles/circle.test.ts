import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import {
	decideJoin,
	decideLeave,
	decideOffers,
	freeSeats,
	type Asking,
	type Circle,
	type CircleId,
	type Gathering,
	type Seat,
	type Wait,
} from './circle.ts';

const [ana, ben, cy, dee] = ['ana', 'ben', 'cy', 'dee'] as PersonId[] as [
	PersonId,
	PersonId,
	PersonId,
	PersonId,
];
const evening: Circle = {
	id: 'evening' as CircleId,
	capacity: 2,
	state: 'gathering',
	joining: 'open',
	observersWelcome: true,
	ageBand: 'adult',
	agreementsVersion: 1,
	pieceOut: false,
};
const seated = (personId: PersonId, role: Seat['role'] = 'member'): Seat => ({
	personId,
	role,
	quietUntil: null,
	resting: false,
});
const waits = (personId: PersonId): Wait => ({ personId, state: 'waiting' });
const asks = (personId: PersonId, more: Partial<Asking> = {}): Asking => ({
	personId,
	ageBand: 'adult',
	invited: false,
	answered: true,
	...more,
});
const full: Gathering = { circle: evening, seats: [seated(ana, 'host'), seated(ben)], line: [] };

describe('asking for a seat', () => {
	test('a free seat is taken', () => {
		expect(decideJoin({ ...full, seats: [seated(ana)] }, asks(ben))).toEqual({ seat: 'taken' });
	});

	test('a full circle is a wait, not a refusal', () => {
		expect(decideJoin(full, asks(cy))).toEqual({ seat: 'waiting', place: 1 });
	});

	test('a newcomer does not jump the line when a seat comes free', () => {
		const freed = { ...full, seats: [seated(ana)], line: [waits(ben)] };
		expect(decideJoin(freed, asks(cy))).toEqual({ seat: 'waiting', place: 2 });
	});

	test('a seat that is being offered to somebody is not free for anybody else', () => {
		const offered: Wait = { personId: ben, state: 'offered', until: new Date(0) };
		const gathering = { ...full, seats: [seated(ana)], line: [offered] };
		expect(decideJoin(gathering, asks(cy))).toEqual({ seat: 'waiting', place: 1 });
		expect(decideJoin(gathering, asks(ben))).toEqual({ seat: 'taken' });
	});

	test('by request, a host is asked first, and an invitation is a host’s answer given in advance', () => {
		const byRequest = {
			...full,
			circle: { ...evening, joining: 'by-request' as const },
			seats: [seated(ana)],
		};
		expect(decideJoin(byRequest, asks(cy))).toEqual({ seat: 'asked' });
		expect(decideJoin(byRequest, asks(cy, { invited: true }))).toEqual({ seat: 'taken' });
		expect(decideJoin(byRequest, asks(cy, { answered: false }))).toEqual({ refused: 'nobody-to-answer' });
	});

	test.each([
		['who sits there already', full, asks(ana), 'already-seated'],
		['of another age band', full, asks(cy, { ageBand: '13-17' }), 'other-age-band'],
		['when it has closed', { ...full, circle: { ...evening, state: 'closed' } }, asks(cy), 'circle-closed'],
		[
			'without the invitation it needs',
			{ ...full, circle: { ...evening, joining: 'by-invitation' } },
			asks(cy),
			'invitation-needed',
		],
	] as [string, Gathering, Asking, string][])(
		'somebody %s is told why not',
		(_who, gathering, me, reason) => {
			expect(decideJoin(gathering, me)).toEqual({ refused: reason });
		},
	);
});

describe('in any circle whatever', () => {
	const person = fc.integer({ min: 0, max: 30 }).map((n) => `p${n}` as PersonId);
	const gathering = fc
		.record({
			capacity: fc.integer({ min: 2, max: 12 }),
			people: fc.uniqueArray(person, { maxLength: 25 }),
			states: fc.array(fc.constantFrom('asked', 'waiting', 'offered'), { minLength: 25, maxLength: 25 }),
			joining: fc.constantFrom('open', 'by-request', 'by-invitation'),
		})
		.map(({ capacity, people, states, joining }): Gathering => {
			const seats = people.slice(0, capacity).map((id) => seated(id));
			const room = capacity - seats.length;
			let offers = 0;
			const line = people.slice(capacity).map((personId, index): Wait => {
				const state = states[index]!;
				if (state === 'offered' && offers++ < room) return { personId, state, until: new Date(0) };
				return { personId, state: state === 'asked' ? 'asked' : 'waiting' };
			});
			return { circle: { ...evening, capacity, joining: joining as Circle['joining'] }, seats, line };
		});

	test('nobody sits down where no seat is free or offered to them, and there are never more people than seats', () => {
		fc.assert(
			fc.property(gathering, person, fc.boolean(), (here, who, invited) => {
				const decision = decideJoin(here, asks(who, { invited }));
				if ('refused' in decision || decision.seat !== 'taken') return;
				const offeredToMe = here.line.some((wait) => wait.personId === who && wait.state === 'offered');
				expect(offeredToMe || freeSeats(here) > 0).toBe(true);
				expect(here.seats.length).toBeLessThan(here.circle.capacity);
			}),
		);
	});

	test('seats are offered in the order of the line, and never more than are free', () => {
		fc.assert(
			fc.property(gathering, (here) => {
				const offers = decideOffers(here);
				const waiting = here.line.filter((wait) => wait.state === 'waiting').map((wait) => wait.personId);
				expect(offers).toEqual(waiting.slice(0, freeSeats(here)));
			}),
		);
	});
});

describe('leaving', () => {
	test('a member leaves without explaining', () => {
		expect(decideLeave(full, ben)).toEqual({ left: true });
	});

	test('the only host first asks somebody else to host', () => {
		expect(decideLeave(full, ana)).toEqual({ refused: 'last-host' });
	});

	test('the last person in a circle can always go', () => {
		expect(decideLeave({ ...full, seats: [seated(dee, 'host')] }, dee)).toEqual({ left: true });
	});
});
