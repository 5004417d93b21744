import { pino } from 'pino';

/** One line for each request and job: ids and outcomes. Never words people wrote, names or addresses. */
export interface Line {
	/** The reference a person is shown when something breaks. */
	request?: string;
	/** The route’s pattern (`/circles/[circle]`), not its address. */
	route?: string | null;
	method?: string;
	status?: number;
	job?: string;
	outcome?: string;
	ms?: number;
	count?: number;
	/** For bugs only: the error’s name and stack. Messages of database errors can quote rows, so those are cut. */
	error?: { name: string; code: string | undefined; stack: string };
}

export interface Log {
	info(line: Line, message: string): void;
	warn(line: Line, message: string): void;
	error(line: Line, message: string): void;
}

export const openLog = (level: 'info' | 'warn' | 'silent'): Log =>
	pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** What may be logged of an error: where it came from, and none of the values it was about. */
export function traceOf(thrown: unknown): NonNullable<Line['error']> {
	if (!(thrown instanceof Error)) return { name: typeof thrown, code: undefined, stack: '' };
	const frames = framesOf(thrown.stack ?? '', thrown.message);
	const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
	return { name: thrown.name, code, stack: frames.slice(0, 12).join('\n') };
}

/** A stack begins with the message, and a message can look like a frame. */
function framesOf(stack: string, message: string): string[] {
	const end = stack.indexOf(message);
	const below = end < 0 ? stack : stack.slice(end + message.length);
	return below.split('\n').filter((line) => /^ +at .*:\d+:\d+\)?$/.test(line));
}
