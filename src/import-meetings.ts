import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { reactions } from '#composition';
import {
	importMeetings,
	isAddress,
	readList,
	tellImported,
	tellRefused,
} from '#features/directory/server/index.ts';
import { ConfigProblem, readConfig, type Config } from '#platform/config.ts';
import { connect, openConnections, transact, type Spine, type Whereabouts } from '#platform/db.ts';
import { readMasterKeys } from '#platform/master-key.ts';
import { migrate, MigrationProblem, migrationsIn } from '#platform/migrate.ts';
import { CannotStart } from '#platform/postgres/cannot-start.ts';
import { borrowEmbedded, type Borrowed } from '#platform/postgres/running.ts';
import { isZone, rightNow } from '#platform/time.ts';
import { Vault } from '#platform/vault.ts';

const USAGE = `script/import-meetings [--as NAME] [--zone ZONE] FILE-OR-ADDRESS

Lists the meetings of a Meeting Guide JSON feed in the directory. Bringing in the same list again brings it up to date.

  --as NAME    what to call the list: small letters, digits and dashes. The same name replaces the same list.
               Without it, the name is made from that of the file, or from the address.
  --zone ZONE  the time zone of meetings that name none, such as America/Detroit. It is remembered with the list.
`;

/** What the command answers the shell with. */
const EXIT = { done: 0, notBroughtIn: 1, askedWrongly: 2 } as const;

/** What was asked for on the command line. */
export interface Wanted {
	source: string;
	slug: string;
	zone: string | undefined;
}

/** Somewhere to say things: answers, and how far it is. */
export interface Voice {
	say(words: string): void;
	progress(words: string): void;
}

/** Reads the arguments; a string is what is wrong with them. File names are taken from `folder`. */
export function wantedBy(args: readonly string[], folder: string): Wanted | string {
	const options = { as: { type: 'string' }, zone: { type: 'string' } } as const;
	let read;
	try {
		read = parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
	const { values, positionals } = read;
	const [named, ...more] = positionals;
	if (!named || more.length > 0) return 'One file or address is needed.';

	if (values.zone !== undefined && !(values.zone.includes('/') && isZone(values.zone)))
		return `There is no time zone “${values.zone}”. They are called after places: America/Detroit.`;
	const slug = values.as ?? nameOf(named);
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > LONGEST_NAME)
		return `“${slug}” cannot name a list: up to ${LONGEST_NAME} small letters, digits and dashes can (--as).`;
	return { source: isAddress(named) ? named : resolve(folder, named), slug, zone: values.zone };
}

/** Brings in one list, and says what came of it. Answers with the exit status. */
export async function bringIn(
	spine: Spine,
	{ source, slug, zone }: Wanted,
	{ allowPrivate, voice, now }: { allowPrivate: boolean; voice: Voice; now: Date },
): Promise<number> {
	const read = await readList(source, {
		allowPrivate,
		progress: (bytes) => voice.progress(`Reading: ${(bytes / 1e6).toFixed(1)} MB`),
	});
	if ('refused' in read) return refused(tellRefused(read));

	const imported = await transact(spine, { actor: null, now }, (tx) =>
		importMeetings(tx, { slug, source, zone, content: read.content }, (done, of) =>
			voice.progress(`Bringing in: ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`),
		),
	);
	if ('refused' in imported) return refused(tellRefused(imported));
	voice.say(`The list “${slug}”:\n${tellImported(imported)}`);
	return EXIT.done;

	function refused(why: string) {
		voice.say(`The list “${slug}” was not brought in.\n${why}\nThe directory is as it was.`);
		return EXIT.notBroughtIn;
	}
}

const LONGEST_NAME = 60;

/** A name for a list that was given none; one too long to be a name ends in a digest of it all. */
function nameOf(source: string): string {
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

async function main(): Promise<number> {
	const args = process.argv.slice(2);
	if (args.includes('--help') || args.includes('-h')) {
		terminal.say(USAGE);
		return EXIT.done;
	}
	const wanted = wantedBy(args, process.env.INIT_CWD ?? process.cwd());
	if (typeof wanted === 'string') {
		console.error(`${wanted}\n\n${USAGE}`);
		return EXIT.askedWrongly;
	}
	try {
		const config = readConfig(process.env);
		return await withSpine(config, (spine) =>
			bringIn(spine, wanted, { allowPrivate: config.allowPrivateFeeds, voice: terminal, now: rightNow() }),
		);
	} catch (error) {
		if (!(
			error instanceof ConfigProblem ||
			error instanceof CannotStart ||
			error instanceof MigrationProblem
		))
			throw error;
		console.error(error.message);
		return EXIT.askedWrongly;
	}
}

/** Works on the database of a running Hearten, else starts it for as long as this takes. */
async function withSpine<Outcome>(
	config: Config,
	work: (spine: Spine) => Promise<Outcome>,
): Promise<Outcome> {
	await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
	const borrowed = config.databaseUrl ? undefined : await borrowEmbedded(join(config.dataFolder, 'postgres'));
	try {
		const where = borrowed ? socketOf(borrowed) : { url: config.databaseUrl! };
		await migrate(where, await migrationsIn('db/migrations'));
		const connections = openConnections(where, { max: 2 });
		const vault = new Vault(await readMasterKeys(config.dataFolder, config.masterKey));
		return await work({ db: connect(connections), vault, reactions }).finally(() =>
			connections.end({ timeout: 5 }),
		);
	} finally {
		await borrowed?.stop();
	}
}

const socketOf = ({ host, port, user, database }: Borrowed): Whereabouts => ({ host, port, user, database });

/** One line that is written over while there is somebody to watch it, and not at all in a log. */
const terminal: Voice = {
	say(words) {
		if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
		console.log(words);
	},
	progress(words) {
		if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${words}`);
	},
};

if (import.meta.main) process.exitCode = await main();
