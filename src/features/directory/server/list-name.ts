import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { isAddress } from './read-list.ts';

export const LONGEST_NAME = 60;

/** Whether this can name a list: small letters, digits and dashes. */
export const canNameList = (name: string): boolean =>
	/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= LONGEST_NAME;

/** A name for a list that was given none; one too long to be a name ends in a digest of it all. */
export function nameOfList(source: string): string {
	const url = isAddress(source) ? URL.parse(source) : null;
	const words = url ? `${url.host}${url.pathname}${url.search}` : basename(source, extname(source));
	const name =
		words
			.normalize('NFKD')
			.replace(/\p{M}/gu, '')
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-+|-+$/g, '') || 'list';
	if (name.length <= LONGEST_NAME) return name;
	const digest = createHash('sha256').update(source).digest('hex').slice(0, 8);
	return `${name.slice(0, LONGEST_NAME - 9).replace(/-+$/, '')}-${digest}`;
}
