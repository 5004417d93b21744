import { expect, test } from 'vitest';
import type { AliasId } from '#features/conversations/conversation.ts';
import { linesWithout, meantFor, SOMEBODY, withoutThose } from './apart.ts';
import { ready } from './script.ts';
import { newSitting, type Role, type Sitter, type Sitting } from './sitting.ts';
import { viewFor } from './view.ts';

const now = new Date('2026-11-22T18:00:00Z');
const [ana, ben, cy] = ['ana', 'ben', 'cy'] as unknown as [AliasId, AliasId, AliasId];
const sitter = (id: AliasId, rank: number, role: Role = 'member'): Sitter => ({
	...{ id, role, rank, way: 'speaking', private: true, wishes: false },
	...{ where: 'here', inside: true, sign: now.getTime() },
});

/** Ben guides, has the piece, has raised his hand before, and comes next as well; of Cy everybody sees what there is. */
function evening(): Sitting {
	const settings = { admission: 'seated', observers: true, talk: 'aloud' } as const;
	const sitting = newSitting(ready.sixty, settings, now);
	return {
		...sitting,
		phase: 'running',
		people: [sitter(ana, 0), sitter(ben, 1, 'host'), sitter(cy, 2)],
		leader: ben,
		hands: [ben, cy],
		turns: { ...sitting.turns, holder: ben, queue: [cy, ben], heard: [ben] },
		aside: { who: cy, with: ben },
		said: [
			{ number: 1, what: 'leads', who: [ben] },
			{ number: 2, what: 'away', who: [ben, cy] },
		],
	};
}

test('whoever is kept out of sight is nowhere in the view but as somebody, where a turn is theirs', () => {
	const whole = viewFor(evening(), { id: ana, role: 'member', rank: 0 }, now);
	expect(JSON.stringify(whole)).toContain('"ben"');

	const view = withoutThose(whole, new Set([ben]));
	expect(JSON.stringify(view)).not.toContain('"ben"');
	expect(view.inside).toMatchObject({
		...{ holder: SOMEBODY, leader: SOMEBODY, queue: [cy], hands: [cy] },
		aside: { who: cy, with: SOMEBODY },
		said: [{ number: 2, who: [cy] }],
	});
	expect(view.inside!.people.map(({ id }) => id)).toEqual([ana, cy]);
	expect(withoutThose(whole, new Set())).toBe(whole);
});

test('nothing of the private line is left between the two, and an action says for whom it is meant', () => {
	const line = (from: AliasId, to: AliasId) => ({ number: 1, from, to, words: 'A word.', saidAt: now });
	expect(linesWithout([line(ben, ana), line(ana, ben), line(cy, ana)], new Set([ben]))).toEqual([
		line(cy, ana),
	]);
	expect([meantFor({ do: 'admit', who: ben }), meantFor({ do: 'raise' })]).toEqual([ben, null]);
});
