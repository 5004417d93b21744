/** What would help. */
export const helps = ['listen', 'ideas', 'company', 'decide', 'distract'] as const;
export type Help = (typeof helps)[number];

/** What somebody asks for, as those who are there see it; nothing else of them is on it. */
export interface Card {
	help: Help;
	/** What to avoid, in the asker’s words. */
	avoid: string;
	/** BCP 47. */
	language: string;
}
