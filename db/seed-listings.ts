import type { ServiceBodyId } from '#features/directory/events.ts';
import { confirmListing, keptListing } from '#features/directory/server/index.ts';
import { timesFrom } from '#features/keeping/form-times.ts';
import { blank } from '#features/keeping/listing-form.ts';
import { giveRole } from '#features/keeping/server/give-role.ts';
import { changeListing, enterListing } from '#features/keeping/server/keep-listing.ts';
import { openBody } from '#features/keeping/server/open-body.ts';
import { remarkChange } from '#features/keeping/server/remark.ts';
import { people, type Handle } from './cast.ts';
import { desk, listings, riverside, type CastListing } from './cast-listings.ts';
import { daysBefore, granted, type Stage } from './stage.ts';

/** Riverside and what it lists, and what waits for those who keep it. */
export async function listRiverside(stage: Stage) {
	const opened = stage.as('amara', daysBefore(stage.now, riverside.opened));
	const { bodyId } = granted(await openBody(opened, riverside.details));
	for (const [who, role] of Object.entries(riverside.keepers))
		granted(await giveRole(opened, { bodyId, nickname: people[who as Handle].nickname, role }));

	const slugs = new Map<string, string>();
	for (const [name, listing] of Object.entries(listings) as [string, CastListing][])
		slugs.set(name, await enter(stage, bodyId, listing));
	await fillDesk(stage, bodyId, (name) => slugs.get(name)!);
}

async function enter(
	stage: Stage,
	bodyId: ServiceBodyId,
	{ kind, says, times, entered, confirmed }: CastListing,
) {
	const zone = says.zone ?? riverside.details.zone;
	const listing = {
		...blank(kind, zone),
		...says,
		times: times ? timesFrom({ off: [], extra: [], ...times }, zone) : [],
	};
	const outcome = granted(
		await enterListing(stage.as('rosa', daysBefore(stage.now, entered)), { bodyId, listing, word: '' }),
	);
	if (!('slug' in outcome)) throw new Error('The cast only proposed it.');
	if (confirmed !== undefined) {
		const then = stage.as(null, daysBefore(stage.now, confirmed));
		await confirmListing(then, (await keptListing(then.db, bodyId, outcome.slug))!.id, 'group');
	}
	return outcome.slug;
}

async function fillDesk(stage: Stage, bodyId: ServiceBodyId, slugOf: (name: string) => string) {
	const { proposal, remark } = desk;
	const me = stage.as(proposal.by, daysBefore(stage.now, 2));
	const slug = slugOf(proposal.about);
	const { revision, says } = (await keptListing(me.db, bodyId, slug))!;
	const listing = { ...says, ...proposal.changes };
	granted(await changeListing(me, { bodyId, slug, revision, listing, word: proposal.word }));

	const nobody = stage.as(null, daysBefore(stage.now, 1));
	const about = (await keptListing(nobody.db, bodyId, slugOf(remark.about)))!;
	granted(
		await remarkChange(nobody, { bodyId, listingId: about.id, what: remark.what, words: remark.words }),
	);
}
