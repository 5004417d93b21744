import { fact } from '#platform/event.ts';

/** What the help lines are has been checked, put right, hidden or added to. */
export const linesChanged = fact<{ country: string }>('help.lines-changed', () => 'organisation');
