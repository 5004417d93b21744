/**
 * What people may have lived through: twelve fields of life, each with what one might name more closely. The codes are
 * kept with people’s words, so one may be added anywhere, and none may be renamed. `people.lived.<code>` says it.
 */
export const fields = {
	'mental-health': [
		'anxiety',
		'depression',
		'bipolar',
		'psychosis',
		'eating',
		'self-harm',
		'suicidal-thoughts',
		'hospital',
	],
	grief: [
		'grief-partner',
		'grief-child',
		'grief-parent',
		'grief-sibling-friend',
		'grief-suicide',
		'grief-pregnancy',
		'grief-animal',
	],
	addiction: [
		'alcohol',
		'drugs',
		'medicines',
		'gambling',
		'addiction-of-another',
		'early-recovery',
		'long-recovery',
	],
	trauma: [
		'childhood',
		'partner-violence',
		'sexual-violence',
		'war-flight',
		'accident-disaster',
		'institution',
	],
	'chronic-illness': ['pain', 'fatigue', 'cancer', 'diabetes', 'hiv', 'long-covid', 'diagnosis-unknown'],
	neurodivergence: ['adhd', 'autism', 'dyslexia', 'tics', 'late-diagnosis'],
	disability: ['mobility', 'sight', 'hearing', 'brain-injury', 'invisible-disability'],
	caring: ['caring-child', 'caring-parent', 'caring-partner', 'young-carer', 'dementia'],
	family: ['separation', 'single-parent', 'new-parent', 'infertility', 'estrangement', 'child-taken'],
	identity: ['coming-out', 'trans', 'racism', 'migration', 'leaving-faith'],
	'hard-times': ['debt', 'unemployment', 'housing', 'prison', 'burnout', 'loneliness'],
	'growing-older': ['retirement', 'menopause', 'losing-independence'],
} as const;

/** Every code there is: a field by itself, or something in it. */
export const livedCodes: readonly string[] = Object.entries(fields).flatMap(([field, within]) => [
	field,
	...within,
]);
