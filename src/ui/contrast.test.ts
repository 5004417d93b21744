import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Colour = readonly [red: number, green: number, blue: number];
type Matrix = readonly [Colour, Colour, Colour];
type Theme = Record<string, Colour>;

/**
 * What two kinds of eyes see of linear RGB: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, severity 1.0.
 */
const PROTANOPIA: Matrix = [
	[0.152286, 1.052583, -0.204868],
	[0.114503, 0.786281, 0.099216],
	[-0.003882, -0.048116, 1.051998],
];
const DEUTERANOPIA: Matrix = [
	[0.367322, 0.860646, -0.227968],
	[0.280085, 0.672501, 0.047413],
	[-0.01182, 0.04294, 0.968881],
];

/** Linear sRGB to Oklab: Björn Ottosson, "A perceptual color space for image processing", 2020. */
const LINEAR_TO_LMS: Matrix = [
	[0.4122214708, 0.5363325363, 0.0514459929],
	[0.2119034982, 0.6806995451, 0.1073969566],
	[0.0883024619, 0.2817188376, 0.6299787005],
];
const LMS_TO_OKLAB: Matrix = [
	[0.2104542553, 0.793617785, -0.0040720468],
	[1.9779984951, -2.428592205, 0.4505937099],
	[0.0259040371, 0.7827717662, -0.808675766],
];

const eyes: [string, (colour: Colour) => Colour][] = [
	['eyes that see every colour', (colour) => linear(colour)],
	['eyes without red (protanopia)', (colour) => seenThrough(PROTANOPIA, colour)],
	['eyes without green (deuteranopia)', (colour) => seenThrough(DEUTERANOPIA, colour)],
];

/** In Oklab, where about 0.02 is a difference one only just sees. */
const APART = 0.06;

const themes = readThemes();
const surfaces = ['paper', 'raised', 'sunk'];
const sitters = ['0', '1', '2', '3', '4', '5', '6', '7'].map((hue) => `sitter-${hue}`);

/** Words, and what they stand on. */
const text: [string, string][] = [
	...['ink', 'ink-soft', 'action', 'action-deep', 'lamp-ink', 'danger', 'danger-deep'].flatMap((ink) =>
		surfaces.map((surface): [string, string] => [ink, surface]),
	),
	['ink', 'halo'],
	['ink', 'lamp-glow'],
	['ink', 'danger-glow'],
	['lamp-ink', 'lamp-glow'],
	['danger', 'danger-glow'],
	['on-action', 'action'],
	['on-action', 'action-deep'],
	['on-danger', 'danger'],
	['on-danger', 'danger-deep'],
	...sitters.map((sitter): [string, string] => ['on-sitter', sitter]),
];

/** Shapes that mean something, and what they are seen against. */
const shapes: [string, string][] = [
	...['edge', 'focus', 'action', 'lamp', 'danger', ...sitters].flatMap((shape) =>
		['paper', 'raised'].map((surface): [string, string] => [shape, surface]),
	),
	['edge', 'sunk'],
	['focus', 'sunk'],
	['lamp', 'sunk'],
	['action', 'halo'],
];

for (const [theme, colours] of Object.entries(themes)) {
	test(`everybody can read every word in the ${theme}`, () => {
		expect(tooFaint(text, colours, 4.5)).toEqual([]);
	});

	test(`everybody can see every shape in the ${theme}`, () => {
		expect(tooFaint(shapes, colours, 3)).toEqual([]);
	});

	test.each(eyes)(`sitters stay apart in the ${theme} for %s`, (_, see) => {
		const tooAlike = pairs(sitters)
			.map(([one, other]) => ({ one, other, apart: apart(see(of(colours, one)), see(of(colours, other))) }))
			.filter(({ apart }) => apart < APART);
		expect(tooAlike).toEqual([]);
	});
}

test('the dark that comes with the evening is the dark that a person chose', () => {
	expect(themes['chosen night']).toEqual(themes.night);
	expect(Object.keys(themes.night)).toEqual(Object.keys(themes.day));
	expect(Object.keys(themes.day).length).toBeGreaterThan(20);
});

test('the measure itself: black on white is 21 to 1, grey 118 on white just under 4.6', () => {
	expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21);
	expect(contrast([118 / 255, 118 / 255, 118 / 255], [1, 1, 1])).toBeCloseTo(4.54, 2);
});

const tooFaint = (couples: [string, string][], colours: Theme, least: number) =>
	couples
		.map(([ink, surface]) => ({ ink, surface, ratio: contrast(of(colours, ink), of(colours, surface)) }))
		.filter(({ ratio }) => ratio < least);

/** Contrast of two colours, 1 to 21: WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: Colour, other: Colour) {
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour) {
	const [red, green, blue] = linear(colour);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How different two colours look, both given in linear RGB: the distance between them in Oklab. */
function apart(one: Colour, other: Colour) {
	const [a, b] = [oklab(one), oklab(other)];
	return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const oklab = (rgb: Colour) => times(LMS_TO_OKLAB, each(times(LINEAR_TO_LMS, rgb), Math.cbrt));

const seenThrough = (sight: Matrix, colour: Colour) =>
	each(times(sight, linear(colour)), (part) => Math.min(1, Math.max(0, part)));

/** Undoes sRGB's curve: IEC 61966-2-1. */
const linear = (colour: Colour) =>
	each(colour, (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));

const each = ([x, y, z]: Colour, change: (part: number) => number): Colour => [
	change(x),
	change(y),
	change(z),
];

const times = ([a, b, c]: Matrix, colour: Colour): Colour => [dot(a, colour), dot(b, colour), dot(c, colour)];

const dot = (a: Colour, b: Colour) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const pairs = <Thing>(things: Thing[]) =>
	things.flatMap((one, at) => things.slice(at + 1).map((other): [Thing, Thing] => [one, other]));

function of(colours: Theme, name: string): Colour {
	const colour = colours[name];
	if (!colour) throw new Error(`tokens.css has no colour called --${name}.`);
	return colour;
}

/** The colours in tokens.css: by day, by night, and in the night a person chose. */
function readThemes() {
	const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
	const [day, night, chosen] = [
		/^:root \{(.*?)^\}/ms,
		/prefers-color-scheme: dark\) \{(.*?)^\}/ms,
		/^:root\[data-theme='dark'\] \{(.*?)^\}/ms,
	].map((block) => coloursIn(block.exec(css)?.[1] ?? ''));
	return { day: day ?? {}, night: night ?? {}, 'chosen night': chosen ?? {} };
}

function coloursIn(block: string): Theme {
	return Object.fromEntries(
		[...block.matchAll(/--([\w-]+): #([\da-f]{2})([\da-f]{2})([\da-f]{2});/g)].map(([, name, ...parts]) => {
			const [red = 0, green = 0, blue = 0] = parts.map((part) => parseInt(part, 16) / 255);
			return [name, [red, green, blue] as const];
		}),
	);
}
