import { refuse, type Refused } from '#platform/ruling.ts';

/** What JSON can hold, as it is called when something else was expected. */
export type Kind = 'text' | 'number' | 'yes-or-no' | 'list' | 'object' | 'nothing';

/**
 * A row that is not what the format says a row is. One wrong word is refused with its row; a wrong kind of thing means
 * that this is some other format, and the whole list is refused rather than half of it misread.
 */
export interface WrongKind extends Refused<'wrong-kind'> {
	row: number;
	/** Undefined: the row itself. */
	field: string | undefined;
	found: Kind;
}

export const wrongKind = (row: number, field: string | undefined, value: unknown): WrongKind => ({
	...refuse('wrong-kind'),
	row,
	field,
	found: kindOf(value),
});

/** The fields of one row, and the first of them that held a wrong kind of thing. Nothing and `null` are the same. */
export class Fields {
	readonly #row: Readonly<Record<string, unknown>>;
	mistaken: { field: string; value: unknown } | undefined;

	constructor(row: Readonly<Record<string, unknown>>) {
		this.#row = row;
	}

	text(field: string): string | null {
		return this.#take(field, (value) => typeof value === 'string') ?? null;
	}

	/** Something that is written but may look like a number: a slug, a postal code. */
	code(field: string): string | null {
		const value = this.#take(field, (found) => typeof found === 'string' || typeof found === 'number');
		return value === undefined ? null : String(value);
	}

	/** A number, or the text of one. Null where it is neither said nor one. */
	number(field: string): number | null {
		const told = this.code(field)?.trim();
		return told && Number.isFinite(Number(told)) ? Number(told) : null;
	}

	yes(field: string): boolean {
		const value = this.#take(field, (found) => typeof found === 'string' || typeof found === 'boolean');
		return value === true || (typeof value === 'string' && /^(?:yes|true)$/i.test(value.trim()));
	}

	/** A list of texts, or the older dialect's one text with commas. */
	list(field: string): readonly string[] {
		const value = this.#take(
			field,
			(found): found is string | string[] =>
				typeof found === 'string' ||
				(Array.isArray(found) && found.every((item) => typeof item === 'string')),
		);
		return typeof value === 'string' ? value.split(',') : (value ?? []);
	}

	/** One or several, each written or counted; an empty text is none. */
	several(field: string): readonly (string | number)[] {
		const isOne = (found: unknown) => typeof found === 'string' || typeof found === 'number';
		const value = this.#take(
			field,
			(found): found is string | number | (string | number)[] =>
				isOne(found) || (Array.isArray(found) && found.every(isOne)),
		);
		const told = Array.isArray(value) ? value : value === undefined ? [] : [value];
		return told.filter((one) => typeof one !== 'string' || one.trim() !== '');
	}

	#take<Taken>(field: string, fits: (value: unknown) => value is Taken): Taken | undefined {
		const value = Object.hasOwn(this.#row, field) ? this.#row[field] : undefined;
		if (value === undefined || value === null) return undefined;
		if (fits(value)) return value;
		this.mistaken ??= { field, value };
		return undefined;
	}
}

export function kindOf(value: unknown): Kind {
	if (value === null || value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'list';
	switch (typeof value) {
		case 'string':
			return 'text';
		case 'number':
			return 'number';
		case 'boolean':
			return 'yes-or-no';
		default:
			return 'object';
	}
}
