import { parseArgs } from 'node:util';
import { headText, readHead } from '#features/audit/entry.ts';
import { verifyAudit, type Broken } from '#features/audit/server/index.ts';
import { withSpine } from './with-spine.ts';

const said: Record<Broken, string> = {
	missing: 'is not there, or another was put in its place',
	changed: 'is not what was written when it was added',
	end: 'is where the log ends; what came behind it was cut off or added past the log',
	'not-as-kept': 'is not what it was when the head you kept was printed, or is not there any more',
	name: 'names somebody else than whom it named when it was added',
};

const { values } = parseArgs({ options: { since: { type: 'string' } } });
const kept = values.since === undefined ? undefined : readHead(values.since);

if (values.since !== undefined && !kept) {
	console.error('A head is a number, a colon, and 64 characters: as this command prints it.');
	process.exitCode = 2;
} else
	await withSpine(async ({ spine: { db } }) => {
		const verdict = await verifyAudit(db, kept);
		if (verdict.whole) {
			console.log(`Whole: ${verdict.head.number} entries, each as it was written.`);
			console.log(
				kept ? 'It goes on from the head you kept.' : 'Keep this head elsewhere, and ask again with --since:',
			);
			console.log(headText(verdict.head));
		} else {
			console.error(`Broken: entry ${verdict.at} ${said[verdict.because]}.`);
			process.exitCode = 1;
		}
	});
