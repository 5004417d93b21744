/** The door of supporters: what other features, routes and the composition may use. */
import './tables.ts';

export { addException, addHours, dropHours } from './hours.ts';
export { keepPage, openPage, rest, setLimits, type Limits } from './offer.ts';
export { personal } from './personal.ts';
export { mySupporting, supporterFor, supportersFor, type SupporterRow } from './queries.ts';
