/*
 * A finder of groups for any page: <hearten-finder>, from the server that this script comes from.
 *
 *   <script src="https://peers.example/embed.js" async></script>
 *   <hearten-finder><a href="https://peers.example/find">Find a group</a></hearten-finder>
 *
 * Attributes: `body` (only the listings of one organisation), `lang` (en or es; else that of the page around).
 * Custom properties: --finder-ink, --finder-soft, --finder-paper, --finder-rule, --finder-accent, --finder-on-accent,
 * --finder-radius, --finder-gap. Type is that of the page around.
 *
 * It asks this one server, with no cookies, and sets none. Where the page has a content security policy, that has to allow
 * this server in script-src and connect-src. Without scripts, what is inside the element is shown.
 */
(() => {
	const origin = new URL(document.currentScript.src).origin;
	const DAY = 86_400_000;

	const words = {
		en: {
			search: 'Find a group',
			q: 'A name, a town, a street',
			day: 'Day',
			anyDay: 'Any day',
			where: 'Where',
			anyWhere: 'In person or online',
			'in-person': 'In person',
			online: 'Online or by phone',
			both: 'In person and online',
			'to-be-asked': 'Where is not said',
			go: 'Show groups',
			more: 'Show more',
			found: { one: '# group', other: '# groups' },
			none: 'Nothing fits all of that. Try fewer words or any day.',
			wait: 'Looking…',
			broken: 'The list cannot be reached just now.',
			again: 'Try again',
			ask: 'Ask them when',
			there: 'clocks there',
			yours: 'your time',
			join: 'Join online',
		},
		es: {
			search: 'Buscar un grupo',
			q: 'Un nombre, una ciudad, una calle',
			day: 'Día',
			anyDay: 'Cualquier día',
			where: 'Dónde',
			anyWhere: 'En persona o en línea',
			'in-person': 'En persona',
			online: 'En línea o por teléfono',
			both: 'En persona y en línea',
			'to-be-asked': 'No se dice dónde',
			go: 'Ver grupos',
			more: 'Ver más',
			found: { one: '# grupo', many: '# de grupos', other: '# grupos' },
			none: 'Nada coincide con todo eso. Prueba con menos palabras o cualquier día.',
			wait: 'Buscando…',
			broken: 'Ahora mismo no se puede llegar a la lista.',
			again: 'Volver a probar',
			ask: 'Pregúntales cuándo',
			there: 'hora de allí',
			yours: 'tu hora',
			join: 'Entrar en línea',
		},
	};

	const looks = `
		:host { display: block; color: var(--finder-ink, inherit); font: inherit; line-height: 1.5; }
		:host([hidden]) { display: none; }
		form { display: grid; gap: var(--finder-gap, 0.75rem); grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); align-items: end; }
		label { display: grid; gap: 0.25rem; }
		input, select, button { font: inherit; color: inherit; min-block-size: 2.75rem; box-sizing: border-box; inline-size: 100%; padding-inline: 0.75rem; border: 1px solid var(--finder-rule, currentColor); border-radius: var(--finder-radius, 0.5rem); background: var(--finder-paper, Canvas); }
		button { background: var(--finder-accent, #1d6b66); color: var(--finder-on-accent, #fffdf8); border-color: transparent; cursor: pointer; }
		:focus-visible { outline: 3px solid var(--finder-accent, #1d6b66); outline-offset: 2px; }
		ol { list-style: none; margin: 0; padding: 0; }
		li { border-block-end: 1px solid var(--finder-rule, #8885); padding-block: var(--finder-gap, 0.75rem); overflow-wrap: anywhere; }
		h3, p { margin: 0; font-size: inherit; }
		h3 a, .join { display: inline-block; padding-block: 0.5rem; color: var(--finder-accent, LinkText); }
		.soft { color: var(--finder-soft, inherit); }
		[role='status'] { margin-block: var(--finder-gap, 0.75rem); }
		.more { margin-block-start: var(--finder-gap, 0.75rem); inline-size: auto; }
		@media (forced-colors: active) { button { border-color: ButtonBorder; } }
	`;

	/** An element with what is in it. Text is only ever text. */
	const made = (name, set = {}, ...inside) => {
		const element = document.createElement(name);
		for (const [key, value] of Object.entries(set))
			if (key in element && key !== 'list' && key !== 'role') element[key] = value;
			else element.setAttribute(key, value);
		element.append(...inside.filter((part) => part !== null && part !== ''));
		return element;
	};

	const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

	class HeartenFinder extends HTMLElement {
		#asking;

		connectedCallback() {
			if (this.shadowRoot) return;
			const root = this.attachShadow({ mode: 'open' });
			const sheet = new CSSStyleSheet();
			sheet.replaceSync(looks);
			root.adoptedStyleSheets = [sheet];

			const told = this.lang || this.closest('[lang]')?.lang || navigator.language;
			this.locale = told;
			this.say = words[told.slice(0, 2).toLowerCase()] ?? words.en;
			this.#draw(root);
			void this.#ask(1);
		}

		disconnectedCallback() {
			this.#asking?.abort();
		}

		#draw(root) {
			const { say } = this;
			const option = (value, label) => made('option', { value }, label);
			const sunday = Date.UTC(2023, 0, 1);
			const day = new Intl.DateTimeFormat(this.locale, { weekday: 'long', timeZone: 'UTC' });
			this.q = made('input', { type: 'search', name: 'q', maxLength: 100, autocomplete: 'off' });
			this.day = made(
				'select',
				{ name: 'day' },
				option('', say.anyDay),
				...[1, 2, 3, 4, 5, 6, 0].map((n) => option(String(n), day.format(sunday + n * DAY))),
			);
			this.where = made(
				'select',
				{ name: 'where' },
				option('', say.anyWhere),
				option('in-person', say['in-person']),
				option('online', say.online),
			);
			const form = made(
				'form',
				{ role: 'search', 'aria-label': say.search },
				made('label', {}, say.q, this.q),
				made('label', {}, say.day, this.day),
				made('label', {}, say.where, this.where),
				made('button', { type: 'submit' }, say.go),
			);
			form.addEventListener('submit', (event) => {
				event.preventDefault();
				void this.#ask(1);
			});
			this.status = made('p', { role: 'status' });
			this.list = made('ol', { role: 'list', 'aria-label': say.search });
			this.more = made('button', { type: 'button', className: 'more', hidden: true }, say.more);
			this.more.addEventListener('click', () => void this.#ask(this.page + 1));
			root.append(form, this.status, this.list, this.more, made('slot'));
		}

		async #ask(page) {
			const { say } = this;
			this.#asking?.abort();
			const asking = (this.#asking = new AbortController());
			const query = new URLSearchParams({ page: String(page) });
			for (const field of [this.q, this.day, this.where]) if (field.value) query.set(field.name, field.value);
			const body = this.getAttribute('body');
			if (body) query.set('body', body);
			this.status.textContent = say.wait;
			try {
				const options = { credentials: 'omit', referrerPolicy: 'no-referrer', signal: asking.signal };
				const answer = await fetch(`${origin}/embed.json?${query}`, options);
				if (!answer.ok) throw new Error(String(answer.status));
				this.#show(await answer.json(), page);
			} catch {
				if (asking.signal.aborted) return;
				const again = made('button', { type: 'button', className: 'more' }, say.again);
				again.addEventListener('click', () => void this.#ask(page));
				this.status.replaceChildren(`${say.broken} `, again);
			}
		}

		#show({ count, more, listings }, page) {
			const { say } = this;
			this.page = page;
			const form = say.found[new Intl.PluralRules(this.locale).select(count)] ?? say.found.other;
			const told = form.replace('#', new Intl.NumberFormat(this.locale).format(count));
			this.status.textContent = count === 0 ? say.none : told;
			const rows = listings.map((listing) => this.#row(listing));
			if (page === 1) this.list.replaceChildren(...rows);
			else this.list.append(...rows);
			this.more.hidden = !more;
			// Whoever pressed “more” goes on where the new ones begin.
			if (page > 1) rows[0]?.querySelector('a')?.focus();
		}

		#row(listing) {
			const { say } = this;
			const place = [listing.place, listing.address].filter(Boolean).join(', ');
			return made(
				'li',
				{},
				made('h3', {}, made('a', { href: linkOf(listing.url) }, made('bdi', {}, listing.name))),
				this.#when(listing),
				made('p', { className: 'soft' }, say[listing.where], place && ' · ', place && made('bdi', {}, place)),
				listing.online
					? made(
							'a',
							{ className: 'join', href: linkOf(listing.online), rel: 'noreferrer noopener nofollow' },
							say.join,
							' · ',
							URL.parse(listing.online)?.host ?? '',
						)
					: null,
			);
		}

		/** In a place, the clocks of that place; from home, one’s own, and theirs beside them where they differ. */
		#when({ next, zone, where }) {
			const { say, locale } = this;
			if (!next) return made('p', {}, say.ask);
			const at = new Date(next);
			const clock = (timeZone, more) =>
				new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit', ...more }).format(at);
			const long = { weekday: 'long', day: 'numeric', month: 'long' };
			const there = zone ?? localZone;
			const same = clock(there, long) === clock(localZone, long);
			const remote = where !== 'in-person';
			const told = clock(remote ? localZone : there, long);
			const time = made('time', { dateTime: next }, told);
			if (same) return made('p', {}, time);
			return remote
				? made('p', {}, time, ` (${say.yours}; ${clock(there, { weekday: 'short' })} ${say.there})`)
				: made('p', {}, time, ` (${say.there})`);
		}
	}

	/** Only what a link may lead to. */
	const linkOf = (told) => (/^https?:\/\//i.test(told) ? told : origin);

	if (!customElements.get('hearten-finder')) customElements.define('hearten-finder', HeartenFinder);
})();
