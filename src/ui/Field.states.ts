import type { ComponentProps } from 'svelte';
import type Field from './Field.svelte';

export const states = {
	empty: { name: 'nickname', label: 'Nickname', autocomplete: 'username' },
	'with a hint': {
		name: 'nickname',
		id: 'hinted',
		label: 'Nickname',
		hint: 'What others here will call you. It need not be your name.',
		value: 'river_stone',
	},
	'with a problem': {
		name: 'nickname',
		id: 'taken',
		label: 'Nickname',
		hint: 'What others here will call you.',
		problem: 'Somebody here has this nickname. Another letter or a number is enough.',
		value: 'otter',
		required: true,
	},
	passphrase: {
		name: 'passphrase',
		label: 'Passphrase',
		type: 'password',
		autocomplete: 'new-password',
		hint: 'Eight characters or more. Four unrelated words are good.',
	},
	'long text': {
		name: 'body',
		label: 'Say something',
		type: 'textarea',
		rows: 3,
		maxlength: 2000,
		value: '\nStill awake.\n<b>It is the quiet</b> that is loud.',
	},
	'one of several': {
		name: 'language',
		label: 'Language',
		type: 'select',
		value: 'es',
		options: [
			{ value: 'en', label: 'English' },
			{ value: 'es', label: 'Español' },
			{ value: 'ar', label: 'العربية' },
		],
	},
	'a time': { name: 'starts', label: 'Starts at', type: 'time', value: '19:00' },
	'a number': { name: 'seats', label: 'Seats', type: 'number', min: 2, max: 200, value: 8 },
	'not now': { name: 'alias', label: 'Name in this circle', value: 'otter', disabled: true },
	'right to left': { name: 'about', label: 'ما هذه الدائرة؟', type: 'textarea', value: 'لمن لا ينام الليل.' },
} satisfies Record<string, ComponentProps<typeof Field>>;
