/**
 * Trouble that passes by itself or by a helping hand, and is no bug: PostgreSQL restarts or is away, has too many
 * connections, or its disk is full. Classes 08, 53 and 57P of its error codes (appendix A of its manual; 58030 is an
 * error of the disk), and what a socket says when nobody is there.
 */
const codes = /^(08...|53...|57P0[1-5]|58030|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/;

/** The driver has no code for a connection that broke or that never came. */
const sentences =
	/^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether trying again in a while will do. Nothing was half done: a transaction is kept whole or not at all. */
export function passesByItself(thrown: unknown): boolean {
	if (!(thrown instanceof Error)) return false;
	if ('code' in thrown && typeof thrown.code === 'string') return codes.test(thrown.code);
	return sentences.test(thrown.message);
}
