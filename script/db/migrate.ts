import { withSpine } from '../with-spine.ts';

await withSpine(async ({ migrated }) => {
	for (const name of migrated) console.log(name);
	console.log(migrated.length > 0 ? `${migrated.length} migrations run.` : 'Everything is up to date.');
});
