import { parseArgs } from 'node:util';
import { openBrowser } from '../test/browser.ts';
import { waysOut, watchTheCover } from '../test/cover.ts';
import { Hearten } from '../test/hearten.ts';
import { settle } from '../test/settle.ts';
import { rightNow } from '#platform/time.ts';
import { percentile, Report } from './measuring/report.ts';

/**
 * How long after the press a page can still be seen that somebody leaves in a hurry, while the network takes two
 * seconds for whatever comes next. At most 100 ms are asked for.
 */
const { values } = parseArgs({
	options: { rounds: { type: 'string', default: '10' }, keep: { type: 'boolean', default: true } },
	allowNegative: true,
});
const report = new Report('Leaving', '`script/bench leaving`: the quick exit in a real Chromium, signed in.');
const hearten = await Hearten.start();
const browser = await openBrowser();
try {
	const spine = await hearten.spine();
	const { circles } = await settle(spine, { people: 20, circles: 2, messages: 100, seated: 8 }, rightNow());
	const [place] = circles;
	const pages = {
		'the front page': '/',
		'a conversation': `/circles/${place!.slug}/talk`,
		'one’s own page': '/me',
	};
	const rows = [];
	for (const [called, path] of Object.entries(pages))
		for (const [way, press] of Object.entries(waysOut)) {
			const times: number[] = [];
			let seen = 0;
			for (let round = 0; round < Number(values.rounds); round++) {
				const context = await browser.newContext();
				// Leaving ends a session, so each round has one of its own.
				const [name, value] = (await hearten.cookieOf(spine, place!.seated[1]!)).split('=');
				await context.addCookies([{ name: name!, value: value!, url: hearten.origin }]);
				const page = await context.newPage();
				await page.goto(hearten.origin + path);
				const { covered } = await watchTheCover(page);
				await press(page);
				const { took, shown } = await covered;
				times.push(took);
				if (shown) seen++;
				await context.close();
			}
			rows.push([called, way, times.length, percentile(times, 0.5), Math.max(...times), seen]);
		}
	report.table(
		'From the press until nothing of it is drawn',
		['page', 'by', 'times', 'p50 ms', 'worst ms', 'times something could be seen'],
		rows,
	);
	if (values.keep) report.keepAs('leaving');
} finally {
	await browser.close();
	await hearten.remove();
}
