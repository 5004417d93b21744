import type { PersonId } from '#platform/ids.ts';
import { obstaclesBetween } from '#features/matching/feasible.ts';
import type { Member } from '#features/matching/member.ts';
import { rarityAmong, type Rarity } from '#features/matching/rarity.ts';
import { score } from '#features/matching/score.ts';
import type { Supporter } from '#features/matching/supporter.ts';
import { randomFrom } from '#test/random.ts';
import { drawingFrom, type Draw } from '../matching/draw.ts';
import { Agenda } from './agenda.ts';
import { answersAt, behaviour, looksIn, placeHours, stays, whenAsked } from './behaviour.ts';
import { drawMember, drawSupporter, type Person, type Population } from './population.ts';
import { Team } from './team.ts';

/** One time that somebody asks, and what becomes of it. */
export interface Ask {
	number: number;
	person: Person<Member>;
	askedAt: number;
	/** How many they had before, and asked for somebody else. */
	before: number;
	state: 'waiting' | 'offered' | 'paired' | 'left';
	endedAt: number;
	score: number;
	draw: Draw;
}

/** A way to bring people together, to be compared with others. */
export interface Policy {
	name: string;
	/** Somebody asks, or has had a no. */
	asked?: (ask: Ask, here: Organisation) => void;
	hourly?: (here: Organisation) => void;
	/** A supporter looks in by themselves. */
	looksIn?: (supporter: Supporter, here: Organisation) => void;
}

export interface Run {
	seed: number;
	days: number;
	supporters: number;
	/** What is asked for, in place-hours, as a part of what all places could carry. */
	load: number;
	population: Population;
}

/** An organisation over some weeks, event by event. The same seed brings the same people at the same times to any policy. */
export class Organisation {
	now = 0;
	readonly asks: Ask[] = [];
	/** Whoever is waiting, in the order in which they asked. */
	readonly waiting = new Set<Ask>();
	readonly team: Team;
	readonly rarity: Rarity;
	violations = 0;
	private readonly looking: Draw;
	private readonly agenda = new Agenda();
	private readonly run: Run;
	private readonly policy: Policy;

	constructor(run: Run, policy: Policy) {
		this.run = run;
		this.policy = policy;
		const draw = drawingFrom(randomFrom(run.seed));
		this.looking = drawingFrom(randomFrom(run.seed + 1_000_000));
		const supporters = Array.from({ length: run.supporters }, (_, index) =>
			drawSupporter(draw, index, run.population),
		);
		this.team = new Team(supporters);
		const members = this.drawAsks(draw, supporters);
		this.rarity = rarityAmong(members);
		this.team.drawRests(draw, run.days, this.agenda);
	}

	/** Lets the weeks pass. */
	simulate(): this {
		const until = this.run.days * 24;
		for (let event = this.agenda.next(until); event; event = this.agenda.next(until)) {
			this.now = event.at;
			event.happen();
		}
		this.now = until;
		return this;
	}

	/** A member as they are at this moment. */
	memberNow = ({ person, askedAt }: Ask): Member => ({ ...person.told, hoursWaited: this.now - askedAt });

	/** Asks a supporter, who holds a place for it until they answer. */
	offer(ask: Ask, id: PersonId): void {
		this.checkRules(ask, id);
		ask.state = 'offered';
		this.waiting.delete(ask);
		this.team.carry(id, 1);
		const answers = answersAt(ask.draw, this.team.people.get(id)!, this.now);
		const lapses = this.now + behaviour.lapse;
		const accepts = ask.draw.chance(behaviour.accept);
		this.agenda.add(Math.min(answers, lapses), () => {
			if (accepts && answers < lapses) {
				this.begin(ask, id);
				return;
			}
			this.team.carry(id, -1);
			// Whoever said no, or nothing, is not asked again for this.
			this.avoid(ask, id);
			this.wait(ask);
		});
	}

	/** Pairs at once: the supporter is there and has chosen it. */
	pair(ask: Ask, id: PersonId): void {
		this.checkRules(ask, id);
		this.waiting.delete(ask);
		this.team.carry(id, 1);
		this.begin(ask, id);
	}

	private drawAsks(draw: Draw, supporters: readonly Person<Supporter>[]): Member[] {
		const { run } = this;
		const places = supporters.reduce((sum, { told }) => sum + told.cap, 0);
		const aWeek = (run.load * places * 168) / placeHours();
		const told = supporters.map((person) => person.told);
		const members: Member[] = [];
		for (let week = 0; week * 168 < run.days * 24; week++) {
			// The part of a count that is not whole is left to chance.
			const many = Math.floor(aWeek) + (draw.chance(aWeek % 1) ? 1 : 0);
			const first = members.length;
			for (let index = 0; index < many; index++) {
				const person = drawMember(draw, members.length, run.population, told);
				members.push(person.told);
				const at = week * 168 + whenAsked(draw, person.zone);
				this.agenda.add(at, () => this.ask(person, index + first, 0));
			}
		}
		for (let hour = 0; hour < run.days * 24; hour++) this.agenda.add(hour, () => this.hour());
		return members;
	}

	private hour(): void {
		this.team.openAt(this.now);
		this.policy.hourly?.(this);
		if (!this.policy.looksIn) return;
		for (const person of this.team.people.values())
			if (this.looking.chance(looksIn(person, this.now))) this.policy.looksIn(person.told, this);
	}

	private ask(person: Person<Member>, number: number, before: number): void {
		const draw = drawingFrom(randomFrom(this.run.seed * 1_000_003 + number * 31 + before));
		const ask: Ask = {
			number,
			person,
			askedAt: this.now,
			before,
			state: 'waiting',
			endedAt: Infinity,
			score: 0,
			draw,
		};
		this.asks.push(ask);
		this.agenda.add(this.now + behaviour.askToBend, () => this.bend(ask));
		const patience = behaviour.patience + draw.waiting(behaviour.patienceMore);
		this.agenda.add(this.now + patience, () => this.leave(ask));
		this.wait(ask);
	}

	private wait(ask: Ask): void {
		ask.state = 'waiting';
		this.waiting.add(ask);
		this.policy.asked?.(ask, this);
	}

	private bend(ask: Ask): void {
		if (ask.state !== 'waiting' || !ask.draw.chance(behaviour.bends)) return;
		const wishes = ask.person.told.wishes.map((wish) => ({ ...wish, strength: 'nice' as const }));
		ask.person = { ...ask.person, told: { ...ask.person.told, wishes } };
		this.policy.asked?.(ask, this);
	}

	private leave(ask: Ask): void {
		if (ask.state !== 'waiting') return;
		ask.state = 'left';
		ask.endedAt = this.now;
		this.waiting.delete(ask);
	}

	private begin(ask: Ask, id: PersonId): void {
		ask.state = 'paired';
		ask.endedAt = this.now;
		ask.score = score(ask.person.told, this.team.people.get(id)!.told, this.rarity);
		const again = ask.draw.chance(behaviour.again * (1 - ask.score));
		const lasts = again ? ask.draw.between(behaviour.early[0]!, behaviour.early[1]!) : stays(ask.draw);
		const ends = this.now + lasts;
		this.team.begin(id, Math.min(ends, this.run.days * 24) - this.now);
		this.agenda.add(ends, () => {
			this.team.carry(id, -1);
			if (!again) return;
			this.avoid(ask, id);
			this.ask(ask.person, ask.number, ask.before + 1);
		});
	}

	private avoid(ask: Ask, id: PersonId): void {
		const { told } = ask.person;
		ask.person = { ...ask.person, told: { ...told, avoids: [...told.avoids, id] } };
	}

	private checkRules({ person }: Ask, id: PersonId): void {
		if (obstaclesBetween(person.told, this.team.people.get(id)!.told).length > 0) this.violations++;
	}
}
