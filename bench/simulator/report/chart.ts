import type { Estimate } from '../study.ts';

/** One line of a chart: the same measure at each place of the axis. */
export interface Line {
	name: string;
	/** Which of the five colours and marks. */
	look: number;
	points: readonly Estimate[];
}

export interface Chart {
	title: string;
	/** What the numbers along the bottom are. */
	along: readonly string[];
	/** The first is drawn over the others. */
	lines: readonly Line[];
	/** The highest number there is room for; otherwise as high as the lines go. */
	top?: number;
	format: (value: number) => string;
}

const WIDE = 320;
const HIGH = 200;
const AREA = { left: 44, right: 12, top: 12, bottom: 30 };

/** A small line chart as inline SVG: colours by classes of the page, a mark of its own for each line, whiskers for 95 %. */
export function chart({ title, along, lines, top, format }: Chart): string {
	const highest = top ?? ceiling(Math.max(...lines.flatMap(({ points }) => points.map(({ mean }) => mean))));
	const inside = { wide: WIDE - AREA.left - AREA.right, high: HIGH - AREA.top - AREA.bottom };
	const x = (at: number) => AREA.left + ((at + 0.5) / along.length) * inside.wide;
	const y = (value: number) => AREA.top + inside.high * (1 - Math.min(1, Math.max(0, value / highest)));
	const rules = [0, 0.25, 0.5, 0.75, 1].map((part) => part * highest);
	const said = lines
		.map(({ name, points }) => `${name}: ${points.map(({ mean }) => format(mean)).join(', ')}`)
		.join('; ');

	return `<figure><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${WIDE} ${HIGH}" role="img" aria-label="${title}, at ${along.join(', ')}. ${said}">
${rules.map((value) => `<line class="rule" x1="${AREA.left}" x2="${WIDE - AREA.right}" y1="${n(y(value))}" y2="${n(y(value))}"/><text class="tick" x="${AREA.left - 6}" y="${n(y(value) + 4)}" text-anchor="end">${format(value)}</text>`).join('\n')}
${along.map((name, at) => `<text class="tick" x="${n(x(at))}" y="${HIGH - 10}" text-anchor="middle">${name}</text>`).join('')}
${[...lines]
	.reverse()
	.map((line) => drawn(line, x, y))
	.join('\n')}
</svg></figure>`;
}

function drawn({ look, points }: Line, x: (at: number) => number, y: (value: number) => number): string {
	const path = points.map(({ mean }, at) => `${at === 0 ? 'M' : 'L'}${n(x(at))} ${n(y(mean))}`).join('');
	const whiskers = points.map(({ mean, within }, at) =>
		within > 0
			? `<line class="whisker" x1="${n(x(at))}" x2="${n(x(at))}" y1="${n(y(mean - within))}" y2="${n(y(mean + within))}"/>`
			: '',
	);
	const marks = points.map(({ mean }, at) => mark(look, x(at), y(mean)));
	return `<g class="look-${look}"><path class="line" d="${path}"/>${whiskers.join('')}${marks.join('')}</g>`;
}

/** A mark for each line, so that no colour has to be told from another. */
export function mark(look: number, x: number, y: number): string {
	const shapes = [
		`<circle class="mark" cx="${n(x)}" cy="${n(y)}" r="4.5"/>`,
		`<rect class="mark" x="${n(x - 4)}" y="${n(y - 4)}" width="8" height="8"/>`,
		`<path class="mark" d="M${n(x)} ${n(y - 5)}l5 9h-10z"/>`,
		`<path class="mark" d="M${n(x)} ${n(y - 5.5)}l5.5 5.5-5.5 5.5-5.5-5.5z"/>`,
		`<path class="mark cross" d="M${n(x - 4)} ${n(y - 4)}l8 8m0-8l-8 8"/>`,
	];
	return shapes[look]!;
}

/** The next round number, so that four rules fall on round ones. */
function ceiling(value: number): number {
	const size = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)));
	return [1, 2, 4, 6, 8, 10].map((times) => times * size).find((round) => round >= value) ?? 10 * size;
}

const n = (value: number) => Number(value.toFixed(1));
