/** The door of wishes: for routes and the composition. */
import './tables.ts';

export { personal } from './personal.ts';
export { looksAt, myWishes } from './queries.ts';
export { standingFor, viewWishes } from './view-wishes.ts';
export { dropWishes, writeWishes } from './write-wishes.ts';
