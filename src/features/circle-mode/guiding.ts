import { comesIn } from './coming.ts';
import { arrive, depart, passTheLead, tell } from './presence.ts';
import { done, guiding, ofThoseInside, running, thisTurn, type Rules } from './rule.ts';
import { guides, newSitting, sitterOf, stillToCome, takesTurns, type Sitting } from './sitting.ts';
import { beginStage, hadTurn } from './turns.ts';

/** What hosts do: opening, letting in, leading, moving on, sending away, closing. */
export const guidingTheRoom: Rules<
	| 'open'
	| 'admit'
	| 'admit-all'
	| 'settings'
	| 'lead'
	| 'name-co-host'
	| 'move-piece'
	| 'move-on'
	| 'step-out'
	| 'remove'
	| 'close'
> = {
	open({ draft, me, now }) {
		if (draft.phase !== 'lobby') return 'already-open';
		if (me.role !== 'host') return 'not-a-host';
		if (me.where !== 'waiting') return 'not-here';
		draft.phase = 'running';
		draft.openedAt = now.getTime();
		draft.leader = me.id;
		for (const sitter of draft.people)
			if (sitter.where === 'waiting' && comesIn(draft, sitter))
				Object.assign(sitter, { where: 'here', inside: true, sign: now.getTime() });
		draft.coHost =
			draft.people.find(({ role, where, id }) => role === 'host' && where === 'here' && id !== me.id)?.id ??
			null;
		return done(() => beginStage(draft, 0, now));
	},

	admit(acting) {
		const { draft, action, now } = acting;
		const mayNot = guiding(acting);
		if (mayNot) return mayNot;
		const sitter = sitterOf(draft, action.who);
		if (sitter?.where !== 'waiting') return 'nobody-there';
		return done(() => arrive(draft, sitter, now));
	},

	'admit-all'(acting) {
		const { draft, now } = acting;
		const mayNot = guiding(acting);
		if (mayNot) return mayNot;
		for (const sitter of draft.people) if (sitter.where === 'waiting') arrive(draft, sitter, now);
		return undefined;
	},

	settings({ draft, action, me }) {
		if (me.role !== 'host' || me.where === 'left') return 'not-a-host';
		draft.settings = { ...action.settings };
		return undefined;
	},

	lead(acting) {
		const { draft, me, now } = acting;
		if (me.role !== 'host') return 'not-a-host';
		const mayNot = ofThoseInside(acting);
		if (mayNot) return mayNot;
		if (draft.phase === 'paused') return done(() => passTheLead(draft, now));
		if (draft.leader === me.id) return undefined;
		const before = sitterOf(draft, draft.leader);
		draft.coHost = before?.where === 'here' ? before.id : draft.coHost === me.id ? null : draft.coHost;
		draft.leader = me.id;
		return done(() => tell(draft, 'leads', [me.id]));
	},

	'name-co-host'(acting) {
		const { draft, action, me } = acting;
		const mayNot = running(acting);
		if (mayNot) return mayNot;
		if (draft.leader !== me.id) return 'not-the-guide';
		const other = sitterOf(draft, action.who);
		const seated = other?.where === 'here' && (other.role === 'host' || other.role === 'member');
		if (!seated) return 'nobody-there';
		if (other.id === me.id) return 'not-yourself';
		draft.coHost = other.id;
		return undefined;
	},

	'move-piece'(acting) {
		const { draft, now } = acting;
		const mayNot = guiding(acting) ?? thisTurn(acting);
		if (mayNot) return mayNot;
		if (!draft.turns.holder) return 'nobody-there';
		return done(() => hadTurn(draft, now));
	},

	'move-on'(acting) {
		const { draft, action, now } = acting;
		const mayNot = guiding(acting);
		if (mayNot) return mayNot;
		if (draft.stage !== action.stage) return 'stage-is-over';
		if (draft.stage >= draft.script.length - 1) return 'last-stage';
		const unheard = stillToCome(draft).filter((id) => takesTurns(sitterOf(draft, id)!));
		if (unheard.length > 0 && !action.anyway) return 'still-to-come';
		if (unheard.length > 0) tell(draft, 'unheard', unheard);
		const { heard, owed } = draft.turns;
		const before = draft.unheard.filter((id) => !heard.includes(id));
		draft.unheard = [...new Set([...before, ...unheard, ...owed])];
		return done(() => beginStage(draft, draft.stage + 1, now));
	},

	'step-out'(acting) {
		const { draft, action, me, now } = acting;
		const mayNot = guiding(acting);
		if (mayNot) return mayNot;
		if (draft.aside) return 'somebody-is-out';
		const who = sitterOf(draft, action.who);
		const companion = sitterOf(draft, draft.coHost ?? draft.leader);
		if (who?.where !== 'here' || companion?.where !== 'here') return 'nobody-there';
		if (who.id === me.id || who.id === companion.id) return 'not-yourself';
		draft.aside = { who: who.id, with: companion.id };
		for (const sitter of [who, companion]) depart(draft, sitter, 'aside', now);
		return done(() => tell(draft, 'aside', [who.id, companion.id]));
	},

	remove(acting) {
		const { draft, action, me, now } = acting;
		const mayNot = guiding(acting);
		if (mayNot) return mayNot;
		const other = sitterOf(draft, action.who);
		if (!other || other.where === 'left' || other.where === 'removed') return 'nobody-there';
		if (other.id === me.id) return 'not-yourself';
		// Two hosts do not send each other away: that is for a steward.
		if (other.role === 'host') return 'nobody-there';
		return done(() => depart(draft, other, 'removed', now, action.because));
	},

	close({ draft, me }) {
		const mayClose = guides(draft, me.id) || (me.role === 'host' && draft.phase !== 'running');
		if (!mayClose || me.where === 'left') return draft.phase === 'lobby' ? 'not-a-host' : 'not-the-guide';
		return done(() => end(draft));
	},
};

/** Ends a sitting. What is left of it is how many came, and who may still say how it was. */
export function end(draft: Sitting) {
	const came = draft.people.filter(({ inside }) => inside);
	const seated = came.filter(({ role, where }) => where !== 'removed' && role !== 'steward');
	const husk = newSitting(draft.script, draft.settings, new Date(draft.stageSince));
	Object.assign(draft, husk, {
		phase: 'over',
		openedAt: draft.openedAt,
		stage: draft.script.length - 1,
		attended: came.length,
		mayAnswer: seated.map(({ id }) => id),
	});
}
