import { expect } from 'vitest';
import { organisation } from '#cast';
import { test, type App } from '../app.ts';
import type { Client } from '../client.ts';

/** The link, as the page tells it once. */
async function makeLink(client: Client): Promise<string> {
	const page = await (await client.post('/rota?/calendar')).text();
	return /value="(http[^"]+\/calendar\.ics)"/.exec(page)![1]!;
}

const follow = (app: App, link: string) => app.visitor({ browser: false }).get(new URL(link).pathname);

/** All of an answer but for the moment, and the address itself. */
async function whole(answer: Response, link: string) {
	const headers = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'etag');
	const token = new URL(link).pathname.split('/')[2]!;
	return JSON.stringify([answer.status, headers, await answer.text()]).replaceAll(token, 'the-token');
}

test('a calendar follows the link without signing in, and learns when, and nothing of what', async ({
	app,
}) => {
	const idris = await app.signInAs('idris');
	const link = await makeLink(idris);

	const answer = await follow(app, link);
	const text = await answer.text();

	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
	expect(answer.headers.get('content-disposition')).toBe('attachment; filename="calendar.ics"');
	expect(answer.headers.get('cache-control')).toBe('no-store');
	const summaries = text.match(/^SUMMARY:.*$/gm)!;
	expect(new Set(summaries)).toEqual(new Set(['SUMMARY:Appointment']));
	expect(summaries.length).toBeGreaterThanOrEqual(3);
	const names = [...text.matchAll(/^([A-Z-]+)[:;]/gm)].map(([, name]) => name);
	expect(new Set(names)).toEqual(
		new Set([
			...['BEGIN', 'VERSION', 'PRODID', 'CALSCALE', 'METHOD', 'END'],
			...['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'STATUS', 'SUMMARY', 'CLASS'],
		]),
	);
	expect(text).not.toMatch(
		new RegExp(`evening|phone|hearten|peer|support|127\\.0|${organisation.name}|idris`, 'i'),
	);
});

test('a link that was ended, or made anew, answers like one that never was, byte for byte', async ({
	app,
}) => {
	const henk = await app.signInAs('henk');
	const never = `${app.origin}/calendar/${'a'.repeat(32)}/calendar.ics`;
	const nothing = await whole(await follow(app, never), never);
	const first = await makeLink(henk);
	const second = await makeLink(henk);

	expect(await whole(await follow(app, first), first)).toBe(nothing);
	expect((await follow(app, second)).status).toBe(200);
	await henk.post('/rota?/calendar-end');
	expect(await whole(await follow(app, second), second)).toBe(nothing);
	expect(nothing).toMatch(/^\[404/);
});

test('the page tells the link once; afterwards only the day it was made', async ({ app }) => {
	const fern = await app.signInAs('fern');
	const link = await makeLink(fern);

	const page = await fern.read('/rota');

	expect(page).not.toContain(new URL(link).pathname);
	expect(page).toContain('Your link is from');
	expect(app.printed()).not.toContain(link.split('/').at(-2));
});
