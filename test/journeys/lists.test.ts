import { journey } from './journey.ts';

/** A list as a file that somebody chooses. */
const file = (rows: readonly object[]) => ({
	name: 'list.json',
	mimeType: 'application/json',
	buffer: Buffer.from(JSON.stringify(rows)),
});

const meeting = (at: number, more: object = {}) => ({
	...{ name: `Table ${at}`, slug: `t${at}`, day: at % 7, time: '19:00', timezone: 'Europe/London' },
	...{ location: 'The old library', formatted_address: `${at} Weaver Street, London`, ...more },
});

journey(
	'a coordinator sees what a list would change, brings it in, and takes it back',
	async ({ as, walk }) => {
		const name = `walk-${walk}`;
		const amara = await as('amara');
		await amara.go('/organisation');
		await amara.press('Bring in a list');
		await amara.press('Look at it');
		await amara.reads('Choose a file, or write the address of a list.');

		await hand([meeting(1), meeting(2), meeting(3)]);
		await amara.reads('This is what would change. Nothing has been written yet.');
		await amara.press('Show 3 new');
		await amara.reads('Table 2');
		await amara.press('Bring it in');
		await amara.reads('It was brought in.');

		await amara.go('/organisation/lists');
		await hand([meeting(1, { time: '18:30' }), meeting(2), meeting(4, { day: 'Funday' })]);
		await amara.press('Show 1 changed');
		await amara.reads('18:30');
		await amara.page.locator('summary', { hasText: '1 row is left out: why' }).click();
		await amara.reads('Row 3: “day” says Funday');
		await amara.press('Bring it in');
		await amara.reads('It was brought in.');
		await amara.press('Take it all back');
		await amara.reads('Everything is as it was before.');

		await amara.go('/organisation/lists');
		await hand([meeting(1)]);
		await amara.reads('More than half would go');
		await amara.press('Bring it in');
		await amara.reads('If that is meant, say so with the tick.');
		await amara.press('Leave it');
		await amara.reads('It was left out. Nothing has changed.');

		await amara.go('/listings');
		await amara.reads('A finder for your own page');

		async function hand(rows: readonly object[]) {
			await amara.page.getByLabel('A file').setInputFiles(file(rows));
			await amara.page.locator('summary', { hasText: 'Its name, and the clocks' }).click();
			await amara.write('What to call it here', name);
			await amara.press('Look at it');
		}
	},
);
