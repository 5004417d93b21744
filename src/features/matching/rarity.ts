/** How much it says that two people share an experience: more, the fewer have it. */
export type Rarity = (code: string) => number;

/**
 * The inverse document frequency of each experience, ln(1 + n / (1 + with it)), smoothed so that one nobody has is finite
 * and one everybody has still counts (Spärck Jones 1972; Salton and Buckley 1988).
 */
export function rarityAmong(people: readonly { lived: readonly string[] }[]): Rarity {
	const having = new Map<string, number>();
	for (const { lived } of people)
		for (const code of new Set(lived)) having.set(code, (having.get(code) ?? 0) + 1);
	const rarities = new Map([...having].map(([code, count]) => [code, rarity(people.length, count)]));
	const unheard = rarity(people.length, 0);
	return (code) => rarities.get(code) ?? unheard;
}

const rarity = (all: number, having: number) => Math.log(1 + all / (1 + having));
