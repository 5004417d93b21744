/** The door of supporters: what other features, routes and the composition may use. */
import './tables.ts';

export { supporterBlockable } from './blockable.ts';
export { addException, addHours, dropHours } from './hours.ts';
export { coolDown, keepPage, openPage, rest, setLimits, setOffHours, type Limits } from './offer.ts';
export { personal } from './personal.ts';
export {
	mySupporting,
	nextHours,
	supporterFor,
	supportersFor,
	supportersIn,
	supportingNow,
	type SupporterRow,
} from './queries.ts';
export { supporterReportable } from './reportable.ts';
