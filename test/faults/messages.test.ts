import { describe, expect, test } from 'vitest';
import {
	absences,
	cutBus,
	fillDisk,
	goAway,
	jumpClock,
	killApp,
	killDatabase,
	type Blow,
} from '../../bench/faults/nemesis.ts';
import { canMount } from '../../bench/faults/small-disk.ts';
import { talkThrough, type Talking } from '../../bench/faults/talk.ts';

const well = { lost: 0, doubled: 0, resurrected: 0, gaps: 0, overtaken: 0, disordered: 0, differing: 0 };

/** Another one each day, printed, so that what fails can be run again. */
const seed = Number(process.env.HEARTEN_SEED ?? Math.floor(performance.timeOrigin / 86_400_000));
const say = (line: string) => console.log(`seed ${seed}: ${line}`);

const times = (count: number, blow: Blow) => Array.from({ length: count }, () => blow);
const ownDatabase = !process.env.HEARTEN_TEST_DATABASE_URL;
const faults: readonly (readonly [string, Pick<Talking, 'blows' | 'weather' | 'disk' | 'processes'>])[] = [
	['the app is killed three times', { blows: times(3, killApp) }],
	...(ownDatabase
		? ([['its database is killed, and the app lives on', { blows: [killDatabase, killDatabase] }]] as const)
		: []),
	['some are away for a second, a minute, an hour, a day, eight days', { blows: absences.map(goAway) }],
	['frames are lost, doubled and late', { blows: [], weather: { dropped: 0.05, doubled: 0.05, delay: 300 } }],
	['the clock jumps by an hour, back and forth', { blows: [jumpClock, jumpClock, jumpClock] }],
	...(ownDatabase && canMount
		? ([['the disk is full', { blows: [fillDisk(4000)], disk: 200 }]] as const)
		: []),
	['no process hears the others for a while', { blows: [cutBus(3000)] }],
	['any of five processes is killed, four times', { blows: times(4, killApp), processes: 'many' }],
	['none of five processes hears the others for a while', { blows: [cutBus(3000)], processes: 'many' }],
];

describe('nothing that was acknowledged is lost, doubled, undone, or in another order for somebody else', () => {
	test.each(faults)('when %s', { timeout: 150_000 }, async (_, fault) => {
		const found = await talkThrough({
			...fault,
			seed,
			circles: 2,
			people: 5,
			operations: 400,
			perSecond: 60,
			say,
		});

		expect(found).toMatchObject({ ...well, clients: 10 });
		expect(found.acknowledged).toBeGreaterThan(100);
		// Whoever spoke to a full disk was told so, and not left to wonder.
		if (fault.disk) expect(found.toldLater).toBeGreaterThan(0);
	});
});
