import type { AliasId } from '#features/conversations/conversation.ts';
import type { AsideLine } from './after.ts';
import type { Action } from './action.ts';
import type { Inside, View } from './view.ts';

/**
 * Stands in one person’s view for anybody whom a block keeps out of it, where it cannot be kept from them that somebody is
 * there: the piece is in a hand, or somebody guides.
 */
export const SOMEBODY = 'somebody' as AliasId;

/** A view without those whom a block stands between the viewer and: their names go, and how many there are stays. */
export function withoutThose(view: View, apart: ReadonlySet<AliasId>): View {
	if (apart.size === 0) return view;
	const seen = (id: AliasId) => !apart.has(id);
	const shown = ({ id }: { id: AliasId }) => seen(id);
	return {
		...view,
		greeters: view.greeters.filter(seen),
		inside: view.inside && insideWithout(view.inside, apart),
		guide: view.guide && {
			...view.guide,
			waiting: view.guide.waiting.filter(shown),
			silent: view.guide.silent.filter(seen),
			overheard: view.guide.overheard.filter(seen),
			airtime: view.guide.airtime.filter(shown),
			stillToCome: view.guide.stillToCome.filter(seen),
		},
	};
}

function insideWithout(inside: Inside, apart: ReadonlySet<AliasId>): Inside {
	const seen = (id: AliasId) => !apart.has(id);
	const veiled = <Id extends AliasId | null>(id: Id) => (id && apart.has(id) ? SOMEBODY : id);
	return {
		...inside,
		people: inside.people.filter(({ id }) => seen(id)),
		leader: veiled(inside.leader),
		coHost: veiled(inside.coHost),
		holder: veiled(inside.holder),
		lender: veiled(inside.lender),
		example: veiled(inside.example),
		queue: inside.queue.filter(seen),
		list: inside.list.filter(seen),
		owed: inside.owed.filter(seen),
		hands: inside.hands.filter(seen),
		aside: inside.aside && { who: veiled(inside.aside.who), with: veiled(inside.aside.with) },
		said: inside.said.flatMap((each) => {
			const who = each.who.filter(seen);
			return who.length > 0 || each.who.length === 0 ? [{ ...each, who }] : [];
		}),
	};
}

/** The same of the private line. */
export const linesWithout = (lines: readonly AsideLine[], apart: ReadonlySet<AliasId>): AsideLine[] =>
	lines.filter(({ from, to }) => !apart.has(from) && !apart.has(to));

/** Whom an action is meant for; null for those that are meant for nobody in particular. */
export const meantFor = (action: Action): AliasId | null => ('who' in action ? action.who : null);
