/** What is asked for, and how its asker is told. */
interface Waiting<Item, Outcome> {
	item: Item;
	tell: (outcome: Outcome) => void;
	fail: (error: unknown) => void;
}

export interface Together<Item> {
	/** How many are taken together at most. */
	atMost: number;
	/** Two of the same are not taken together: the second waits for the next time. */
	apart: (item: Item) => string;
}

/**
 * Takes together whatever is asked for under one key while one answer is on its way; different keys do not wait for each
 * other. One alone waits for nobody. When taking several fails, each is tried by itself, so that none suffers for another.
 */
export function together<Item, Outcome>(
	take: (items: readonly Item[]) => Promise<readonly Outcome[]>,
	{ atMost, apart }: Together<Item>,
) {
	const lines = new Map<string, Waiting<Item, Outcome>[]>();

	return (key: string, item: Item): Promise<Outcome> =>
		new Promise((tell, fail) => {
			const waiting = { item, tell, fail };
			const line = lines.get(key);
			if (line) return void line.push(waiting);
			lines.set(key, [waiting]);
			void work(key);
		});

	async function work(key: string) {
		for (;;) {
			const line = lines.get(key)!;
			const group = nextOf(line);
			await takeAll(group);
			if (line.length === 0) return void lines.delete(key);
		}
	}

	/** Those at the head of the line who can go together, in the order they came: nobody overtakes anybody. */
	function nextOf(line: Waiting<Item, Outcome>[]): Waiting<Item, Outcome>[] {
		const known = new Set<string>();
		let size = 0;
		for (const { item } of line.slice(0, atMost)) {
			if (known.has(apart(item))) break;
			known.add(apart(item));
			size++;
		}
		return line.splice(0, size);
	}

	async function takeAll(group: readonly Waiting<Item, Outcome>[]) {
		try {
			const outcomes = await take(group.map(({ item }) => item));
			group.forEach(({ tell }, n) => tell(outcomes[n]!));
		} catch (error) {
			if (group.length === 1) return group[0]!.fail(error);
			for (const alone of group) await takeAll([alone]);
		}
	}
}
