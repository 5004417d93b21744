import { becauseKey } from '#features/safety/reading/sentences.ts';
import type { Finding, Reading } from '#features/safety/reading/finding.ts';
import type { Id } from '#platform/ids.ts';
import { after, hours } from '#platform/time.ts';

export type CardId = Id<'card'>;

/** What somebody is shown after they have sent words that carry danger: choices, or the emergency number before them. */
export type CardKind = 'choices' | 'number-first';

/** What they pressed on it. Pressing nothing is fine. */
export const answers = ['not-meant', 'enough'] as const;
export type CardAnswer = (typeof answers)[number];

/** How near danger is, as stewards order what they work on. */
export const tierOf = (kind: CardKind): 2 | 3 => (kind === 'number-first' ? 3 : 2);

/** What calls for somebody: danger to a person. Bad manners and numbers do not. */
const aboutDanger: ReadonlySet<string> = new Set([
	'suicide',
	'self-harm',
	'abuse',
	'threat',
	'eating',
	'dosing',
]);

export const isDanger = ({ category }: Finding) => aboutDanger.has(category);

/** Which card these words call for, if any. It is for whoever wrote them, and for nobody else. */
export function cardFor({ tier, findings }: Reading): CardKind | undefined {
	if (tier < 2 || !findings.some(isDanger)) return undefined;
	return tier === 3 ? 'number-first' : 'choices';
}

/** The sentences that say what the words read like: three at most, each once. */
export function becauseOf({ findings }: Reading): string[] {
	const rules = findings
		.filter((finding) => isDanger(finding) && finding.stance !== 'denied' && finding.stance !== 'quoted')
		.flatMap(({ because }) => because);
	return [...new Set(rules)].slice(0, 3).map(becauseKey);
}

/** In one talk one card is enough for so long, unless danger comes nearer. */
export const ONE_CARD_FOR = hours(12);

export function isDue(
	kind: CardKind,
	latest: { kind: CardKind; madeAt: Date } | undefined,
	now: Date,
): boolean {
	if (!latest || after(latest.madeAt, ONE_CARD_FOR) <= now) return true;
	return tierOf(kind) > tierOf(latest.kind);
}
