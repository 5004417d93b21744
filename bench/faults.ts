import { parseArgs } from 'node:util';
import { talkThrough, type Findings, type Victim } from '../test/faults/talking.ts';
import { Report } from './measuring/report.ts';

/**
 * People talk while the app is killed, and while its database is: three times each, with seeds that are printed, and the
 * worst of the three counts. The flags make it as large as there is time for:
 *   --circles 20 --people 10 --messages 24000 --per-second 40 --kills 20
 */
const { values } = parseArgs({
	options: {
		circles: { type: 'string', default: '10' },
		people: { type: 'string', default: '8' },
		messages: { type: 'string', default: '1500' },
		'per-second': { type: 'string', default: '40' },
		kills: { type: 'string', default: '4' },
		seed: { type: 'string', default: String(process.pid) },
		rounds: { type: 'string', default: '3' },
		keep: { type: 'boolean', default: true },
	},
	allowNegative: true,
});
const victims: Victim[] = ['app', 'database'];
const report = new Report(
	'Faults',
	`\`script/bench faults\`: ${values.circles} circles of ${values.people} who listen, ${values.messages} messages at ${values['per-second']} a second, ${values.kills} kills. Every tenth message is sent twice at once, and everything without an answer again, with the same client id.`,
);

const rows: (string | number)[][] = [];
let wrong = 0;
for (const victim of victims)
	for (let round = 0; round < Number(values.rounds); round++) {
		const seed = Number(values.seed) + round;
		const found = await talkThrough({
			seed,
			victim,
			circles: Number(values.circles),
			people: Number(values.people),
			messages: Number(values.messages),
			perSecond: Number(values['per-second']),
			kills: Number(values.kills),
			say: (line) => console.log(`seed ${seed}: ${line}`),
		});
		rows.push([victim, String(seed), ...told(found)]);
		wrong += found.lost + found.doubled + found.gaps + found.differing;
	}
report.table(
	'What was found',
	[
		'killed',
		'seed',
		'acknowledged',
		'sent again',
		'lost',
		'doubled',
		'circles with gaps',
		'clients that differ',
		'of',
		's until all have all, after the last message and restart',
	],
	rows,
);
if (values.keep) report.keepAs('faults');
process.exitCode = wrong > 0 ? 1 : 0;

function told({ acknowledged, sentAgain, lost, doubled, gaps, differing, clients, convergedIn }: Findings) {
	return [acknowledged, sentAgain, lost, doubled, gaps, differing, clients, convergedIn / 1000];
}
