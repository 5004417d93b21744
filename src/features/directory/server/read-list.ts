import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fetchFeed, type CannotFetch, type Unchanged, type Version } from '#platform/outside/fetch-feed.ts';
import { isPublicAddress } from '#platform/outside/public-address.ts';
import { readBounded, type TooLarge } from '#platform/outside/read-bounded.ts';
import { refuse, type Refused } from '#platform/ruling.ts';

/** The largest list that is read: some forty times the largest one known. */
const LARGEST_LIST = 100_000_000;
const PATIENCE = 120_000;

/** Why nothing could be read. `about` is what it stumbled over. */
export type Unreadable =
	| CannotFetch
	| TooLarge
	| (Refused<'no-such-file' | 'not-a-file' | 'unreadable-file' | 'not-text'> & { about: string })
	/** `feed` is the list this page announces, if it does. */
	| (Refused<'web-page'> & { about: string; feed: string | undefined });

/** A list as it came, and what its server said of this version. */
export interface Text extends Version {
	text: string;
}

interface ReadOptions {
	allowPrivate: boolean;
	/** The version that is here already: an address that has no newer one answers `unchanged`. */
	version?: Version;
	progress?: (bytes: number) => void;
}

export const isAddress = (source: string) => /^[a-z][a-z0-9+.-]*:\/\//i.test(source);

/** Reads the text of a list from a file or an address. */
export async function readList(source: string, options: ReadOptions): Promise<Text | Unchanged | Unreadable> {
	if (!isAddress(source)) {
		const body = await readFile(source, options);
		return 'refused' in body ? body : inText(body, source);
	}
	const feed = await fetchList(source, options);
	if ('refused' in feed || 'unchanged' in feed) return feed;
	const read = inText(feed.body, source);
	return 'refused' in read ? read : { ...read, ...feed.version };
}

/** The text in what somebody handed over or a server sent. */
export function inText(body: Buffer, source: string): Text | Unreadable {
	const text = textOf(body);
	if (text === undefined) return { ...refuse('not-text'), about: source };
	if (/^\s*</.test(text)) return { ...refuse('web-page'), about: source, feed: announcedIn(text, source) };
	return { text };
}

const fetchList = (address: string, { allowPrivate, version, progress }: ReadOptions) =>
	fetchFeed(address, {
		allows: allowPrivate ? () => true : isPublicAddress,
		atMost: LARGEST_LIST,
		within: PATIENCE,
		...(version && { version }),
		...(progress && { progress }),
	});

async function readFile(path: string, { progress }: ReadOptions): Promise<Buffer | Unreadable> {
	try {
		const file = await stat(path);
		if (file.isDirectory()) return { ...refuse('not-a-file'), about: path };
		if (file.size > LARGEST_LIST) return { ...refuse('too-large'), atMost: LARGEST_LIST };
		return await readBounded(createReadStream(path), { atMost: LARGEST_LIST, progress });
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		return code === 'ENOENT'
			? { ...refuse('no-such-file'), about: path }
			: { ...refuse('unreadable-file'), about: code };
	}
}

function textOf(body: Buffer): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(body);
	} catch {
		return undefined;
	}
}

/** A page announces its list by `<link rel="alternate" type="application/json" title="Meetings Feed" href="…">`. */
function announcedIn(page: string, source: string): string | undefined {
	const links = page.slice(0, 200_000).match(/<link\b[^<>]*>/gi) ?? [];
	const announced = links.find(
		(link) => /\btype=["']?application\/json\b/i.test(link) && /Meetings Feed/i.test(link),
	);
	const href = /\bhref=["']([^"']+)["']/i.exec(announced ?? '')?.[1]?.replaceAll('&amp;', '&');
	return href && URL.parse(href, isAddress(source) ? source : undefined)?.href;
}
