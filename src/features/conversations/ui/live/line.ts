import { told } from '#ui/moment.ts';
import { hueOf, initialsOf, SHAPES } from '#ui/sitter.ts';
import { BY_STEWARDS, NAME_HERE, segments, type MessageLine } from '../../message.ts';

export interface ReadingLines {
	locale: string;
	zone: string;
	/** The reader’s own alias here. */
	me: string | undefined;
	/** What somebody who has erased themselves is called. */
	somebody: string;
}

/** Fills the blank message that the server made with one line. Words become text, never HTML. */
export function fill(li: HTMLLIElement, line: MessageLine, reading: ReadingLines, lines: HTMLElement) {
	const part = (name: string) => li.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
	const { place, author, state } = line;
	const said = state === 'said';
	const mine = author.id === reading.me;
	li.id = `m${place}`;
	li.dataset.state = state;
	if (mine) li.dataset.mine = '';

	drawAvatar(part('avatar'), author);
	part('name').textContent = author.name || reading.somebody;
	// Not there for those who only read.
	const more = li.querySelector('[data-part="more-label"]');
	const about = more?.getAttribute('aria-label')?.replace(NAME_HERE, () => author.name || reading.somebody);
	if (about) more!.setAttribute('aria-label', about);
	part('link').setAttribute('href', `#m${place}`);
	part('time').setAttribute('datetime', line.postedAt);
	part('time').textContent = told(new Date(line.postedAt), 'time', reading);
	show(part('edited'), line.edited && said);
	show(part('gone'), state === 'gone');
	show(part('hidden'), state === 'hidden');

	const folded = line.contentNote !== '';
	part('note').textContent = line.contentNote;
	show(part('fold'), folded);
	show(part('plain'), !folded && line.body !== '');
	writeBody(part(folded ? 'fold' : 'plain').querySelector('[data-part="body"]')!, line.body);

	show(part('reply'), line.replyTo !== null && said);
	const answered = lines.querySelector(`#m${line.replyTo} [data-part="name"]`);
	part('reply-link').setAttribute('href', `#m${line.replyTo}`);
	part('reply-link').textContent = answered ? `↑ ${answered.textContent}` : '↑';

	for (const span of li.querySelectorAll<HTMLElement>('[data-resonance]'))
		show(
			span,
			line.resonances.some((kind) => kind === span.dataset.resonance),
		);
	for (const link of li.querySelectorAll<HTMLAnchorElement>('[data-part="block"]'))
		link.setAttribute('href', `${link.dataset.block}${author.id}`);
	offer(li, { place, mine, state, hiddenBecause: line.hiddenBecause });
	const report = li.querySelector('[data-part="report"]');
	report?.setAttribute('href', `/report?about=line:${author.id}.${place}`);
}

function drawAvatar(holder: HTMLElement, author: MessageLine['author']) {
	const group = holder.querySelector('g')!;
	const shape = SHAPES[hueOf(author.id)];
	group.setAttribute('class', group.getAttribute('class')!.replace(/hue-\d/, `hue-${hueOf(author.id)}`));
	group.querySelector('path')!.setAttribute('d', shape.path);
	const initials = initialsOf(author.name);
	const text = group.querySelector('text')!;
	text.setAttribute('y', String(shape.middle));
	text.setAttribute('font-size', initials.length > 1 ? '6.8' : '8.4');
	text.textContent = initials;
}

function writeBody(paragraph: Element, body: string) {
	paragraph.replaceChildren(
		...segments(body).map(({ text, href }) => {
			if (!href) return text;
			const link = document.createElement('a');
			link.href = href;
			link.rel = 'noopener noreferrer nofollow';
			link.target = '_blank';
			link.textContent = text;
			return link;
		}),
	);
}

/** Which of the choices about a message are this reader’s to make. */
function offer(
	li: HTMLLIElement,
	{
		place,
		mine,
		state,
		hiddenBecause,
	}: Pick<MessageLine, 'place' | 'state' | 'hiddenBecause'> & { mine: boolean },
) {
	const applies: Record<string, boolean> = {
		mine,
		theirs: !mine,
		said: state === 'said',
		hidden: state === 'hidden' && hiddenBecause !== BY_STEWARDS,
	};
	for (const choice of li.querySelectorAll<HTMLElement>('[data-if]'))
		show(choice, applies[choice.dataset.if ?? ''] ?? false);
	for (const input of li.querySelectorAll<HTMLInputElement>('input[name="place"]'))
		input.value = String(place);
	for (const link of li.querySelectorAll<HTMLAnchorElement>('[data-part="answer"]'))
		link.setAttribute('href', link.getAttribute('href')!.replace('reply=', `reply=${place}`));
	// Where addresses are veiled, the server veils this one when it is followed.
	for (const link of li.querySelectorAll<HTMLAnchorElement>('[data-part="change"]'))
		link.setAttribute('href', `${link.dataset.talk}/${place}`);
	const more = li.querySelector<HTMLElement>('[data-part="more"]');
	if (more) show(more, state !== 'gone' && !(mine && more.dataset.reads !== undefined));
}

const show = (element: HTMLElement, shown: boolean) => element.toggleAttribute('hidden', !shown);
