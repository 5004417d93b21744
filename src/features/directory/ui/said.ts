import type { Reading } from '#ui/reading.ts';
import type { Said } from '../comparing.ts';
import type { Listing } from '../listing.ts';
import { lengthTold } from './when.ts';

/** What a listing says of one thing, for somebody who compares. */
export function saidTold(reader: Reading, listing: Listing, field: Said): string {
	const { say, locale } = reader;
	const value = listing[field];
	if (value === null || (Array.isArray(value) && value.length === 0)) return say('directory.said.nothing');
	if (field === 'days') return listing.days.map((day) => say(`directory.day.${day}`)).join(', ');
	if (field === 'minutes') return lengthTold(locale, listing.minutes ?? 0);
	if (field === 'types') return listing.types.map((type) => say(`directory.type.${type}`)).join(', ');
	if (field === 'position' && listing.position)
		return `${listing.position.latitude}, ${listing.position.longitude}`;
	if (typeof value === 'boolean') return say(value ? 'directory.said.yes' : 'directory.said.no');
	if (value instanceof Date)
		return new Intl.DateTimeFormat(locale, {
			dateStyle: 'medium',
			timeStyle: 'short',
			timeZone: 'UTC',
		}).format(value);
	return Array.isArray(value) ? value.join(', ') : String(value);
}
