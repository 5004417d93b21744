import { keptHere } from './kept-here.ts';

/** Shows the copy of somebody’s wishes that is on this device, also where there is no network. */
const place = document.querySelector<HTMLElement>('[data-wishes-kept]');
const blank = place?.querySelector('template')?.content.querySelector('section');
const kept = keptHere();
if (place && blank && kept && kept.sections.length > 0) {
	for (const { title, words } of kept.sections) {
		const section = blank.cloneNode(true) as HTMLElement;
		section.querySelector('h3')!.textContent = title;
		section.querySelector('p')!.textContent = words;
		place.append(section);
	}
	place.hidden = false;
}
