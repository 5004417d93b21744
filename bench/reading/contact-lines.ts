/** Lines that take a talk elsewhere, and lines with the same words that do not, made of slots. */
const elsewhere = [
	['add me on', 'find me on', 'hit me up on', 'message me on', 'follow me on'],
	['snap', 'instagram', 'discord', 'telegram', 'kik', 'whatsapp', 'signal'],
	['', ', it is more private', ', i am {handle}', ' if you want to talk properly', ' tonight'],
] as const;
const asking = [
	['what is your', "what's ur", 'can i have your', 'give me your', 'send me your'],
	['number', 'snap', 'insta', 'discord', 'email', 'phone number', 'whatsapp'],
	['', '?', ' so we can talk more', ', easier there'],
] as const;
const numbers = [
	['text me on', 'call me at', 'my number is', 'ring me on', 'whatsapp me on'],
	['07700 900{n}', '+44 7700 900 {n}', '(555) 010-0{n}', '212-555-0{n}', '0161 496 0{n}', '+1 202 555 0{n}'],
	['', ' any time', ' tonight', ' after six'],
] as const;
const away = [
	["let's", 'can we', 'we should', 'do you want to'],
	[
		'talk somewhere else',
		'move this to telegram',
		'take this to whatsapp',
		'talk off here',
		'meet up for a coffee',
	],
	['', ', the mods read everything here', ', just us', ' tomorrow'],
] as const;
const enEspanol = [
	['agrégame en', 'escríbeme por', 'pásame tu', 'búscame en', '¿tienes', 'hablamos mejor por'],
	['instagram', 'whatsapp', 'telegram', 'discord', 'snap'],
	['', ', es más privado', ' y hablamos', ' esta noche'],
] as const;

const harmless = [
	[
		['I', 'my sister', 'we', 'my friend'],
		['deleted', 'stopped using', 'am bored of', 'never understood'],
		['instagram', 'snapchat', 'facebook', 'telegram', 'tiktok'],
		['', ' last year', ' and feel better', ' 3 months ago'],
	],
	[
		['the meeting starts at', 'I woke up at', 'the bus came at', 'my shift ends at'],
		['10:30', '7:45', '18:00', '6 am'],
		['', ' on 12/05', ' on 2026-03-14', ' and I was late'],
	],
	[
		['call', 'text', 'you can ring', 'I once called'],
		['988', '116 123', 'Samaritans on 116 123', 'HOME to 741741', 'the line in my city'],
		['', ' if you need someone', ', they were kind', ' any time'],
	],
	[
		['I paid', 'it cost', 'they owe me', 'rent is'],
		['1,250', '890', '45.50', '2300'],
		[' for the car', ' a month', ' and 90 for the tow', ' since 2019'],
	],
	[
		['https://example.org/help', 'the page https://example.org/circles/12', 'see example.org'],
		[' has the times', ' explains it', ' helped me', ' is down today'],
	],
	[
		['you can write to me here', 'message me here any time', 'post in this thread', 'there is a group here'],
		['', ' when you like', ' on thursdays', ', we read it'],
	],
	[
		[
			'puedes escribirme aquí',
			'la reunión es a las 10:30',
			'hablo con mi hermana por whatsapp',
			'borré mi instagram',
			'llama al 024',
		],
		['', ' cuando quieras', ' los jueves', ' y estoy mejor', ' a cualquier hora'],
	],
	[
		['I am 34', 'she is 16', 'my son turned 12', 'we waited 45 minutes'],
		[' and tired', ' and from the north', ' in room 204', ' on the number 14 bus', ', it was 2019'],
	],
] as const;

/** As many lines of each kind as asked for, the same ones every time. */
export function contactLines(count: number): { seeking: string[]; harmless: string[] } {
	const fill = (line: string, nth: number) =>
		line.replace('{n}', String(100 + ((nth * 37) % 900))).replace('{handle}', `quiet_otter_${nth % 90}`);
	const spread = (lines: string[]) =>
		Array.from({ length: count }, (_, nth) => fill(lines[Math.floor((nth * lines.length) / count)]!, nth));
	return {
		seeking: spread([elsewhere, asking, numbers, away, enEspanol].flatMap(combined)),
		harmless: spread(harmless.flatMap(combined)),
	};
}

/** Every way through the slots. */
function combined(slots: readonly (readonly string[])[]): string[] {
	return slots.reduce<string[]>(
		(lines, slot) =>
			lines.flatMap((line) => slot.map((words) => (line ? `${line}${joint(words)}${words}` : words))),
		[''],
	);
}

const joint = (words: string) => (words === '' || /^[ ,?]/.test(words) ? '' : ' ');
