import type { Listing } from '#features/directory/listing.ts';
import { languageName } from '#ui/languages.ts';
import type { Reading } from '#ui/reading.ts';
import type { Field } from '../difference.ts';

/** What a listing says in one field, in words, a line each; none where it says nothing. */
export function fieldTold(
	reader: Pick<Reading, 'locale' | 'say'>,
	listing: Listing,
	field: Exclude<Field, 'times'>,
): string[] {
	const { say, locale } = reader;
	switch (field) {
		case 'kind':
			return [say(`keeping.kind.${listing.kind}`)];
		case 'form':
			return [say(`keeping.form.${listing.form}`)];
		case 'structure':
			return listing.structure ? [say(`keeping.structure.${listing.structure}`)] : [];
		case 'ageBand':
			return [say(`keeping.age.${listing.ageBand}`)];
		case 'access':
			return listing.access.map((need) => say(`keeping.access.${need}`));
		case 'languages':
			return listing.languages.map((tag) => languageName(locale, tag));
		case 'days':
			return listing.days.map((day) => say(`directory.days.${day}`));
		case 'types':
			return listing.types.map((type) => say(`directory.type.${type}`));
		case 'position':
			return listing.position
				? [
						`${listing.position.latitude}, ${listing.position.longitude}`,
						say(`keeping.precision.${listing.position.coarse ? 'coarse' : 'exact'}`),
					]
				: [];
		default:
			return plain(reader, listing[field]);
	}
}

function plain({ say }: Pick<Reading, 'say'>, value: unknown): string[] {
	if (value === null || value === undefined || value === '') return [];
	if (typeof value === 'boolean') return [say('keeping.yes-or-no', { yes: value ? 'yes' : 'no' })];
	return Array.isArray(value) ? value.map(String) : String(value).split('\n');
}
