import { readFileSync } from 'node:fs';
import { randomFrom } from '../../test/random.ts';

/** So many of each half. */
const HALF = 500;

const written = (name: string) =>
	readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8')
		.split('\n')
		.filter((line) => line !== '');

/** Ways of saying it that no rule was looked at for: parts that stand in for each other, one of each list. */
const seekingParts: readonly (readonly (readonly string[])[])[] = [
	[
		['honestly ', 'hey ', 'sorry if this is odd but ', ''],
		[
			'could i reach you',
			'is it alright if i write to you',
			'could we keep talking',
			'i would love to keep talking',
		],
		[' on signal', ' over whatsapp', ' by email', ' on messenger', ' on discord'],
		['', ' sometime', ' rather than here', ' tonight?'],
	],
	[
		['mine is ', 'you can have mine: ', 'here, ', 'in case: '],
		['07911 4{n}', '+44 7488 1{n}', '(415) 555-0{n}', '0151 496 0{n}'],
		['', ', i am up late', ', ring or text', ', anytime at all'],
	],
	[
		['do you have ', 'are you on ', 'u got '],
		['insta', 'snap', 'telegram', 'whatsapp', 'discord', 'kik'],
		['?', ' by any chance?', ' or something'],
	],
	[
		['write to ', 'my mail: ', 'i am at ', 'try '],
		['heron.{n}', 'low_tide{n}', 'b.marsh{n}'],
		['@gmail.com', '@proton.me', '@mail.example', ' at outlook dot com'],
		['', ' please', ' if you like'],
	],
	[
		['i go by ', 'look for ', 'search '],
		['reedbed_{n}', 'ashandoak{n}', 'north.{n}'],
		[' on instagram', ' on snapchat', ' on telegram', ' on tiktok'],
		['', ' and say hi', ', it is me'],
	],
	[
		['oye, ', 'perdona, ', ''],
		['¿me pasas tu ', 'dame tu ', '¿me das tu ', 'mándame tu '],
		['número', 'whatsapp', 'insta', 'correo', 'telegram'],
		['', ' y hablamos', ' y seguimos', ' luego'],
	],
	[
		['apunta: ', 'mi móvil: ', 'te lo dejo, ', 'por si acaso, '],
		['612 34{m} {m}', '+34 655 0{m} {m}', '699{n}{n}'],
		['', ', escríbeme', ', a cualquier hora'],
	],
	[
		['podemos seguir ', 'mejor seguimos ', 'vamos a hablar '],
		['por whatsapp', 'por telegram', 'en discord', 'por instagram'],
		['', ', aquí no', ', es más cómodo', ' esta noche'],
	],
];

const harmlessParts: readonly (readonly (readonly string[])[])[] = [
	[
		['my brother ', 'the nurse ', 'a colleague ', 'somebody at work '],
		['left', 'never opens', 'got hacked on', 'spends all night on'],
		[' instagram', ' whatsapp', ' facebook', ' discord'],
		['', ' since march', ' and i worry', ', who can blame them'],
	],
	[
		['i slept ', 'we waited ', 'it lasted ', 'i walked '],
		['{s} hours', '{s} minutes', '{s} days', '1{s} kilometres'],
		['', ' yesterday', ' and then it rained', ', more than last week'],
	],
	[
		['the appointment is on ', 'it happened on ', 'she was born on ', 'i start on '],
		['0{s}/11/2026', '2026-0{s}-14', 'the {s}th of may', '1{s}.03.2025'],
		['', ' at 10:{m}', ', so i am nervous', ' in the morning'],
	],
	[
		['i paid ', 'they asked for ', 'the fine was ', 'we still owe '],
		['{n} euros', '£{n}.50', '1,{n} dollars', '{m} pounds'],
		['', ' again', ' for the boiler', ' before christmas'],
	],
	[
		['you could call ', 'i rang ', 'there is always ', 'the poster said '],
		['116 123', '988', 'Samaritans on 116 123', '741741', '0800 1111'],
		['', ', they listen', ' when it gets late', ', day and night'],
	],
	[
		['he phoned ', 'my aunt texts ', 'the clinic emailed '],
		['me twice', 'every sunday', 'about the results', 'and i did not answer'],
		['', ' again', ', of course', ' last night'],
	],
	[
		['mi prima ', 'mi jefe ', 'una amiga '],
		['se fue de', 'no sale de', 'me bloqueó en', 'vive pegada a'],
		[' instagram', ' whatsapp', ' tiktok', ' facebook'],
		['', ' en verano', ' y la echo de menos', ', en fin'],
	],
	[
		['faltan ', 'llevo ', 'esperé ', 'hemos andado '],
		['{s} días', '{m} minutos', '{s} horas', '1{s} kilómetros'],
		['', ' ya', ' desde ayer', ' y sigo aquí'],
	],
];

/** Five hundred lines that take a talk elsewhere, and five hundred that do not; by hand, and the rest made of parts. */
export function contactSet(seed: number) {
	const random = randomFrom(seed);
	const pick = <Each>(from: readonly Each[]) => from[Math.floor(random() * from.length)]!;
	const digits = (count: number) =>
		Array.from({ length: count }, () => String(1 + Math.floor(random() * 8))).join('');
	const made = (parts: typeof seekingParts) =>
		pick(parts)
			.map(pick)
			.join('')
			.replace(/\{[nms]\}/g, (blank) => digits({ '{n}': 3, '{m}': 2, '{s}': 1 }[blank]!));
	const whole = (name: string, parts: typeof seekingParts) => {
		const lines = new Set(written(name));
		while (lines.size < HALF) lines.add(made(parts));
		return [...lines];
	};
	return { seeking: whole('seeking', seekingParts), harmless: whole('harmless', harmlessParts) };
}
