import { unsaid, type Listing } from '#features/directory/listing.ts';
import some from './directory.json' with { type: 'json' };

/** What the demo’s directory lists beside the cast’s own circles: groups that are made up, in two languages. */
export const demoListings: readonly Listing[] = (some as readonly Partial<Listing>[]).map((each) => ({
	...unsaid,
	slug: '',
	name: '',
	...each,
}));

/** Who lists them. */
export const demoBody = {
	slug: 'open-doors',
	name: 'Open Doors',
	about: 'Made-up groups, so that the finder has something to find.',
	zone: 'Europe/London',
} as const;
