/**
 * Lets so many do something at the same time. The others stand in line and are let in as they came, so that a crowd
 * does not keep everybody else from the database.
 */
export function fewAtOnce(most: number) {
	let free = most;
	const line: (() => void)[] = [];

	return async function inLine<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
		if (free > 0) free--;
		else await new Promise<void>((next) => line.push(next));
		try {
			return await work();
		} finally {
			const next = line.shift();
			if (next) next();
			else free++;
		}
	};
}
