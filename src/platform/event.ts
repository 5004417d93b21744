/** Something that happened: past tense, ids only, never words that people wrote. */
export interface Event {
	name: string;
	/** What it happened to, as a topic: `circle:0198…`. Whoever watches that topic is nudged. */
	subject: string;
	data: Readonly<Record<string, string | number | null>>;
	/** True when it may change who can come in: those who watch are then asked for again. */
	changesAdmission: boolean;
}

/** A kind of fact. Calling it makes one. */
export interface Fact<Data extends Event['data']> {
	(data: Data): Event;
	factName: string;
}

export function fact<Data extends Event['data']>(
	name: string,
	subject: (data: Data) => string,
	{ changesAdmission = false } = {},
): Fact<Data> {
	const make = (data: Data): Event => ({ name, subject: subject(data), data, changesAdmission });
	return Object.assign(make, { factName: name });
}
