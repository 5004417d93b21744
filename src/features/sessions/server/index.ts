/** The door of sessions: for routes and the composition. */
import type { AnyJob } from '#platform/job.ts';
import { forgetCalls } from './forget-calls.ts';
import { lookAgain } from './mentoring.ts';
import './tables.ts';

export { askForDebrief, askForSecond, callForDebrief } from './ask-for-somebody.ts';
export { comingStanding } from './backup-standing.ts';
export { backupHome, editBeside, readBesideUpTo, resonateBeside, sayBeside } from './beside.ts';
export { come, endBackup } from './come.ts';
export { hoursHeldBy, sayNotMet, wasNotMet } from './hours.ts';
export { agreeToMentoring, endMentoring, mentoringOf, proposeMentoring } from './mentoring.ts';
export { notesOf, writeNotes } from './notes.ts';
export { personal } from './personal.ts';
export { backupById, backupIn, callsFor, debriefsOf, namesIn } from './queries.ts';
export { howSessionsWere, myAfter, sayHowItWas } from './say-how-it-was.ts';
export { standingIn } from './standing.ts';
export { callsChange, callsTopic } from './topic.ts';

export const jobs: readonly AnyJob[] = [lookAgain, forgetCalls];
