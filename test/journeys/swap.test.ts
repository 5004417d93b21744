import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { test as base } from './journey.ts';

/** A page with nothing but the swap in it. */
const test = base.extend<{ page: Page }>({
	page: async ({ browser }, use) => {
		const page = await browser.newPage();
		const source = stripTypeScriptTypes(readFileSync('src/ui/swap.ts', 'utf8'));
		await page.addInitScript(`${source.replaceAll('export ', '')}\nglobalThis.swap = swap;`);
		await page.goto('about:blank');
		await use(page);
		await page.close();
	},
});

/** Shows the first, does something to it, and swaps in the second. Answers with what is shown then. */
const swapped = async (
	page: Page,
	before: string,
	after: string,
	meanwhile: (page: Page) => Promise<void>,
) => {
	await page.setContent(`<main>${before}</main>`);
	await meanwhile(page);
	return page.evaluate((fresh) => {
		const came = new DOMParser().parseFromString(`<main>${fresh}</main>`, 'text/html');
		const { swap } = globalThis as unknown as { swap(shown: Element, fresh: Element): void };
		swap(document.querySelector('main')!, came.querySelector('main')!);
		return document.querySelector('main')!.innerHTML;
	}, after);
};

const guest = (name: string, more = '') =>
	`<li data-key="${name}"><b>${name}${more}</b><details><summary>More about ${name}</summary><button>Ask ${name}</button></details></li>`;

test('what comes is what is shown', async ({ page }) => {
	for (const [before, after] of [
		['', '<p>One</p>'],
		['<p>One</p><p>Two</p>', ''],
		['<p id="a">A</p><p id="b">B</p>', '<p id="b">B</p><i>new</i><p id="a" class="x">A!</p>'],
		['a<b>b</b>c', 'A<i>b</i>'],
		[guest('Ana') + guest('Ben'), guest('Cy') + guest('Ben', ' again')],
	] as const)
		expect(await swapped(page, before, after, async () => {})).toBe(after);
});

test('a fold that is open, words that are typed and where one stands stay with whom they are about', async ({
	page,
}) => {
	const form = '<form data-key="say"><textarea id="body"></textarea></form>';
	const shown = await swapped(
		page,
		`<p>two are here</p>${guest('Ana')}${guest('Ben')}${form}`,
		`<p>one is here, and is new to it</p><div>Somebody is needed</div>${guest('Ben')}${guest('Cy')}${form}`,
		async () => {
			await page.getByText('More about Ben').click();
			await page.locator('#body').fill('half a thou');
			await page.getByRole('button', { name: 'Ask Ben' }).focus();
		},
	);

	expect(shown).toContain('Somebody is needed');
	expect(shown).not.toContain('Ana');
	expect(await page.locator('details[open] summary').allInnerTexts()).toEqual(['More about Ben']);
	expect(await page.locator('#body').inputValue()).toBe('half a thou');
	expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ask Ben');
});

test('what a script of the page has filled is left alone', async ({ page }) => {
	const line = '<p id="writing" data-theirs></p>';
	const shown = await swapped(page, `<b>1</b>${line}`, `<b>2</b>${line}`, async () => {
		await page.evaluate(() => (document.querySelector('#writing')!.textContent = 'Ana is writing'));
	});

	expect(shown).toBe('<b>2</b><p id="writing" data-theirs="">Ana is writing</p>');
});
