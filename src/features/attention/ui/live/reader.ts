import { hear } from '../../hearing.ts';

/** The reader of words, brought in once somebody writes. Handed over by an event, because it is a script of its own. */
dispatchEvent(new CustomEvent('hearten-reader', { detail: hear }));
