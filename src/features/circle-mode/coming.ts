import { arrive, depart, endAside, passTheLead, tell } from './presence.ts';
import { changeWay, done, ofThoseInside, type Rules } from './rule.ts';
import type { Sitter, Sitting } from './sitting.ts';

/** Coming in, how somebody is there, going and coming back. */
export const coming: Rules<'knock' | 'sign' | 'change-way' | 'wish' | 'leave' | 'return' | 'call-steward'> = {
	knock({ draft, action, who, me, now }) {
		const comes = who.role === 'outsider' ? 'observer' : who.role;
		const guest = comes === 'observer' && !draft.settings.observers;
		if (guest) return 'observers-not-welcome';
		const inAlready = me && (me.where === 'here' || me.where === 'aside');
		const told = { way: action.way, private: action.private, wishes: action.wishes && comes === 'member' };
		const sitter: Sitter = me ?? {
			...told,
			id: who.id,
			role: comes,
			rank: who.rank,
			where: 'waiting',
			inside: false,
			sign: 0,
		};
		if (!me) draft.people.push(sitter);
		Object.assign(sitter, told, { role: comes, rank: who.rank, sign: now.getTime() });
		if (inAlready) return changeWay(draft, sitter, now);
		sitter.where = 'waiting';
		if (draft.phase !== 'lobby' && comesIn(draft, sitter)) arrive(draft, sitter, now);
		return undefined;
	},

	sign: () => undefined,

	'change-way'({ draft, action, me, now }) {
		if (me.where === 'left') return 'not-here';
		me.way = action.way;
		return changeWay(draft, me, now);
	},

	wish({ draft, action, me, now }) {
		if (me.where === 'left') return 'not-here';
		me.wishes = action.wishes && me.role === 'member';
		if (draft.phase === 'paused' && me.where === 'here') passTheLead(draft, now);
		return undefined;
	},

	leave({ draft, me, now }) {
		if (me.where === 'left') return 'not-here';
		if (draft.phase === 'lobby') me.where = 'left';
		else depart(draft, me, 'left', now);
		return undefined;
	},

	return({ draft, me, now }) {
		const { aside } = draft;
		if (!aside || (aside.who !== me.id && aside.with !== me.id)) return 'not-here';
		return done(() => endAside(draft, now));
	},

	'call-steward'(acting) {
		const mayNot = acting.draft.phase === 'lobby' ? undefined : ofThoseInside(acting);
		if (mayNot) return mayNot;
		if (acting.draft.stewardCalled) return undefined;
		acting.draft.stewardCalled = true;
		return done(() => tell(acting.draft, 'steward', []));
	},
};

/** Whether the door opens by itself: for a host, for whoever was in before, and for a seat where the circle says so. */
export const comesIn = ({ settings }: Sitting, { role, inside }: Sitter): boolean =>
	role === 'host' || role === 'steward' || inside || (role === 'member' && settings.admission === 'seated');
