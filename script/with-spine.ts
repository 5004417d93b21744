import { readConfig, type Config } from '#platform/config.ts';
import { isToldInWords, openSpine, type OpenSpine } from '../src/open-spine.ts';

/** What a command works with: one connection, so that what is set on it holds for the whole command. */
export type Tools = OpenSpine & { config: Config };

/**
 * For commands: works on the database of a running Hearten, else starts it for as long as this takes. What is wrong
 * with the settings is told in a sentence.
 */
export async function withSpine(work: (tools: Tools) => Promise<unknown>): Promise<void> {
	try {
		const config = readConfig(process.env);
		const open = await openSpine(config, { database: 'borrowed', connections: 1 });
		await work({ ...open, config }).finally(open.close);
	} catch (trouble) {
		if (!isToldInWords(trouble)) throw trouble;
		console.error(trouble.message);
		process.exitCode = 1;
	}
}
