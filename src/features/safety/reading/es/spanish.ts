import type { Language } from '../language.ts';
import { misspellings } from '../lexicon.ts';
import { Patterns } from '../pattern.ts';
import { harm, harmPhrases } from './harm.ts';
import { otherPhrases, others } from './others.ts';
import { phrases } from './phrases.ts';
import { signs, turns } from './signs.ts';
import { suicide } from './suicide.ts';
import { undertone } from './undertone.ts';
import * as say from './words.ts';

const patterns = new Patterns({ ...phrases, ...harmPhrases, ...otherPhrases }, [
	...suicide,
	...harm,
	...others,
	...signs,
	...turns,
]);

const forms = say.makeForms();
const split = say.splitting(forms);
const verbs = new Set(forms.keys());
for (const word of patterns.vocabulary)
	if (!forms.has(word) && !split(word)) forms.set(word, { lemma: word, past: false, person: 0 });

const misspelt = misspellings(say.anchors);
for (const word of [...say.notMisspelt, ...forms.keys(), ...verbs]) misspelt.delete(word);

export const spanish: Language = {
	name: 'es',
	common: say.common,
	shortForms: say.shortForms,
	forms,
	fillers: say.fillers,
	conjunctions: say.conjunctions,
	linking: say.linking,
	subjects: say.subjects,
	reflexives: say.reflexives,
	people: say.people,
	commands: say.commands,
	negations: say.negations,
	negationEnds: say.negationEnds,
	pastMarkers: say.pastMarkers,
	nowMarkers: say.nowMarkers,
	media: say.media,
	jokes: say.jokes,
	hidden: say.hidden,
	misspelt,
	split,
	patterns,
	undertone,
};
