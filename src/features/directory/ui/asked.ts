import { languageName } from '#ui/languages.ts';
import type { Reading } from '#ui/reading.ts';
import type { Filters } from '../forms.ts';

/** What a search asks for, in one line. */
export function askedTold({ locale, say }: Reading, filters: Filters): string {
	const { q, when, day, part, near, at, where, kind, topic, language, type, need, hours } = filters;
	const told = [
		...(q ? [`“${q}”`] : []),
		...(topic ? [topic.replaceAll('-', ' ')] : []),
		...(when ? [say(`directory.search.when.${when}`)] : []),
		...(day === undefined ? [] : [say(`directory.day.${day}`)]),
		...(part ? [say(`directory.part.${part}`)] : []),
		...(near ? [near] : at ? [say('directory.search.near.here')] : []),
		...(where
			? [where === 'phone' ? say('directory.search.where.phone') : say(`directory.where.${where}`)]
			: []),
		...(kind ? [say(`directory.kind.${kind}`)] : []),
		...(language ? [languageName(locale, language)] : []),
		...(type ? [say(`directory.type.${type}`)] : []),
		...hours.map((each) => say(`directory.hours.${each}`)),
		...need.map((each) => say(`directory.access.${each}`)),
		...(['free', 'newcomers', 'observers'] as const).flatMap((name) =>
			filters[name] ? [say(`directory.search.${name}`)] : [],
		),
	];
	return told.join(' · ') || say('directory.saved.everything');
}
