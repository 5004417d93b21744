import { keepHere, keptHere, type Kept } from './kept-here.ts';

/**
 * Offers to keep a copy of one’s wishes on this device, and keeps one that is here as it is now. A copy of somebody else, who
 * had this device before, goes.
 */
function begin(root: HTMLElement) {
	const now: Kept = {
		owner: root.dataset.owner ?? '',
		sections: JSON.parse(root.dataset.sections ?? '[]') as Kept['sections'],
	};
	const before = keptHere();
	if (before && before.owner !== now.owner) keepHere(undefined);
	if (before?.owner === now.owner) keepHere(now.sections.length > 0 ? now : undefined);
	root.addEventListener('click', ({ target }) => {
		const what = (target as Element).closest<HTMLElement>('[data-do]')?.dataset.do;
		if (what) keepHere(what === 'keep' ? now : undefined);
		show();
	});
	show();

	function show() {
		const kept = keptHere() !== undefined;
		root.hidden = !kept && now.sections.length === 0;
		for (const part of root.querySelectorAll<HTMLElement>('[data-when]'))
			part.hidden = (part.dataset.when === 'kept') !== kept;
	}
}

const root = document.querySelector<HTMLElement>('[data-wishes-here]');
if (root) begin(root);
