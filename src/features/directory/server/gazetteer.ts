import { sql } from 'kysely';
import type { Reader } from '#platform/db.ts';
import type { Filters } from '../forms.ts';
import { wordsIn } from '../words.ts';
import type { Near } from './fitting.ts';

/**
 * Where “near …” is: where the reader is, a populated place, or the middle of the listings that have this postcode or name
 * this region. Undefined when nothing near was asked for.
 */
export async function placeNear(
	db: Reader,
	{ near, at, km }: Pick<Filters, 'near' | 'at' | 'km'>,
	locale: string,
): Promise<Near | 'unknown' | undefined> {
	if (at) return { latitude: at[0], longitude: at[1], km, named: [] };
	const named = wordsIn(near);
	if (named.length === 0) return undefined;
	const point =
		(await byPostcode(db, named)) ?? (await byName(db, near, locale)) ?? (await byRegion(db, named));
	return point ? { ...point, km, named } : 'unknown';
}

interface Point {
	latitude: number;
	longitude: number;
}

/** The middle of the listings there. A postcode may be typed without its end or its space. */
async function byPostcode(db: Reader, named: readonly string[]): Promise<Point | undefined> {
	const code = named.join('');
	if (!/\d/.test(code) || code.length < 3) return undefined;
	const { rows } = await sql<{ latitude: number | null; longitude: number | null }>`
		select avg(latitude) as latitude, avg(longitude) as longitude
		from listing
		where lower(regexp_replace(postcode, '[^A-Za-z0-9]', '', 'g')) like ${code} || '%' and latitude is not null`.execute(
		db,
	);
	return pointIn(rows[0]);
}

interface Place extends Point {
	name: string;
	folded: string;
	country: string;
	division: string;
	inhabitants: number;
}

/** “Leeds”, “Portland, OR”, “Santiago, CL”: the one with most people where several are called so and nothing more is said. */
async function byName(db: Reader, near: string, locale: string): Promise<Point | undefined> {
	const [name = '', ...rest] = near.split(',').map((part) => wordsIn(part).join(' '));
	const { rows } = await sql<Place>`
		select name, folded, country, division, inhabitants, latitude, longitude
		from populated_place
		where folded = ${name} or folded like ${name} || ' %'
		order by folded = ${name} desc, inhabitants desc
		limit 50`.execute(db);
	const exact = rows.filter((row) => row.folded === name);
	const among = exact.length > 0 ? exact : rows;
	return among.find((row) => rest.every((part) => saysWhere(row, part, locale))) ?? among[0];
}

const saysWhere = ({ country, division }: Place, part: string, locale: string) =>
	part === country.toLowerCase() ||
	part === division.toLowerCase() ||
	wordsIn(new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? '').join(' ') === part;

/** The middle of the listings that name it. */
async function byRegion(db: Reader, named: readonly string[]): Promise<Point | undefined> {
	const { rows } = await sql<{ latitude: number | null; longitude: number | null }>`
		select avg(finding.place[1]) as latitude, avg(finding.place[0]) as longitude
		from (
			select place from finding
			where terms @@ ${named.map((word) => `'${word}':C`).join(' & ')}::tsquery and place is not null
			limit 200
		) finding`.execute(db);
	return pointIn(rows[0]);
}

const pointIn = (
	row: { latitude: number | null; longitude: number | null } | undefined,
): Point | undefined =>
	row?.latitude == null || row.longitude == null
		? undefined
		: { latitude: row.latitude, longitude: row.longitude };
