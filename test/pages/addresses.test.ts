import { expect } from 'vitest';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { forgetRateLimits } from '#platform/rate-limit.ts';
import { transact } from '#platform/db.ts';
import { after, hours, rightNow } from '#platform/time.ts';
import { testWith, type App } from '../app.ts';
import { everythingKept } from '../everything-kept.ts';

const test = testWith({ HEARTEN_PROXIES: '1' });

/** Two hundred, of both kinds, from the blocks set aside for examples (RFC 5737, RFC 3849). */
const addresses = Array.from({ length: 200 }, (_, index) =>
	index % 2 === 0
		? `203.0.113.${index + 10}`
		: `2001:db8:${(index + 4096).toString(16)}::${index.toString(16)}`,
);

test('of two hundred addresses none is anywhere, from the first request on', async ({ app }) => {
	for (const [index, address] of addresses.entries()) await comeAndGo(app, address, index);

	const places: Record<string, string> = {
		'the database': await everythingKept(app.spine.db),
		'what it printed': app.printed(),
		'the data folder': await everyFileIn(app.dataFolder),
	};
	const found = Object.entries(places).flatMap(([where, text]) =>
		addresses.flatMap((address) =>
			formsOf(address)
				.filter((form) => text.includes(form))
				.map((form) => `${form} in ${where}`),
		),
	);
	expect(found).toEqual([]);
	expect(places['the database']!.length).toBeGreaterThan(10_000);
}, 180_000);

test('what was counted under a changing key is gone after its hour', async ({ app }) => {
	const { db } = app.spine;
	const count = () => db.selectFrom('rate_limit').select('window_ends').execute();
	expect((await count()).length).toBeGreaterThan(100);

	const now = after(rightNow(), hours(1));
	await transact(app.spine, { actor: null, now }, async (tx) => {
		await forgetRateLimits.run(tx, {});
		return {};
	});

	expect(await count()).toEqual([]);
});

/** What visitors do: look round, sign up, guess wrong, lose their code, break something. */
async function comeAndGo(app: App, address: string, index: number) {
	const visitor = app.visitor({ address });
	await visitor.get('/');
	await visitor.get('/no-such-page');
	await visitor.post('/recover', { code: 'AAAA-BBBB' });
	await visitor.post('/sign-in/passkey');
	// What hashes a passphrase takes its time.
	if (index % 10 > 0) return;
	await visitor.post('/sign-in?/passphrase', { nickname: `Nobody ${index}`, passphrase: 'no', next: '/' });
	const passphrase = 'a lamp in the window 9';
	await visitor.post('/sign-up?/passphrase', { nickname: `Visitor ${index}`, passphrase, next: '/' });
	await visitor.get('/me/sessions');
}

/** As it is written, in full, and as bytes in hexadecimal, which is how PostgreSQL shows bytes. */
function formsOf(address: string): string[] {
	const bytes = address.includes(':')
		? [address.replaceAll(':', '')]
		: [
				address
					.split('.')
					.map((part) => Number(part).toString(16).padStart(2, '0'))
					.join(''),
			];
	return [
		address,
		Buffer.from(address).toString('hex'),
		Buffer.from(address).toString('base64'),
		...bytes,
	].filter((form) => form.length > 8 || form === address);
}

async function everyFileIn(folder: string): Promise<string> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const texts = await Promise.all(
		files.map((file) => readFile(join(file.parentPath, file.name), 'latin1').catch(() => '')),
	);
	return texts.join('\n');
}
