import { knockEverywhere } from './knocking.ts';

knockEverywhere(1);
