import { circles, people, rooms, type Handle } from '#cast';
import type { CircleId } from '#features/circles/circle.ts';
import { standingIn } from '#features/circles/server/standing.ts';
import type { RoomId } from '#features/rooms/room.ts';
import { standingIn as roomStandingIn } from '#features/rooms/server/standing.ts';
import type { Viewer } from '#features/people/person.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seedCast } from '../db/seed.ts';
import { test as base, type World } from './world.ts';

type CircleHandle = keyof typeof circles;
type RoomHandle = keyof typeof rooms;

/** The world with the whole cast in it. */
export class Neighbourhood {
	readonly world: World;
	readonly #people: Map<string, PersonId>;
	readonly #circles: Map<string, CircleId>;
	readonly #rooms: Map<string, RoomId>;

	constructor(
		world: World,
		people: Map<string, PersonId>,
		circles: Map<string, CircleId>,
		rooms: Map<string, RoomId>,
	) {
		this.world = world;
		this.#people = people;
		this.#circles = circles;
		this.#rooms = rooms;
	}

	idOf = (who: Handle): PersonId => this.#people.get(people[who].nickname)!;
	circle = (which: CircleHandle): CircleId => this.#circles.get(circles[which].details.name)!;

	room = (which: RoomHandle): RoomId => this.#rooms.get(rooms[which].details.name)!;

	/** Somebody as rules need them; nobody is a visitor. */
	viewer = async (who: Handle | null): Promise<Viewer | null> =>
		who && ((await viewerById(this.world.db, this.idOf(who))) ?? null);

	async standing(who: Handle | null, which: CircleHandle, more: { invited?: boolean } = {}) {
		const viewer = await this.viewer(who);
		return standingIn(this.world.db, this.circle(which), viewer, this.world.now, more);
	}

	async roomStanding(who: Handle | null, which: RoomHandle) {
		return roomStandingIn(this.world.db, this.room(which), await this.viewer(who), this.world.now);
	}

	as<Outcome extends object>(who: Handle, operation: (tx: Tx) => Promise<Outcome>) {
		return this.world.as(this.idOf(who), operation);
	}
}

export const test = base.extend<{ cast: Neighbourhood }>({
	cast: async ({ world }, use) => {
		await seedCast(world.spine, world.now);
		const named = await world.db.selectFrom('person').select(['nickname', 'id']).execute();
		const gathered = await world.db.selectFrom('circle').select(['name', 'id']).execute();
		const held = await world.db.selectFrom('room').select(['name', 'id']).execute();
		await use(
			new Neighbourhood(
				world,
				new Map(named.map(({ nickname, id }) => [nickname, id])),
				new Map(gathered.map(({ name, id }) => [name, id])),
				new Map(held.map(({ name, id }) => [name, id])),
			),
		);
	},
});
