/**
 * Makes what is shown like what has come, touching only what differs. What a person has typed, chosen, folded open or
 * stands on stays as it is: a page that follows something live may be swapped under somebody’s hands.
 * `data-theirs` is filled by a script, and is left alone. Neighbours with an `id` or a `data-key` are
 * told apart by it, folds by what they say, the others by their order.
 */
export function swap(shown: Element, fresh: Element) {
	if (shown.isEqualNode(fresh) || fresh.hasAttribute('data-theirs')) return;
	swapAttributes(shown, fresh);
	const staying = new Set([...fresh.childNodes].map(keyOf));
	let at = shown.firstChild;
	for (const next of [...fresh.childNodes]) {
		// Taken away first, so that what stays need not be moved, which would take the focus from it.
		while (at && !staying.has(keyOf(at))) at = removed(at);
		const match = findAlike(at, next);
		if (!match) {
			shown.insertBefore(document.importNode(next, true), at);
			continue;
		}
		if (match === at) at = at.nextSibling;
		else shown.insertBefore(match, at);
		if (match instanceof Element && next instanceof Element) swap(match, next);
		else if (match.nodeValue !== next.nodeValue) match.nodeValue = next.nodeValue;
	}
	while (at) at = removed(at);
}

/** Takes a node away, and answers with the one behind it. */
function removed(node: ChildNode): ChildNode | null {
	const next = node.nextSibling;
	node.remove();
	return next;
}

/** Whether something is folded open is for whoever reads to say. */
const theirs = (element: Element, name: string) => name === 'open' && element.tagName === 'DETAILS';

function swapAttributes(shown: Element, fresh: Element) {
	for (const { name } of [...shown.attributes])
		if (!fresh.hasAttribute(name) && !theirs(shown, name)) shown.removeAttribute(name);
	for (const { name, value } of [...fresh.attributes])
		if (shown.getAttribute(name) !== value && !theirs(shown, name)) shown.setAttribute(name, value);
}

/** What stands for the same thing among what is still to be looked at. */
function findAlike(from: ChildNode | null, wanted: ChildNode): ChildNode | null {
	const key = keyOf(wanted);
	if (key === '') return from && alike(from, wanted) ? from : null;
	for (let at = from; at; at = at.nextSibling) if (alike(at, wanted)) return at;
	return null;
}

const alike = (one: ChildNode, other: ChildNode) =>
	one.nodeName === other.nodeName && keyOf(one) === keyOf(other);

function keyOf(node: ChildNode): string {
	if (!(node instanceof Element)) return '';
	const fold = node.nodeName === 'DETAILS' ? node.querySelector('summary')?.textContent : null;
	return node.id || (node.getAttribute('data-key') ?? (fold ? `fold ${fold}` : ''));
}
