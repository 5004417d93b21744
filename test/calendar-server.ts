import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import ICAL from 'ical.js';
import type { CalendarEvent } from '../src/platform/ical/event.ts';
import { calendarText } from '../src/platform/ical/write-calendar.ts';
import { fewFrom } from '../src/platform/recurrence/occurrences.ts';
import { readRule } from '../src/platform/recurrence/read-rule.ts';
import { justOnce, lastingMinutes, type Recurrence } from '../src/platform/recurrence/recurrence.ts';

/**
 * Brings a calendar of ours into Radicale, changes it, calls one meeting off and then the whole, and after each step asks
 * the server what it holds and which hours are taken. What it gives back is expanded by ical.js with the clocks that we wrote:
 * the server replaces them by rules of its own, which round Lord Howe’s half hours and go
 * by an older Morocco. In Casablanca it is therefore not asked which hours are taken.
 */
if (spawnSync('radicale', ['--version']).error) {
	console.error('Radicale is not installed: nothing was proven. On Debian: apt-get install radicale');
	process.exit(1);
}
const OTHERWISE = 'Africa/Casablanca';
const port = await freePort();
const folder = await mkdtemp(join(tmpdir(), 'hearten-calendar-'));
const server = spawn(
	'radicale',
	[
		...['--config', '', '--server-hosts', `127.0.0.1:${port}`, '--auth-type', 'none'],
		...['--storage-filesystem-folder', folder, '--logging-level', 'error'],
	],
	{ stdio: ['ignore', 'inherit', 'inherit'] },
);
try {
	await prove();
	console.log('Radicale takes, changes and forgets what we write.');
} finally {
	server.kill();
	await rm(folder, { recursive: true, force: true });
}

async function prove() {
	const zones = ['Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', OTHERWISE, 'Asia/Kathmandu'];
	await answers();
	for (const zone of zones) {
		const weekly = meeting(zone);
		const others = fewFrom(weekly.when, new Date('2027-02-20'), 12);

		await bringIn([weekly]);
		await shows(zone, 'brought in', weekly.when);

		const later: Recurrence = { ...weekly.when, start: weekly.when.start.replace('19:00', '20:30') };
		await bringIn([{ ...weekly, sequence: 1, when: later }]);
		await shows(zone, 'moved by an hour and a half', later);

		const { of } = fewFrom(later, new Date('2027-03-26'), 1)[0]!;
		const local = `2027-${dayIn(zone, of)}T20:30`;
		const without: Recurrence = { ...later, except: [local] };
		await bringIn([{ ...weekly, sequence: 2, when: without }]);
		await shows(zone, 'one called off', without);
		assert.equal(await taken(of), false, `${zone}: the hour of the one called off is free`);

		await bringIn([
			{ ...weekly, uid: 'another', when: justOnce('UTC', '2030-01-01T00:00', lastingMinutes(1)) },
		]);
		for (const { start } of others) assert.equal(await taken(start), false, `${zone}: nothing is left of it`);
		console.log(`${zone}: brought in, moved, one called off, all called off`);
	}
}

/** One event, at the right moments, by what the server finds and by what another library makes of what it gives back. */
async function shows(zone: string, step: string, when: Recurrence) {
	const text = await held();
	assert.equal(text.match(/^BEGIN:VEVENT/gm)?.length, 1, `${zone}, ${step}: one event`);
	const ours = fewFrom(when, new Date('2027-02-20'), 12).map(({ start }) => start);
	assert.deepEqual(
		expandedByAnother(text, calendarText('PUBLISH', [{ ...meeting(zone), when }]), ours.length),
		ours,
		`${zone}, ${step}: the same moments`,
	);
	if (zone === OTHERWISE) return;
	for (const start of ours) {
		assert.equal(await taken(start), true, `${zone}, ${step}: taken at ${start.toISOString()}`);
		assert.equal(await taken(new Date(start.getTime() - 20 * 60_000)), false, `${zone}, ${step}: not before`);
	}
}

function meeting(zone: string): CalendarEvent {
	const rule = readRule('FREQ=WEEKLY;BYDAY=SU');
	if ('refused' in rule) throw new Error(rule.about);
	return {
		uid: 'circle-1',
		sequence: 0,
		stamp: new Date('2026-11-22T18:00:00Z'),
		when: { ...justOnce(zone, '2027-01-03T19:00', lastingMinutes(60)), rule },
		status: 'confirmed',
		summary: 'Appointment; with, signs',
		description: 'Two\nlines',
		location: '',
		url: '',
		categories: [],
		private: true,
	};
}

function expandedByAnother(text: string, written: string, count: number): Date[] {
	const clocks = /BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n/s;
	const [ours] = clocks.exec(written) ?? [''];
	const calendar = new ICAL.Component(ICAL.parse(text.replace(clocks, ours)) as unknown[]);
	const iterator = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!).iterator();
	const starts: Date[] = [];
	for (let next = iterator.next(); starts.length < count; next = iterator.next()) {
		const start = next.toJSDate();
		if (start >= new Date('2027-02-20')) starts.push(start);
	}
	return starts;
}

/** Whether the server finds anything in the ten minutes from a moment on. */
async function taken(moment: Date): Promise<boolean> {
	const stamp = (date: Date) => date.toISOString().replace(/[-:]|\.\d+/g, '');
	const range = `start="${stamp(moment)}" end="${stamp(new Date(moment.getTime() + 600_000))}"`;
	const found = await ask(
		'REPORT',
		`<?xml version="1.0"?><C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
		<D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
		<C:time-range ${range}/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`,
		{ depth: '1', 'content-type': 'application/xml' },
	);
	return /getetag>[^<]/.test(found);
}

function bringIn(events: CalendarEvent[]) {
	const type = { 'content-type': 'text/calendar; charset=utf-8' };
	return ask('PUT', calendarText('PUBLISH', events), type);
}

function held() {
	return ask('GET', undefined);
}

async function ask(method: string, body: string | undefined, headers: Record<string, string> = {}) {
	const authorization = `Basic ${Buffer.from('ana:anything').toString('base64')}`;
	const response = await fetch(`http://127.0.0.1:${port}/ana/circles/`, {
		method,
		body: body ?? null,
		headers: { authorization, ...headers },
	});
	const text = await response.text();
	assert.ok(response.ok, `${method}: ${response.status} ${text}`);
	return text;
}

function dayIn(zone: string, moment: Date) {
	return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
		.toZonedDateTimeISO(zone)
		.toPlainDate()
		.toString()
		.slice(5);
}

async function answers() {
	for (let tries = 0; tries < 100; tries++) {
		const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
		if (answer) return;
		await wait(100);
	}
	throw new Error('Radicale does not answer.');
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await new Promise((listening) => probe.once('listening', listening));
	const address = probe.address();
	await new Promise((closed) => probe.close(closed));
	if (typeof address !== 'object' || !address) throw new Error('No port is free.');
	return address.port;
}
