import { misspellings } from '../lexicon.ts';
import type { Language } from '../language.ts';
import { Patterns } from '../pattern.ts';
import { harm, harmPhrases } from './harm.ts';
import { against, againstPhrases, contact, contactPhrases, dosing, dosingPhrases, eating } from './others.ts';
import { phrases } from './phrases.ts';
import { signs } from './signs.ts';
import { suicide } from './suicide.ts';
import { turns } from './turns.ts';
import { undertone } from './undertone.ts';
import * as say from './words.ts';

const patterns = new Patterns(
	{ ...phrases, ...harmPhrases, ...dosingPhrases, ...contactPhrases, ...againstPhrases },
	[...suicide, ...harm, ...eating, ...dosing, ...contact, ...against, ...signs, ...turns],
);

const forms = say.makeForms();
for (const word of patterns.vocabulary)
	if (!forms.has(word)) forms.set(word, { lemma: word, past: false, person: 0 });

const misspelt = misspellings(say.anchors);
for (const word of [...say.notMisspelt, ...forms.keys()]) misspelt.delete(word);

export const english: Language = {
	name: 'en',
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
	patterns,
	undertone,
};
