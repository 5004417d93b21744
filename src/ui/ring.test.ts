import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut, type RingSeat } from './ring.ts';

const place: fc.Arbitrary<RingSeat> = fc.record({ kind: fc.constantFrom('taken', 'free', 'observer') });

test('however many sit, no seat touches its neighbour', () => {
	fc.assert(
		fc.property(
			fc.array(place, { maxLength: 80 }),
			fc.constantFrom('gathering', 'closed'),
			(places, state) => {
				const { seats } = layOut(places, state);
				for (const [at, seat] of seats.entries()) {
					const next = seats[(at + 1) % seats.length] ?? seat;
					if (next !== seat)
						expect(Math.hypot(seat.x - next.x, seat.y - next.y)).toBeGreaterThan(seat.radius * 2);
				}
			},
		),
	);
});

test('a ring too large to draw whole still shows one’s own seat, and who holds the talking piece', () => {
	const seats: RingSeat[] = Array.from({ length: 500 }, () => ({ kind: 'taken', hue: 1 }));
	seats[251] = { kind: 'mine', hue: 2 };
	seats[333] = { kind: 'taken', hue: 3, lamp: true };

	const drawn = layOut(seats, 'gathering').seats;

	expect(drawn.length).toBeLessThan(40);
	expect(drawn.some(({ kind }) => kind === 'mine')).toBe(true);
	expect(drawn.some(({ lamp }) => lamp)).toBe(true);
});

test('an observer sits behind the seats', () => {
	const { seats, observers } = layOut([{ kind: 'taken', hue: 0 }, { kind: 'observer' }], 'gathering');
	const [seat, observer] = [seats[0], observers[0]];
	expect(Math.hypot(observer?.x ?? 0, observer?.y ?? 0)).toBeGreaterThan(
		Math.hypot(seat?.x ?? 0, seat?.y ?? 0),
	);
});

test('a circle without a single seat is an empty table', () => {
	expect(layOut([], 'gathering')).toEqual({ seats: [], observers: [] });
});
