import modeEn from '#features/circle-mode/messages/en.json' with { type: 'json' };
import modeEs from '#features/circle-mode/messages/es.json' with { type: 'json' };
import accessEn from '#features/access/messages/en.json' with { type: 'json' };
import accessEs from '#features/access/messages/es.json' with { type: 'json' };
import attentionEn from '#features/attention/messages/en.json' with { type: 'json' };
import attentionEs from '#features/attention/messages/es.json' with { type: 'json' };
import askingEn from '#features/asking/messages/en.json' with { type: 'json' };
import askingEs from '#features/asking/messages/es.json' with { type: 'json' };
import auditEn from '#features/audit/messages/en.json' with { type: 'json' };
import auditEs from '#features/audit/messages/es.json' with { type: 'json' };
import glassEn from '#features/break-glass/messages/en.json' with { type: 'json' };
import glassEs from '#features/break-glass/messages/es.json' with { type: 'json' };
import blocksEn from '#features/blocks/messages/en.json' with { type: 'json' };
import blocksEs from '#features/blocks/messages/es.json' with { type: 'json' };
import circlesEn from '#features/circles/messages/en.json' with { type: 'json' };
import circlesEs from '#features/circles/messages/es.json' with { type: 'json' };
import conversationsEn from '#features/conversations/messages/en.json' with { type: 'json' };
import conversationsEs from '#features/conversations/messages/es.json' with { type: 'json' };
import deskEn from '#features/desk/messages/en.json' with { type: 'json' };
import deskEs from '#features/desk/messages/es.json' with { type: 'json' };
import directoryEn from '#features/directory/messages/en.json' with { type: 'json' };
import directoryEs from '#features/directory/messages/es.json' with { type: 'json' };
import helpEn from '#features/help/messages/en.json' with { type: 'json' };
import helpEs from '#features/help/messages/es.json' with { type: 'json' };
import matchingEn from '#features/matching/messages/en.json' with { type: 'json' };
import matchingEs from '#features/matching/messages/es.json' with { type: 'json' };
import ladderEn from '#features/ladder/messages/en.json' with { type: 'json' };
import ladderEs from '#features/ladder/messages/es.json' with { type: 'json' };
import keepingEn from '#features/keeping/messages/en.json' with { type: 'json' };
import keepingEs from '#features/keeping/messages/es.json' with { type: 'json' };
import peopleEn from '#features/people/messages/en.json' with { type: 'json' };
import peopleEs from '#features/people/messages/es.json' with { type: 'json' };
import noticesEn from '#features/notices/messages/en.json' with { type: 'json' };
import noticesEs from '#features/notices/messages/es.json' with { type: 'json' };
import pairingsEn from '#features/pairings/messages/en.json' with { type: 'json' };
import pairingsEs from '#features/pairings/messages/es.json' with { type: 'json' };
import reportsEn from '#features/reports/messages/en.json' with { type: 'json' };
import reportsEs from '#features/reports/messages/es.json' with { type: 'json' };
import roomsEn from '#features/rooms/messages/en.json' with { type: 'json' };
import roomsEs from '#features/rooms/messages/es.json' with { type: 'json' };
import rotaEn from '#features/rota/messages/en.json' with { type: 'json' };
import rotaEs from '#features/rota/messages/es.json' with { type: 'json' };
import sessionsEn from '#features/sessions/messages/en.json' with { type: 'json' };
import sessionsEs from '#features/sessions/messages/es.json' with { type: 'json' };
import coachingEn from '#features/safety/coaching/messages/en.json' with { type: 'json' };
import coachingEs from '#features/safety/coaching/messages/es.json' with { type: 'json' };
import readingEn from '#features/safety/reading/messages/en.json' with { type: 'json' };
import readingEs from '#features/safety/reading/messages/es.json' with { type: 'json' };
import sitWithMeEn from '#features/sit-with-me/messages/en.json' with { type: 'json' };
import sitWithMeEs from '#features/sit-with-me/messages/es.json' with { type: 'json' };
import supportersEn from '#features/supporters/messages/en.json' with { type: 'json' };
import supportersEs from '#features/supporters/messages/es.json' with { type: 'json' };
import tastesEn from '#features/tastes/messages/en.json' with { type: 'json' };
import tastesEs from '#features/tastes/messages/es.json' with { type: 'json' };
import wishesEn from '#features/wishes/messages/en.json' with { type: 'json' };
import wishesEs from '#features/wishes/messages/es.json' with { type: 'json' };
import { PSEUDO_LONG, PSEUDO_RTL, speakers, type Catalogues } from '#platform/say.ts';
import frameEn from './routes/messages/en.json' with { type: 'json' };
import frameEs from './routes/messages/es.json' with { type: 'json' };

/** Every sentence of the product, by locale. A test holds that no locale lacks one. */
export const catalogues = {
	en: {
		...frameEn,
		...peopleEn,
		...conversationsEn,
		...blocksEn,
		...circlesEn,
		...deskEn,
		...directoryEn,
		...matchingEn,
		...keepingEn,
		...ladderEn,
		...rotaEn,
		...accessEn,
		...reportsEn,
		...roomsEn,
		...pairingsEn,
		...askingEn,
		...sitWithMeEn,
		...sessionsEn,
		...noticesEn,
		...supportersEn,
		...tastesEn,
		...modeEn,
		...readingEn,
		...attentionEn,
		...coachingEn,
		...auditEn,
		...glassEn,
		...helpEn,
		...wishesEn,
	},
	es: {
		...frameEs,
		...peopleEs,
		...conversationsEs,
		...blocksEs,
		...circlesEs,
		...deskEs,
		...directoryEs,
		...matchingEs,
		...keepingEs,
		...ladderEs,
		...rotaEs,
		...accessEs,
		...reportsEs,
		...roomsEs,
		...pairingsEs,
		...askingEs,
		...sitWithMeEs,
		...sessionsEs,
		...noticesEs,
		...supportersEs,
		...tastesEs,
		...modeEs,
		...readingEs,
		...attentionEs,
		...coachingEs,
		...auditEs,
		...glassEs,
		...helpEs,
		...wishesEs,
	},
} satisfies Catalogues;

export const locales = Object.keys(catalogues);

/** Two made-up locales for finding layouts that break. */
export const pseudoLocales = [PSEUDO_LONG, PSEUDO_RTL];

export const sayIn = speakers(catalogues);
