/** The door of blocks: for every feature in which people meet. */
import './tables.ts';

export { blocked } from '../events.ts';
export { apartFrom, betweenSql, blockedWith, isBetween, notBetween } from './between.ts';
export { block } from './block.ts';
export { whoIs, type Blockable } from './blockable.ts';
export { mayMeet } from './hold-two-still.ts';
export { personal } from './personal.ts';
export { blocksOf } from './queries.ts';
export { unblock } from './unblock.ts';
