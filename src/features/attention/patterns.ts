/**
 * From what on something that many small things make is looked at, or slowed. These are the values that Hearten comes with;
 * coordinators set others. All are counts; what each is in stands in its name.
 */
export const startValues = {
	/** A newcomer: somebody who came at most so many days ago … */
	newDays: 14,
	/** … or has said something in fewer talks than this. A talk is a day in one conversation. */
	newTalks: 5,
	/** With so many people a newcomer may begin to talk alone in a day. */
	newContactsADay: 3,
	/** More new people than this in a day, for anybody, … */
	contactsADay: 10,
	/** … of whom fewer than so many in a hundred answer, are looked at. */
	answersInAHundred: 20,
	/** So many messages that draw somebody away … */
	signals: 2,
	/** … within so many messages of one person in one conversation are looked at. */
	signalsWithin: 20,
	/** More people than this, come within ten minutes, … */
	raidJoins: 5,
	/** … and more reports than this, within five, slow a place down. */
	raidFlags: 3,
	/** How long somebody waits between two messages in a place that was slowed down, in seconds. */
	slowSeconds: 30,
	/** More supporters than this at once are gently made one. */
	supportersAtOnce: 3,
} as const satisfies Record<string, number>;

export type PatternName = keyof typeof startValues;
export type Patterns = Readonly<Record<PatternName, number>>;

export const patternNames = Object.keys(startValues) as PatternName[];

/** As an organisation has set them: its own where it has, and else as they come. */
export const patternsFrom = (own: ReadonlyMap<string, number>): Patterns =>
	Object.fromEntries(
		patternNames.map((name) => [name, own.get(name) ?? startValues[name]]),
	) as unknown as Patterns;
