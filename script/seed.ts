import { rightNow } from '#platform/time.ts';
import { seedCast } from '../db/seed.ts';
import { withSpine } from './with-spine.ts';

await withSpine(async ({ spine, config }) => {
	const people = () => spine.db.selectFrom('person').select('id').execute();
	const before = await people();
	await seedCast(spine, rightNow());
	const after = await people();
	console.log(
		before.length > 0
			? `There are people in ${config.dataFolder} already, so nobody was made up.`
			: `${after.length} made-up people live in ${config.dataFolder} now. script/start --demo shows them.`,
	);
});
