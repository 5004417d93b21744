/** Something that was said at once: it has a place. What was refused, or waits to be read, is none of these tests. */
export function said<Outcome extends object>(outcome: Outcome) {
	if (!('place' in outcome)) throw new Error(`Not said: ${JSON.stringify(outcome)}`);
	return outcome as Extract<Outcome, { place: number }>;
}
