/** What happens next: events by their hour, and of the same hour in the order in which they were put down. */
export class Agenda {
	private readonly events: { at: number; order: number; happen: () => void }[] = [];
	private order = 0;

	/** Puts down what happens at an hour, counted from the beginning. */
	add(at: number, happen: () => void): void {
		const events = this.events;
		const event = { at, order: this.order++, happen };
		let place = events.length;
		while (place > 0) {
			const above = (place - 1) >> 1;
			if (!isBefore(event, events[above]!)) break;
			events[place] = events[above]!;
			place = above;
		}
		events[place] = event;
	}

	/** Takes the next one off; nothing, when there is none before this hour. */
	next(until: number): { at: number; happen: () => void } | undefined {
		const events = this.events;
		const first = events[0];
		if (!first || first.at >= until) return undefined;
		const last = events.pop()!;
		if (events.length === 0) return first;
		let place = 0;
		for (let below = 1; below < events.length; below = 2 * place + 1) {
			if (below + 1 < events.length && isBefore(events[below + 1]!, events[below]!)) below++;
			if (!isBefore(events[below]!, last)) break;
			events[place] = events[below]!;
			place = below;
		}
		events[place] = last;
		return first;
	}
}

const isBefore = (one: { at: number; order: number }, other: { at: number; order: number }) =>
	one.at < other.at || (one.at === other.at && one.order < other.order);
