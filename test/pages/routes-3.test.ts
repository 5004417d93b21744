import { knockEverywhere } from './knocking.ts';

knockEverywhere(2);
