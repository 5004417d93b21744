import type { PersonId } from '#platform/ids.ts';
import { carryingNow, rosterOf, type Roster } from '#features/matching/roster.ts';
import type { Supporter } from '#features/matching/supporter.ts';
import type { Draw } from '../matching/draw.ts';
import type { Agenda } from './agenda.ts';
import { behaviour, isAwake } from './behaviour.ts';
import type { Person } from './population.ts';

/** The supporters of an organisation: what they carry, when they sleep, and when they need a rest. */
export class Team {
	readonly people: ReadonlyMap<PersonId, Person<Supporter>>;
	/** Hours of pairings carried by each, for the balance between them. */
	readonly carried = new Map<PersonId, number>();
	/** Pairings ever begun by each. */
	readonly begun = new Map<PersonId, number>();
	private roster: Roster;
	private readonly resting = new Set<PersonId>();
	private readonly changed = new Set<PersonId>();

	constructor(supporters: readonly Person<Supporter>[]) {
		this.people = new Map(supporters.map((person) => [person.told.id, person]));
		this.roster = rosterOf(supporters.map(({ told }) => told));
	}

	/** All as they are at this moment. */
	rosterNow(): Roster {
		if (this.changed.size > 0) {
			this.roster = carryingNow(
				this.roster,
				[...this.changed].map((id) => this.people.get(id)!.told),
			);
			this.changed.clear();
		}
		return this.roster;
	}

	/** Takes up a place of somebody, or gives one back. */
	carry(id: PersonId, more: 1 | -1): void {
		const { told } = this.people.get(id)!;
		const pairings = told.pairings + more;
		this.change(id, { pairings, room: told.cap - pairings });
	}

	/** Notes a pairing that begins, and how many hours of it are counted. */
	begin(id: PersonId, hours: number): void {
		this.begun.set(id, (this.begun.get(id) ?? 0) + 1);
		this.carried.set(id, (this.carried.get(id) ?? 0) + hours);
	}

	/** Nobody is asked while they sleep or rest. */
	openAt(hour: number): void {
		for (const [id, { told, zone }] of this.people) {
			const open = !this.resting.has(id) && isAwake(hour, zone);
			if (open !== told.open) this.change(id, { open });
		}
	}

	/** On each day, those who carry much may need a rest. */
	drawRests(draw: Draw, days: number, agenda: Agenda): void {
		const { tiredAbove, tires, rest } = behaviour;
		for (let day = 1; day < days; day++)
			for (const id of this.people.keys()) {
				if (!draw.chance(tires)) continue;
				const back = day * 24 + draw.between(rest[0]!, rest[1]!);
				agenda.add(day * 24, () => {
					const { pairings, cap } = this.people.get(id)!.told;
					if (pairings <= tiredAbove * cap) return;
					this.resting.add(id);
					agenda.add(back, () => this.resting.delete(id));
				});
			}
	}

	private change(id: PersonId, now: Partial<Supporter>): void {
		const person = this.people.get(id)!;
		person.told = { ...person.told, ...now };
		this.changed.add(id);
	}
}
