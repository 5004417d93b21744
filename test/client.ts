/** How a visitor comes: from which address, with which languages, as a browser or not. */
export interface Manner {
	/** What a proxy in front would say. */
	address?: string;
	languages?: string;
	/** Opens pages as a browser’s address bar does. Without it, as a program. */
	browser?: boolean;
}

export type Fields = Record<string, string | readonly string[]>;

/** Somebody’s browser, without the drawing: it keeps cookies, follows nothing by itself, and sends forms. */
export class Client {
	readonly origin: string;
	readonly cookies = new Map<string, string>();
	readonly #manner: Manner;

	constructor(origin: string, manner: Manner = {}) {
		this.origin = origin;
		this.#manner = manner;
	}

	get(path: string, headers: Record<string, string> = {}) {
		return this.#ask(path, { headers });
	}

	/** Sends a form as the pages’ own buttons do. */
	post(path: string, fields: Fields = {}, headers: Record<string, string> = {}) {
		const body = new URLSearchParams();
		for (const [name, value] of Object.entries(fields))
			for (const each of [value].flat()) body.append(name, each);
		return this.#ask(path, { method: 'POST', body, headers: { origin: this.origin, ...headers } });
	}

	/** The page itself, as text; whatever it leads to is followed. */
	async read(path: string): Promise<string> {
		let answer = await this.get(path);
		for (let steps = 0; answer.status >= 300 && answer.status < 400 && steps < 5; steps++)
			answer = await this.get(answer.headers.get('location')!);
		return answer.text();
	}

	/** The same browser on another tab, or another day: it has the same cookies. */
	copy(): Client {
		const copy = new Client(this.origin, this.#manner);
		for (const [name, value] of this.cookies) copy.cookies.set(name, value);
		return copy;
	}

	async #ask(path: string, { headers, ...how }: RequestInit & { headers: Record<string, string> }) {
		const { address, languages = 'en', browser = true } = this.#manner;
		const answer = await fetch(new URL(path, this.origin), {
			...how,
			redirect: 'manual',
			headers: {
				'accept-language': languages,
				'accept-encoding': 'identity',
				...(browser && {
					accept: 'text/html',
					'sec-fetch-dest': 'document',
					'sec-fetch-site': 'same-origin',
				}),
				...(address !== undefined && { 'x-forwarded-for': address }),
				...(this.cookies.size > 0 && {
					cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
				}),
				...headers,
			},
		});
		for (const line of answer.headers.getSetCookie()) this.#keep(line);
		return answer;
	}

	#keep(line: string) {
		const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
		const [name = '', value = ''] = pair.split(/=(.*)/s);
		const over = attributes.some((each) => /^max-age=0$/i.test(each) || /^expires=.* 1970 /i.test(each));
		if (over || value === '') this.cookies.delete(name);
		else this.cookies.set(name, value);
	}
}
