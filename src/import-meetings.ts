import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
	canNameList,
	importMeetings,
	isAddress,
	LONGEST_NAME,
	nameOfList,
	readList,
	tellImported,
	tellRefused,
} from '#features/directory/server/index.ts';
import { readConfig } from '#platform/config.ts';
import { transact, type Spine } from '#platform/db.ts';
import { isZone, rightNow } from '#platform/time.ts';
import { isToldInWords, openSpine } from './open-spine.ts';

const USAGE = `script/import-meetings [--as NAME] [--zone ZONE] [--preview] FILE-OR-ADDRESS

Lists the meetings of a list in the directory: Meeting Guide (JSON, or a table as CSV) or BMLT (JSON). Bringing in the same
list again brings it up to date; what was edited here stays.

  --as NAME    what to call the list: small letters, digits and dashes. The same name replaces the same list.
               Without it, the name is made from that of the file, or from the address.
  --zone ZONE  the time zone of meetings that name none, such as America/Detroit. It is remembered with the list.
  --preview    say what would happen, and change nothing.
  --losses-are-meant
               bring it in even if more than half of its meetings are gone.
`;

/** What the command answers the shell with. */
const EXIT = { done: 0, notBroughtIn: 1, askedWrongly: 2 } as const;

/** What was asked for on the command line. */
export interface Wanted {
	source: string;
	slug: string;
	zone: string | undefined;
	preview: boolean;
	lossesAreMeant: boolean;
}

/** Somewhere to say things: answers, and how far it is. */
export interface Voice {
	say(words: string): void;
	progress(words: string): void;
}

/** Reads the arguments; a string is what is wrong with them. File names are taken from `folder`. */
export function wantedBy(args: readonly string[], folder: string): Wanted | string {
	const options = {
		as: { type: 'string' },
		zone: { type: 'string' },
		preview: { type: 'boolean', default: false },
		'losses-are-meant': { type: 'boolean', default: false },
	} as const;
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
	const slug = values.as ?? nameOfList(named);
	if (!canNameList(slug))
		return `“${slug}” cannot name a list: up to ${LONGEST_NAME} small letters, digits and dashes can (--as).`;
	return {
		source: isAddress(named) ? named : resolve(folder, named),
		slug,
		zone: values.zone,
		preview: values.preview,
		lossesAreMeant: values['losses-are-meant'],
	};
}

/** Brings in one list, and says what came of it. Answers with the exit status. */
export async function bringIn(
	spine: Spine,
	{ source, slug, zone, preview, lossesAreMeant }: Wanted,
	{ allowPrivate, voice, now }: { allowPrivate: boolean; voice: Voice; now: Date },
): Promise<number> {
	const read = await readList(source, {
		allowPrivate,
		progress: (bytes) => voice.progress(`Reading: ${(bytes / 1e6).toFixed(1)} MB`),
	});
	if ('unchanged' in read) throw new Error('A server said “not modified” without having been asked.');
	if ('refused' in read) return refused(tellRefused(read));

	const { imported } = await transact(spine, { actor: null, now }, async (tx) => {
		const list = { ...read, slug, source, zone, lossesAreMeant: lossesAreMeant || preview };
		const outcome = await importMeetings(tx, list, (done, of) =>
			voice.progress(`Bringing in: ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`),
		);
		// A refusal takes everything back.
		return { imported: outcome, refused: preview ? 'only-shown' : 'refused' in outcome && outcome.refused };
	});
	if ('refused' in imported) return refused(tellRefused(imported));
	voice.say(`The list “${slug}”:\n${tellImported(imported, { preview })}`);
	return EXIT.done;

	function refused(why: string) {
		voice.say(`The list “${slug}” was not brought in.\n${why}\nThe directory is as it was.`);
		return EXIT.notBroughtIn;
	}
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
		const { spine, close } = await openSpine(config, { database: 'borrowed', connections: 2 });
		const how = { allowPrivate: config.allowPrivateFeeds, voice: terminal, now: rightNow() };
		return await bringIn(spine, wanted, how).finally(close);
	} catch (trouble) {
		if (!isToldInWords(trouble)) throw trouble;
		console.error(trouble.message);
		return EXIT.askedWrongly;
	}
}

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
