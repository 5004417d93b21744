import type { ComponentProps } from 'svelte';
import type Choice from './Choice.svelte';

export const states = {
	'one of several': {
		name: 'joining',
		legend: 'Who can take a seat?',
		value: 'request',
		options: [
			{ value: 'open', label: 'Anyone here' },
			{ value: 'request', label: 'Those who ask', hint: 'A host answers each of them.' },
			{ value: 'invitation', label: 'Those who are invited' },
		],
	},
	'any of several': {
		name: 'days',
		type: 'checkbox',
		legend: 'On which days?',
		hint: 'In the circle’s own time zone.',
		value: ['tue', 'thu'],
		options: [
			{ value: 'mon', label: 'Monday' },
			{ value: 'tue', label: 'Tuesday' },
			{ value: 'wed', label: 'Wednesday', disabled: true },
			{ value: 'thu', label: 'Thursday' },
		],
	},
	'with a problem': {
		name: 'band',
		legend: 'How old are you?',
		problem: 'Please choose one. We ask for a band, never for a date.',
		required: true,
		options: [
			{ value: '13-17', label: '13 to 17' },
			{ value: '18', label: '18 or older' },
		],
	},
	'a single tick': {
		name: 'agreement',
		type: 'checkbox',
		value: 'yes',
		options: [{ value: 'yes', label: 'I have read what this circle agreed on' }],
	},
	'right to left': {
		name: 'voice',
		legend: 'كيف تحب أن نستمع إليك؟',
		options: [
			{ value: 'listen', label: 'استمعوا فقط' },
			{ value: 'ideas', label: 'أفكار' },
		],
	},
} satisfies Record<string, ComponentProps<typeof Choice>>;
