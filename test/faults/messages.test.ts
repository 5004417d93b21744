import { describe, expect, test } from 'vitest';
import { talkThrough } from './talking.ts';

const well = { lost: 0, doubled: 0, gaps: 0, differing: 0 };

/** Another one each day, printed, so that what fails can be run again. */
const seed = Number(process.env.HEARTEN_SEED ?? Math.floor(performance.timeOrigin / 86_400_000));
const say = (line: string) => console.log(`seed ${seed}: ${line}`);

describe('nothing that was acknowledged is lost, doubled, or in another order for somebody else', () => {
	test('when the app is killed three times while people talk', { timeout: 90_000 }, async () => {
		const found = await talkThrough({
			seed,
			circles: 2,
			people: 5,
			messages: 200,
			perSecond: 40,
			kills: 3,
			victim: 'app',
			say,
		});

		expect(found).toMatchObject({ ...well, acknowledged: 200, clients: 10 });
	});

	test.skipIf(process.env.HEARTEN_TEST_DATABASE_URL)(
		'when its database is killed, and the app lives on',
		{ timeout: 90_000 },
		async () => {
			const found = await talkThrough({
				seed,
				circles: 2,
				people: 5,
				messages: 100,
				perSecond: 40,
				kills: 2,
				victim: 'database',
				say,
			});

			expect(found).toMatchObject({ ...well, acknowledged: 100, clients: 10 });
		},
	);
});
