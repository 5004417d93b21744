/** The door of the audit log: for every feature in which something is done with power, and for those who may read it. */
import './tables.ts';

export { headOf, verifyAudit, type Broken } from './chain.ts';
export { personal } from './personal.ts';
export { areasInLog, entriesBefore, peopleInLog } from './queries.ts';
export { reactions } from './reactions.ts';
export { record } from './record.ts';
