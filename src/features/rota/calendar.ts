/** One entry of a calendar feed. Nothing in it says what it is. */
export interface Appointment {
	/** Unique, and the same for as long as it is the same appointment. */
	uid: string;
	/** Grows with every change. */
	sequence: number;
	/** When it last changed. */
	stamp: Date;
	startsAt: Date;
	endsAt: Date;
	cancelled: boolean;
}

/**
 * The text of a calendar (RFC 5545), in UTC throughout, so that every device tells it on its own clock. All entries have
 * the one title, and who made it is not named.
 */
export function calendarOf(title: string, appointments: readonly Appointment[]): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Calendar//Calendar//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		...appointments.flatMap((appointment) => [
			'BEGIN:VEVENT',
			`UID:${escaped(appointment.uid)}`,
			`DTSTAMP:${inUtc(appointment.stamp)}`,
			`DTSTART:${inUtc(appointment.startsAt)}`,
			`DTEND:${inUtc(appointment.endsAt)}`,
			`SEQUENCE:${appointment.sequence}`,
			`STATUS:${appointment.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
			`SUMMARY:${escaped(title)}`,
			'CLASS:PRIVATE',
			'END:VEVENT',
		]),
		'END:VCALENDAR',
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** RFC 5545, 3.3.5, form 2: `20261122T180000Z`. */
const inUtc = (moment: Date): string => moment.toISOString().replace(/[-:]|\.\d+/g, '');

/** RFC 5545, 3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

/** At most 75 octets a line, and never in the middle of a character (RFC 5545, 3.1). */
function folded(line: string): string {
	const lines = [''];
	for (const sign of line) {
		const room = lines.length === 1 ? 75 : 74;
		if (Buffer.byteLength(lines.at(-1)! + sign) > room) lines.push(sign);
		else lines[lines.length - 1] += sign;
	}
	return lines.join('\r\n ');
}
